// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.Inset;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.Symbol;
import org.ionbench.engine.sampling.Sample;
import org.ionbench.engine.sampling.Sampler;
import org.ionbench.engine.sampling.Values;

/** A series as paths within a frame. */
record SvgLayer(Series series, Sampler sampler) {
    /** How much finer than a screen the page is: a curve is sampled for so many pixels more. */
    private static final double FINER = 2;

    static final double RADIUS = 2.7;

    /** The box around everything that has a place on the axes of the plot. */
    Extent extent(Plot plot) {
        boolean logarithmicX = plot.x().scale() == Axis.Scale.LOGARITHMIC;
        boolean logarithmicY = plot.y().scale() == Axis.Scale.LOGARITHMIC;
        return sampler.extent(series, logarithmicX, logarithmicY);
    }

    /** How many of its points lie under an inset. */
    int within(PlotFrame frame, Inset inset) {
        Values xs = sampler.trace().x();
        Values ys = sampler.trace().y();
        int n = 0;
        for (int i = 0; i < xs.size(); i++) {
            n += inset.contains(frame.pixelX(xs.at(i)), frame.pixelY(ys.at(i))) ? 1 : 0;
        }
        return n;
    }

    void draw(Markup svg, PlotFrame frame, SvgInk ink) {
        switch (series.role()) {
            case BAND -> {
                if (series.upper().length > 0) {
                    svg.path(band(frame), ink.filled(series));
                }
            }
            case FIT, CURVE -> svg.path(line(frame), ink.drawn(series));
            case EXCLUDED -> svg.path(crosses(frame), ink.drawn(series));
            case MEASURED -> {
                if (series.errors().length == sampler.trace().size()) {
                    svg.path(errorBars(frame), ink.drawn(series));
                }
                svg.path(symbols(frame), ink.drawn(series));
            }
        }
        svg.line();
    }

    private PathData band(PlotFrame frame) {
        PathData data = new PathData();
        Values xs = sampler.trace().x();
        Values lower = sampler.trace().y();
        double[] upper = series.upper();
        int n = Math.min(xs.size(), upper.length);
        for (int i = 0; i < n; i++) {
            double x = frame.pixelX(xs.at(i));
            double y = low(frame, lower.at(i));
            if (i == 0) {
                data.move(x, y);
            } else {
                data.line(x, y);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            data.line(frame.pixelX(xs.at(i)), low(frame, upper[i]));
        }
        return data.end();
    }

    /** What has no place on a logarithmic axis lies far below. */
    private static double low(PlotFrame frame, double value) {
        double pixel = frame.pixelY(value);
        return Double.isNaN(pixel) ? 10 * frame.height() : pixel;
    }

    private static PlotFrame finer(PlotFrame frame) {
        return frame.resized(FINER * frame.width(), FINER * frame.height());
    }

    private PathData line(PlotFrame frame) {
        PathData data = new PathData();
        Sample sample = sampler.line(finer(frame));
        boolean joined = false;
        for (int i = 0; i < sample.size(); i++) {
            double x = frame.pixelX(sample.x()[i]);
            double y = frame.pixelY(sample.y()[i]);
            boolean visible = Double.isFinite(x) && Double.isFinite(y);
            if (visible && joined) {
                data.line(x, y);
            } else if (visible) {
                data.move(x, y);
            }
            joined = visible;
        }
        return data;
    }

    private interface AtPixel {
        /** Draws at pixels what is the point {@code index} of the series with the ordinate y. */
        void draw(double pixelX, double pixelY, double y, int index);
    }

    private void each(PlotFrame frame, AtPixel at) {
        Sample sample = sampler.symbols(finer(frame));
        for (int i = 0; i < sample.size(); i++) {
            double x = frame.pixelX(sample.x()[i]);
            double y = frame.pixelY(sample.y()[i]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                at.draw(x, y, sample.y()[i], sample.index()[i]);
            }
        }
    }

    private PathData symbols(PlotFrame frame) {
        PathData data = new PathData();
        Symbol symbol = Symbol.of(series.group());
        each(frame, (x, y, value, i) -> data.symbol(symbol, x, y, RADIUS));
        return data;
    }

    private PathData crosses(PlotFrame frame) {
        PathData data = new PathData();
        each(frame, (x, y, value, i) -> data.cross(x, y, RADIUS));
        return data;
    }

    private PathData errorBars(PlotFrame frame) {
        PathData data = new PathData();
        each(
                frame,
                (x, y, value, i) -> {
                    double error = series.errors()[i];
                    if (error > 0 && Double.isFinite(error)) {
                        whisker(data, x, y, frame.pixelY(value + error));
                        whisker(data, x, y, low(frame, value - error));
                    }
                });
        return data;
    }

    /** Half an error bar; one that ends within the symbol is left out. */
    private static void whisker(PathData data, double x, double from, double to) {
        if (Math.abs(to - from) > RADIUS) {
            data.segment(x, from + Math.copySign(RADIUS, to - from), x, to);
            data.segment(x - RADIUS, to, x + RADIUS, to);
        }
    }
}
