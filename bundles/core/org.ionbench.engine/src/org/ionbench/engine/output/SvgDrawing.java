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
import org.ionbench.engine.plotting.Inset;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.RightAxis;
import org.ionbench.engine.plotting.Tick;
import org.ionbench.engine.sampling.Sampler;
import org.ionbench.engine.sampling.Trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One plot while it is drawn: margins, series, axes, legend. */
final class SvgDrawing {
    private static final double HEIGHT_TO_WIDTH = 0.72;
    private static final double FLATTEST = 0.45;
    private static final double RIGHT = 16;
    private static final double RIGHT_NAME = 32;
    private static final double TOP = 10;
    private static final double OPPOSITE = 42;
    private static final double BOTTOM = 46;
    private static final double NAME = 28;
    private static final double INSET_EDGE = 10;
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
    private final Optional<Right> right;
    private final Optional<PlotFrame> rightFrame;
    private final double edge;
    private final Markup svg = new Markup();

    SvgDrawing(
            Plot plot,
            Function<String, Optional<Table>> tables,
            int width,
            Optional<Extent> window,
            SvgInk ink) {
        this(
                plot,
                layers(plot.series(), tables),
                plot.right().map(r -> new Right(r, layers(RightAxis.series(plot), tables))),
                width,
                window,
                ink,
                NAME);
    }

    /** What belongs to the axis on the right. */
    private record Right(Plot plot, List<SvgLayer> layers) {
        Extent extent() {
            return SvgDrawing.extent(plot, layers);
        }
    }

    /**
     * @param beside what is left beside the numbers of the vertical axis for its name
     */
    private SvgDrawing(
            Plot plot,
            List<SvgLayer> layers,
            Optional<Right> right,
            int width,
            Optional<Extent> window,
            SvgInk ink,
            double beside) {
        this.plot = plot;
        this.width = width;
        this.layers = layers;
        this.right = right;
        extent = window.orElse(extent(plot, layers));
        this.ink = ink.of(series().stream().mapToInt(Series::group).max().orElse(0) + 1);
        edge = right.map(this::edge).orElse(RIGHT);
        top = plot.x().top() == Axis.Opposite.NONE ? TOP : OPPOSITE;
        // how long the numbers are decides how much is left for the plot, and the other way round
        left = beside + CHARACTER * digits(laidOut(60));
        frame = laidOut(left);
        rightFrame = right.map(r -> RightAxis.frame(frame, extent, r.extent()));
    }

    /** What the numbers and the name of an axis on the right take. */
    private double edge(Right r) {
        double height = HEIGHT_TO_WIDTH * width;
        return RIGHT_NAME + CHARACTER * digits(PlotFrame.all(r.plot(), r.extent(), width, height));
    }

    private List<Series> series() {
        return Stream.concat(layers.stream(), right.stream().flatMap(r -> r.layers().stream()))
                .map(SvgLayer::series)
                .toList();
    }

    private static Extent extent(Plot plot, List<SvgLayer> layers) {
        Extent box = Extent.EMPTY;
        for (SvgLayer layer : layers) {
            box = box.with(layer.extent(plot));
        }
        return box;
    }

    private static List<SvgLayer> layers(
            List<Series> all, Function<String, Optional<Table>> tables) {
        List<SvgLayer> layers = new ArrayList<>();
        for (Series series : all) {
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
        SvgLegend legend = new SvgLegend(series(), left, width - edge);
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
        data();
        axes(true);
        rightFrame.ifPresent(f -> rightAxis(f.y()));
        inset.ifPresent(this::inset);
        legend.draw(svg, below, ink);
        return svg.close().line().toString();
    }

    /** What is drawn between the axes; an inner svg clips what lies outside. */
    private void data() {
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
        right.ifPresent(r -> r.layers().forEach(l -> l.draw(svg, rightFrame.orElseThrow(), ink)));
        svg.close().line();
    }

    // ---- layout

    private PlotFrame laidOut(double margin) {
        double w = width - margin - edge;
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
        int size = (int) (Inset.SHARE * frame.width());
        SvgDrawing small =
                new SvgDrawing(
                        plot, layers, Optional.empty(), size, Optional.of(box), ink, INSET_EDGE);
        double w = size;
        double h = small.top + small.frame.height() + INSET_BOTTOM;
        Inset place =
                Inset.place(
                        frame, w, h, p -> layers.stream().mapToInt(l -> l.within(frame, p)).sum());
        svg.add(small.inside(left + place.x(), top + place.y(), w, h)).line();
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
        data();
        axes(false);
        return svg.close().toString();
    }

    private void axes(boolean named) {
        double end = left + frame.width();
        double bottom = top + frame.height();
        PathData lines = new PathData();
        lines.move(left, top).line(end, top).line(end, bottom).line(left, bottom).end();
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
            lines.segment(left, at, left + TICK, at);
            if (rightFrame.isEmpty()) {
                lines.segment(end, at, end - TICK, at);
            }
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
        named(y.label(), 14);
        svg.close().line();
    }

    private void rightAxis(AxisScale y) {
        double end = left + frame.width();
        double bottom = top + frame.height();
        PathData lines = new PathData();
        for (Tick tick : y.ticks()) {
            double at = bottom - y.pixel(tick.value());
            lines.segment(end, at, end - TICK, at);
        }
        for (double value : y.minorTicks()) {
            double at = bottom - y.pixel(value);
            lines.segment(end, at, end - MINOR_TICK, at);
        }
        svg.path(lines, ink.foreground("stroke", "fill", "none", "stroke-width", "1")).line();
        svg.open("g", ink.foreground("fill"));
        for (Tick tick : y.ticks()) {
            text(tick.label(), end + 6, bottom - y.pixel(tick.value()) + 4, "start");
        }
        named(y.label(), width - 8);
        svg.close().line();
    }

    /** The name of a vertical axis. */
    private void named(String text, double x) {
        double middle = top + frame.height() / 2;
        String turned = "translate(" + number(x) + " " + number(middle) + ") rotate(-90)";
        svg.open("text", "transform", turned, "text-anchor", "middle");
        svg.indexedInSvg(text).close();
    }

    private void text(String text, double x, double y, String anchor) {
        svg.open("text", "x", number(x), "y", number(y), "text-anchor", anchor);
        svg.indexedInSvg(text).close();
    }
}
