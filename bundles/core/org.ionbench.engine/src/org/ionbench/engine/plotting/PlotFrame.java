// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;

/**
 * The drawing area of a plot: which part of the plane it shows over how many pixels. One unit is as
 * long on both axes where the plot asks for it, whatever is done to the frame. Pixels count from
 * the left and from the top, as on a screen. Immutable.
 */
public final class PlotFrame {
    private static final double MARGIN = 0.05;
    private static final double MOST_LOG = 300;
    private static final double FINEST = 1e-9;

    private final Plot plot;
    private final double width;
    private final double height;
    private final AxisScale x;
    private final AxisScale y;

    private PlotFrame(Plot plot, Span x, Span y, double width, double height) {
        this.plot = plot;
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        if (isEqual(plot)) {
            // one unit and one spacing of ticks, chosen by the axis with the larger numbers
            AxisScale across = AxisScale.horizontal(plot.x(), x, this.width);
            AxisScale up = AxisScale.horizontal(plot.y(), y, this.height);
            boolean acrossRules = largest(x) >= largest(y);
            this.x = acrossRules ? across : across.like(up);
            this.y = acrossRules ? up.like(across) : up;
        } else {
            this.x = AxisScale.horizontal(plot.x(), x, this.width);
            this.y = AxisScale.vertical(plot.y(), y, this.height);
        }
    }

    /**
     * A frame that shows all points with a margin.
     *
     * @param plot what is drawn
     * @param extent of its points
     * @param width of the drawing area in pixels
     * @param height of the drawing area in pixels
     */
    public static PlotFrame all(Plot plot, Extent extent, double width, double height) {
        Span x = around(plot.x(), extent.xLow(), extent.xHigh());
        Span y = around(plot.y(), extent.yLow(), extent.yHigh());
        if (!isEqual(plot)) {
            return new PlotFrame(plot, x, y, width, height);
        }
        double scale = Math.max(x.length() / Math.max(1, width), y.length() / Math.max(1, height));
        // arcs stand on the axis: what is left over goes above and to both sides
        double spareX = scale * Math.max(1, width) - x.length();
        return new PlotFrame(
                plot,
                new Span(x.low() - spareX / 2, x.high() + spareX / 2),
                new Span(y.low(), y.low() + scale * Math.max(1, height)),
                width,
                height);
    }

    /** A frame that shows these windows; with equal aspect the tighter one is widened. */
    public static PlotFrame of(Plot plot, Span x, Span y, double width, double height) {
        if (!isEqual(plot)) {
            return new PlotFrame(plot, x, y, width, height);
        }
        double scale = Math.max(x.length() / Math.max(1, width), y.length() / Math.max(1, height));
        return new PlotFrame(
                plot,
                about(x, scale * Math.max(1, width)),
                about(y, scale * Math.max(1, height)),
                width,
                height);
    }

    public Plot plot() {
        return plot;
    }

    /** Of the drawing area in pixels. */
    public double width() {
        return width;
    }

    /** Of the drawing area in pixels. */
    public double height() {
        return height;
    }

    /** The horizontal axis, from left to right. */
    public AxisScale x() {
        return x;
    }

    /** The vertical axis, from bottom to top. */
    public AxisScale y() {
        return y;
    }

    /** Pixels from the left edge; NaN where the value has no place on the axis. */
    public double pixelX(double value) {
        return x.pixel(value);
    }

    /** Pixels from the top edge; NaN where the value has no place on the axis. */
    public double pixelY(double value) {
        return height - y.pixel(value);
    }

    public double valueX(double pixel) {
        return x.value(pixel);
    }

    public double valueY(double pixel) {
        return y.value(height - pixel);
    }

    /** The same windows over another area; with equal aspect the centre stays. */
    public PlotFrame resized(double newWidth, double newHeight) {
        if (!isEqual(plot)) {
            return new PlotFrame(plot, x.span(), y.span(), newWidth, newHeight);
        }
        double scale = x.span().length() / width;
        return new PlotFrame(
                plot,
                about(x.span(), scale * Math.max(1, newWidth)),
                about(y.span(), scale * Math.max(1, newHeight)),
                newWidth,
                newHeight);
    }

    /**
     * Closer (factor below 1) or farther, with the values at a pixel staying where they are; this
     * frame where numbers are too coarse to go on.
     *
     * @param factorX of the horizontal window; with equal aspect it serves both axes
     * @param factorY of the vertical window
     */
    public PlotFrame zoomed(double factorX, double factorY, double pixelX, double pixelY) {
        double fy = isEqual(plot) ? factorX : factorY;
        return box(
                pixelX - factorX * pixelX,
                pixelY - fy * pixelY,
                pixelX + factorX * (width - pixelX),
                pixelY + fy * (height - pixelY));
    }

    /** Moved so that what was at the origin is now at these pixels. */
    public PlotFrame panned(double dx, double dy) {
        return box(-dx, -dy, width - dx, height - dy);
    }

    /** What lies between two corners, in pixels; with equal aspect the tighter side is widened. */
    public PlotFrame box(double x1, double y1, double x2, double y2) {
        double left = valueX(Math.min(x1, x2));
        double right = valueX(Math.max(x1, x2));
        double low = valueY(Math.max(y1, y2));
        double high = valueY(Math.min(y1, y2));
        return isSound(x, left, right) && isSound(y, low, high)
                ? of(plot, new Span(left, right), new Span(low, high), width, height)
                : this;
    }

    /** Whether numbers are fine and large enough to show a span. */
    private static boolean isSound(AxisScale scale, double low, double high) {
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        return Double.isFinite(low)
                && Double.isFinite(high)
                && high - low > FINEST * magnitude
                && high - low > 1e-200
                && magnitude < 1e200
                && (!scale.isLogarithmic() || low > 1e-300);
    }

    private static boolean isEqual(Plot plot) {
        return plot.equalAspect()
                && plot.x().scale() == Axis.Scale.LINEAR
                && plot.y().scale() == Axis.Scale.LINEAR;
    }

    private static double largest(Span span) {
        return Math.max(Math.abs(span.low()), Math.abs(span.high()));
    }

    private static Span about(Span span, double length) {
        double centre = span.low() + span.length() / 2;
        return new Span(centre - length / 2, centre + length / 2);
    }

    private static Span around(Axis axis, double low, double high) {
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            if (!(low <= high) || !(low > 0)) {
                return new Span(1, 10);
            }
            double a = Math.log10(low);
            double b = Math.log10(high);
            double margin = b > a ? MARGIN * (b - a) : 0.5;
            return new Span(
                    Math.pow(10, Math.max(-MOST_LOG, a - margin)),
                    Math.pow(10, Math.min(MOST_LOG, b + margin)));
        }
        if (!(low <= high)) {
            return new Span(0, 1);
        }
        double margin = MARGIN * (high - low);
        // a flat line gets a window of its own size around it
        double least = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
        if (!(margin > least)) {
            margin = low == 0 && high == 0 ? 1 : 0.1 * Math.max(Math.abs(low), Math.abs(high));
        }
        return new Span(low - margin, high + margin);
    }
}
