// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import static org.ionbench.engine.output.PathData.number;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.table.Table;
import org.ionbench.engine.plotting.AxisScale;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.Symbol;
import org.ionbench.engine.plotting.Tick;
import org.ionbench.engine.sampling.Sample;
import org.ionbench.engine.sampling.Sampler;
import org.ionbench.engine.sampling.Trace;
import org.ionbench.engine.sampling.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One plot while it is drawn: margins, series, axes, legend. */
final class SvgDrawing {
    private static final double HEIGHT_TO_WIDTH = 0.72;
    private static final double FLATTEST = 0.45;
    private static final double RIGHT = 16;
    private static final double TOP = 10;
    private static final double OPPOSITE = 42;
    private static final double BOTTOM = 46;
    private static final double TICK = 5;
    private static final double MINOR_TICK = 2.5;
    private static final double RADIUS = 2.7;
    private static final double LINE = 18;
    private static final double SAMPLE = 26;
    private static final double BETWEEN = 18;
    private static final double CHARACTER = 6.7;
    private static final String FONT =
            "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans',"
                    + " sans-serif";

    /** How much finer than a screen the page is: a curve is sampled for so many pixels more. */
    private static final double FINER = 2;

    private record Layer(Series series, Sampler sampler) {}

    private final Plot plot;
    private final int width;
    private final SvgInk ink;
    private final List<Layer> layers = new ArrayList<>();
    private final Extent extent;
    private final int groups;
    private final double left;
    private final double top;
    private final PlotFrame frame;
    private final PlotFrame fine;
    private final Markup svg = new Markup();

    SvgDrawing(
            Plot plot,
            Function<String, Optional<Table>> tables,
            int width,
            Optional<Extent> window,
            SvgInk ink) {
        this.plot = plot;
        this.width = width;
        this.ink = ink;
        Extent box = Extent.EMPTY;
        int highest = 0;
        for (Series series : plot.series()) {
            Optional<Trace> trace = Trace.of(series.points(), tables);
            if (trace.isPresent()) {
                Layer layer = new Layer(series, new Sampler(trace.get()));
                layers.add(layer);
                box = box.with(extent(layer));
                highest = Math.max(highest, series.group());
            }
        }
        extent = window.orElse(box);
        groups = highest + 1;
        top = plot.x().top() == Axis.Opposite.NONE ? TOP : OPPOSITE;
        // how long the numbers are decides how much is left for the plot, and the other way round
        left = margin(laidOut(60));
        frame = laidOut(left);
        fine = frame.resized(FINER * frame.width(), FINER * frame.height());
    }

    String svg() {
        List<List<Series>> legend = legendLines();
        double height =
                top + frame.height() + BOTTOM + LINE * legend.size() + (legend.isEmpty() ? 0 : 4);
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                number(width),
                "height",
                number(height),
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "role",
                "img",
                "font-family",
                FONT,
                "font-size",
                "12");
        svg.element("title", plot.title()).line();
        if (!ink.bothThemes()) {
            svg.empty("rect", ink.background("fill", "width", "100%", "height", "100%")).line();
        }
        // an inner svg clips what lies outside the axes
        svg.open(
                        "svg",
                        "x",
                        number(left),
                        "y",
                        number(top),
                        "width",
                        number(frame.width()),
                        "height",
                        number(frame.height()))
                .line();
        layers.forEach(this::layer);
        svg.close().line();
        axes();
        double y = top + frame.height() + BOTTOM + 10;
        for (List<Series> line : legend) {
            legend(line, y);
            y += LINE;
        }
        return svg.close().line().toString();
    }

    // ---- layout

    private Extent extent(Layer layer) {
        boolean logarithmicX = plot.x().scale() == Axis.Scale.LOGARITHMIC;
        boolean logarithmicY = plot.y().scale() == Axis.Scale.LOGARITHMIC;
        Extent box = layer.sampler.extent(logarithmicX, logarithmicY);
        for (double upper : layer.series.upper()) {
            if (!logarithmicY || upper > 0) {
                box = box.with(Double.NaN, upper);
            }
        }
        return box;
    }

    private PlotFrame laidOut(double margin) {
        double w = width - margin - RIGHT;
        double h = HEIGHT_TO_WIDTH * w;
        if (plot.equalAspect() && extent.xLow() < extent.xHigh()) {
            double ratio = (extent.yHigh() - extent.yLow()) / (extent.xHigh() - extent.xLow());
            h = w * Math.clamp(ratio, FLATTEST, 1);
        }
        return PlotFrame.all(plot, extent, w, h);
    }

    private static double margin(PlotFrame laidOut) {
        int longest =
                laidOut.y().ticks().stream().mapToInt(t -> t.label().length()).max().orElse(1);
        return 28 + CHARACTER * longest;
    }

    // ---- series

    private void layer(Layer layer) {
        Series series = layer.series;
        switch (series.role()) {
            case BAND -> {
                if (series.upper().length > 0) {
                    String[] more = {"fill-opacity", "0.2", "stroke", "none"};
                    path(band(layer), ink.group("fill", series.group(), groups, more));
                }
            }
            case FIT, CURVE -> path(line(layer), stroke(series, "1.5"));
            case EXCLUDED -> path(crosses(layer), stroke(series, "1"));
            case MEASURED -> {
                if (series.errors().length == layer.sampler.trace().size()) {
                    path(errorBars(layer), stroke(series, "1"));
                }
                path(symbols(layer), stroke(series, "1.2"));
            }
        }
        svg.line();
    }

    private void path(PathData data, String... attributes) {
        if (!data.isEmpty()) {
            String[] all = new String[attributes.length + 2];
            all[0] = "d";
            all[1] = data.toString();
            System.arraycopy(attributes, 0, all, 2, attributes.length);
            svg.empty("path", all);
        }
    }

    private String[] stroke(Series series, String lineWidth) {
        String[] more = {"fill", "none", "stroke-width", lineWidth, "stroke-linejoin", "round"};
        return series.role() == Series.Role.EXCLUDED
                ? ink.muted("stroke", more)
                : ink.group("stroke", series.group(), groups, more);
    }

    private PathData band(Layer layer) {
        PathData data = new PathData();
        Values xs = layer.sampler.trace().x();
        Values lower = layer.sampler.trace().y();
        double[] upper = layer.series.upper();
        int n = Math.min(xs.size(), upper.length);
        for (int i = 0; i < n; i++) {
            double x = frame.pixelX(xs.at(i));
            double y = low(frame.pixelY(lower.at(i)));
            if (i == 0) {
                data.move(x, y);
            } else {
                data.line(x, y);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            data.line(frame.pixelX(xs.at(i)), low(frame.pixelY(upper[i])));
        }
        return data.end();
    }

    /** What has no place on a logarithmic axis lies far below. */
    private double low(double pixel) {
        return Double.isNaN(pixel) ? 10 * frame.height() : pixel;
    }

    private PathData line(Layer layer) {
        PathData data = new PathData();
        Sample sample = layer.sampler.line(fine);
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

    private void each(Layer layer, AtPixel at) {
        Sample sample = layer.sampler.symbols(fine);
        for (int i = 0; i < sample.size(); i++) {
            double x = frame.pixelX(sample.x()[i]);
            double y = frame.pixelY(sample.y()[i]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                at.draw(x, y, sample.y()[i], sample.index()[i]);
            }
        }
    }

    private PathData symbols(Layer layer) {
        PathData data = new PathData();
        Symbol symbol = Symbol.of(layer.series.group());
        each(layer, (x, y, value, i) -> data.symbol(symbol, x, y, RADIUS));
        return data;
    }

    private PathData crosses(Layer layer) {
        PathData data = new PathData();
        each(layer, (x, y, value, i) -> data.cross(x, y, RADIUS));
        return data;
    }

    private PathData errorBars(Layer layer) {
        PathData data = new PathData();
        each(
                layer,
                (x, y, value, i) -> {
                    double error = layer.series.errors()[i];
                    if (error > 0 && Double.isFinite(error)) {
                        whisker(data, x, y, frame.pixelY(value + error));
                        whisker(data, x, y, low(frame.pixelY(value - error)));
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

    // ---- axes

    private void axes() {
        double right = left + frame.width();
        double bottom = top + frame.height();
        PathData lines = new PathData();
        lines.move(left, top).line(right, top).line(right, bottom).line(left, bottom).end();
        AxisScale x = frame.x();
        AxisScale y = frame.y();
        boolean opposite = !x.oppositeTicks().isEmpty();
        for (Tick tick : x.ticks()) {
            double at = left + x.pixel(tick.value());
            lines.segment(at, bottom, at, bottom - TICK);
            if (!opposite) {
                lines.segment(at, top, at, top + TICK);
            }
        }
        for (double value : x.minorTicks()) {
            double at = left + x.pixel(value);
            lines.segment(at, bottom, at, bottom - MINOR_TICK);
        }
        for (Tick tick : x.oppositeTicks()) {
            double at = left + x.pixel(tick.value());
            lines.segment(at, top, at, top + TICK);
        }
        for (Tick tick : y.ticks()) {
            double at = bottom - y.pixel(tick.value());
            lines.segment(left, at, left + TICK, at).segment(right, at, right - TICK, at);
        }
        for (double value : y.minorTicks()) {
            double at = bottom - y.pixel(value);
            lines.segment(left, at, left + MINOR_TICK, at);
        }
        path(lines, ink.foreground("stroke", "fill", "none", "stroke-width", "1"));
        svg.line();
        svg.open("g", ink.foreground("fill"));
        for (Tick tick : x.ticks()) {
            text(tick.label(), left + x.pixel(tick.value()), bottom + 16, "middle");
        }
        for (Tick tick : x.oppositeTicks()) {
            text(tick.label(), left + x.pixel(tick.value()), top - 6, "middle");
        }
        for (Tick tick : y.ticks()) {
            text(tick.label(), left - 6, bottom - y.pixel(tick.value()) + 4, "end");
        }
        text(x.label(), left + frame.width() / 2, bottom + 36, "middle");
        if (opposite) {
            text(x.oppositeLabel(), left + frame.width() / 2, top - 26, "middle");
        }
        double middle = top + frame.height() / 2;
        String turned = "translate(14 " + number(middle) + ") rotate(-90)";
        svg.open("text", "transform", turned, "text-anchor", "middle");
        svg.indexedInSvg(y.label()).close();
        svg.close().line();
    }

    private void text(String text, double x, double y, String anchor) {
        svg.open("text", "x", number(x), "y", number(y), "text-anchor", anchor);
        svg.indexedInSvg(text).close();
    }

    // ---- legend

    private List<List<Series>> legendLines() {
        List<List<Series>> lines = new ArrayList<>();
        List<Series> named =
                layers.stream().map(Layer::series).filter(s -> !s.name().isEmpty()).toList();
        if (named.size() < 2) {
            return lines;
        }
        List<Series> line = new ArrayList<>();
        double used = left;
        for (Series series : named) {
            double needed = legendWidth(series);
            if (!line.isEmpty() && used + needed > width - RIGHT + BETWEEN) {
                lines.add(line);
                line = new ArrayList<>();
                used = left;
            }
            line.add(series);
            used += needed;
        }
        lines.add(line);
        return lines;
    }

    private double legendWidth(Series series) {
        return SAMPLE + CHARACTER * legendName(series).length() + BETWEEN;
    }

    /** The name, cut where it would leave the figure. */
    private String legendName(Series series) {
        int most = (int) ((width - left - SAMPLE) / CHARACTER);
        String name = series.name();
        return name.length() <= most ? name : name.substring(0, Math.max(1, most - 1)) + "\u2026";
    }

    private void legend(List<Series> line, double y) {
        double x = left;
        for (Series series : line) {
            double middle = y - 4;
            double end = x + SAMPLE - 8;
            PathData data = new PathData();
            switch (series.role()) {
                case MEASURED ->
                        data.symbol(Symbol.of(series.group()), (x + end) / 2, middle, RADIUS);
                case EXCLUDED -> data.cross((x + end) / 2, middle, RADIUS);
                case FIT, CURVE -> data.segment(x, middle, end, middle);
                case BAND ->
                        data.move(x, middle - 5)
                                .line(end, middle - 5)
                                .line(end, middle + 5)
                                .line(x, middle + 5)
                                .end();
            }
            if (series.role() == Series.Role.BAND) {
                path(data, ink.group("fill", series.group(), groups, "fill-opacity", "0.2"));
            } else {
                path(data, stroke(series, series.role() == Series.Role.MEASURED ? "1.2" : "1.5"));
            }
            svg.open("text", ink.foreground("fill", "x", number(x + SAMPLE - 2), "y", number(y)));
            svg.indexedInSvg(legendName(series)).close();
            x += legendWidth(series);
        }
        svg.line();
    }
}
