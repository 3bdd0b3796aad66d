// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.Symbol;
import org.ionbench.engine.sampling.Sample;

import java.util.BitSet;

/** Draws series as their roles ask. */
final class SeriesPainter {
    static final double SYMBOL = 5;
    private static final float FIT = 1.5f;
    private static final float CURVE = 1.2f;
    private static final float OUTLINE = 1.1f;
    private static final int BAND = 51;
    private static final int CAP = 2;

    private final Ink ink;
    private final Style style;
    private final Rectangle area;
    private final PlotFrame frame;

    SeriesPainter(Ink ink, Style style, Rectangle area, PlotFrame frame) {
        this.ink = ink;
        this.style = style;
        this.area = area;
        this.frame = frame;
    }

    void paint(Layer layer) {
        Series series = layer.series();
        Color colour = style.group(series.group());
        ink.gc().setForeground(colour);
        ink.gc().setBackground(colour);
        switch (series.role()) {
            case MEASURED -> {
                errors(layer);
                symbols(layer.sample(), Symbol.of(series.group()));
            }
            case EXCLUDED -> crosses(layer.sample());
            case FIT -> line(layer.sample(), FIT);
            case CURVE -> line(layer.sample(), CURVE);
            case BAND -> band(layer);
        }
    }

    /** Marks the points of these rows. */
    void highlight(Layer layer, BitSet rows) {
        if (!layer.isData() || !layer.hasRows()) {
            return;
        }
        GC gc = ink.gc();
        gc.setBackground(style.accent());
        gc.setForeground(style.foreground());
        Sample sample = layer.sample();
        for (int i = 0; i < sample.size(); i++) {
            int row = sample.index()[i] < 0 ? -1 : layer.row(sample.index()[i]);
            if (row >= 0 && rows.get(row)) {
                dot(x(sample.x()[i]), y(sample.y()[i]), SYMBOL + 3);
            }
        }
    }

    private void dot(double x, double y, double size) {
        if (!isNear(x, y)) {
            return;
        }
        Path path = new Path(ink.gc().getDevice());
        Ink.symbol(path, Symbol.CIRCLE, x, y, size);
        ink.width(OUTLINE);
        ink.gc().fillPath(path);
        ink.gc().drawPath(path);
        path.dispose();
    }

    private void symbols(Sample sample, Symbol symbol) {
        Path path = new Path(ink.gc().getDevice());
        for (int i = 0; i < sample.size(); i++) {
            double x = x(sample.x()[i]);
            double y = y(sample.y()[i]);
            if (isNear(x, y)) {
                Ink.symbol(path, symbol, x, y, SYMBOL);
            }
        }
        ink.width(OUTLINE);
        ink.gc().drawPath(path);
        path.dispose();
    }

    private void crosses(Sample sample) {
        Path path = new Path(ink.gc().getDevice());
        for (int i = 0; i < sample.size(); i++) {
            double x = x(sample.x()[i]);
            double y = y(sample.y()[i]);
            if (isNear(x, y)) {
                Ink.cross(path, x, y, SYMBOL);
            }
        }
        ink.gc().setForeground(style.muted());
        ink.width(OUTLINE);
        ink.gc().drawPath(path);
        path.dispose();
    }

    private void line(Sample sample, float width) {
        double[] x = new double[sample.size()];
        double[] y = new double[sample.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = x(sample.x()[i]);
            y[i] = y(sample.y()[i]);
        }
        ink.width(width);
        ink.line(x, y, area);
    }

    private void band(Layer layer) {
        Sample sample = layer.sample();
        double[] upper = layer.series().upper();
        double bottom = area.y + area.height;
        double[] x = new double[sample.size()];
        double[] low = new double[sample.size()];
        double[] high = new double[sample.size()];
        for (int i = 0; i < x.length; i++) {
            int index = sample.index()[i];
            x[i] = x(sample.x()[i]);
            low[i] = y(sample.y()[i]);
            high[i] = index >= 0 && index < upper.length ? y(upper[index]) : Double.NaN;
            // an edge that leaves a logarithmic axis leaves it downwards
            if (Double.isNaN(low[i]) && Double.isFinite(high[i])) {
                low[i] = bottom;
            }
        }
        GC gc = ink.gc();
        gc.setAlpha(BAND);
        ink.band(x, low, high, area);
        gc.setAlpha(255);
    }

    private void errors(Layer layer) {
        double[] errors = layer.series().errors();
        if (errors.length == 0) {
            return;
        }
        Sample sample = layer.sample();
        double bottom = area.y + area.height + CAP + 1.0;
        ink.gc().setLineStyle(SWT.LINE_SOLID);
        for (int i = 0; i < sample.size(); i++) {
            int index = sample.index()[i];
            double x = x(sample.x()[i]);
            if (index < 0 || index >= errors.length || !(errors[index] > 0) || !isNear(x)) {
                continue;
            }
            double high = y(sample.y()[i] + errors[index]);
            double low = y(sample.y()[i] - errors[index]);
            double from = Math.max(high, area.y - 2.0 * CAP);
            double to = Math.min(Double.isNaN(low) ? bottom : low, bottom);
            if (!(from < to)) {
                continue;
            }
            ink.hair(x, from, x, to);
            ink.hair(x - CAP, from, x + CAP, from);
            ink.hair(x - CAP, to, x + CAP, to);
        }
    }

    double x(double value) {
        return area.x + frame.pixelX(value);
    }

    double y(double value) {
        return area.y + frame.pixelY(value);
    }

    private boolean isNear(double x) {
        return x > area.x - SYMBOL && x < area.x + area.width + SYMBOL;
    }

    private boolean isNear(double x, double y) {
        return isNear(x) && y > area.y - SYMBOL && y < area.y + area.height + SYMBOL;
    }
}
