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
import org.ionbench.engine.plotting.Tick;
import org.ionbench.engine.sampling.Sampler;
import org.ionbench.engine.sampling.Trace;

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
    private static final double NAME = 28;
    private static final double INSET = 0.46;
    private static final double INSET_GAP = 10;
    private static final double INSET_BOTTOM = 22;
    private static final double TICK = 5;
    private static final double MINOR_TICK = 2.5;
    static final double CHARACTER = 6.7;
    private static final String FONT =
            "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans',"
                    + " sans-serif";

    private final Plot plot;
    private final int width;
    private final SvgInk ink;
    private final List<SvgLayer> layers;
    private final Extent extent;
    private final double left;
    private final double top;
    private final PlotFrame frame;
    private final Markup svg = new Markup();

    SvgDrawing(
            Plot plot,
            Function<String, Optional<Table>> tables,
            int width,
            Optional<Extent> window,
            SvgInk ink) {
        this(plot, layers(plot, tables), width, window, ink, NAME);
    }

    /**
     * @param beside what is left beside the numbers of the vertical axis for its name
     */
    private SvgDrawing(
            Plot plot,
            List<SvgLayer> layers,
            int width,
            Optional<Extent> window,
            SvgInk ink,
            double beside) {
        this.plot = plot;
        this.width = width;
        this.layers = layers;
        Extent box = Extent.EMPTY;
        int highest = 0;
        for (SvgLayer layer : layers) {
            box = box.with(layer.extent(plot));
            highest = Math.max(highest, layer.series().group());
        }
        extent = window.orElse(box);
        this.ink = ink.of(highest + 1);
        top = plot.x().top() == Axis.Opposite.NONE ? TOP : OPPOSITE;
        // how long the numbers are decides how much is left for the plot, and the other way round
        left = beside + CHARACTER * digits(laidOut(60));
        frame = laidOut(left);
    }

    private static List<SvgLayer> layers(Plot plot, Function<String, Optional<Table>> tables) {
        List<SvgLayer> layers = new ArrayList<>();
        for (Series series : plot.series()) {
            Trace.of(series.points(), tables)
                    .ifPresent(t -> layers.add(new SvgLayer(series, new Sampler(t))));
        }
        return List.copyOf(layers);
    }

    /**
     * The document.
     *
     * @param inset what a smaller plot inside shows; empty for none
     */
    String svg(Optional<Extent> inset) {
        List<Series> all = layers.stream().map(SvgLayer::series).toList();
        SvgLegend legend = new SvgLegend(all, left, width - RIGHT);
        double below = top + frame.height() + BOTTOM;
        String height = number(below + legend.height());
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                number(width),
                "height",
                height,
                "viewBox",
                "0 0 " + number(width) + " " + height,
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
        layers.forEach(layer -> layer.draw(svg, frame, ink));
        svg.close().line();
        axes(true);
        inset.ifPresent(this::inset);
        legend.draw(svg, below, ink);
        return svg.close().line().toString();
    }

    // ---- layout

    private PlotFrame laidOut(double margin) {
        double w = width - margin - RIGHT;
        double h = HEIGHT_TO_WIDTH * w;
        if (plot.equalAspect() && extent.xLow() < extent.xHigh()) {
            double ratio = (extent.yHigh() - extent.yLow()) / (extent.xHigh() - extent.xLow());
            h = w * Math.clamp(ratio, FLATTEST, 1);
        }
        return PlotFrame.all(plot, extent, w, h);
    }

    /** Of the longest number of the vertical axis. */
    private static int digits(PlotFrame laidOut) {
        return laidOut.y().ticks().stream().mapToInt(t -> t.label().length()).max().orElse(1);
    }

    // ---- axes

    /** A smaller plot in the corner where it hides least. */
    private void inset(Extent box) {
        int size = (int) (INSET * frame.width());
        SvgDrawing small = new SvgDrawing(plot, layers, size, Optional.of(box), ink, INSET_GAP);
        double w = size;
        double h = small.top + small.frame.height() + INSET_BOTTOM;
        double[][] corners = {
            {left + frame.width() - w - INSET_GAP, top + INSET_GAP},
            {left + INSET_GAP, top + INSET_GAP},
            {left + frame.width() - w - INSET_GAP, top + frame.height() - h - INSET_GAP},
            {left + INSET_GAP, top + frame.height() - h - INSET_GAP}
        };
        double[] corner = corners[0];
        int least = Integer.MAX_VALUE;
        for (double[] c : corners) {
            int hidden =
                    layers.stream()
                            .mapToInt(l -> l.within(frame, c[0] - left, c[1] - top, w, h))
                            .sum();
            if (hidden < least) {
                least = hidden;
                corner = c;
            }
        }
        svg.add(small.inside(corner[0], corner[1], w, h)).line();
    }

    /** This drawing as part of another: no legend, no names of axes. */
    private String inside(double x, double y, double w, double h) {
        svg.open(
                "svg",
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(w),
                "height",
                number(h),
                "font-size",
                "10");
        svg.empty("rect", ink.background("fill", "width", "100%", "height", "100%")).line();
        svg.open(
                "svg",
                "x",
                number(left),
                "y",
                number(top),
                "width",
                number(frame.width()),
                "height",
                number(frame.height()));
        layers.forEach(layer -> layer.draw(svg, frame, ink));
        svg.close().line();
        axes(false);
        return svg.close().toString();
    }

    private void axes(boolean named) {
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
        svg.path(lines, ink.foreground("stroke", "fill", "none", "stroke-width", "1"));
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
        if (!named) {
            svg.close();
            return;
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
}
