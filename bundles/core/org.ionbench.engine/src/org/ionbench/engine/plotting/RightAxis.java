// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a plot has on the right: series over the same abscissae whose ordinates have an axis of
 * their own. Who looks closer along the axis on the left looks as much closer along that on the
 * right.
 */
public final class RightAxis {

    private RightAxis() {}

    /** The series on the right, in groups after those on the left, so that no colour is twice. */
    public static List<Series> series(Plot plot) {
        int after = plot.series().stream().mapToInt(s -> s.group() + 1).max().orElse(0);
        return plot.right().stream()
                .flatMap(r -> r.series().stream())
                .map(s -> s.withGroup(s.group() + after))
                .toList();
    }

    /** How many groups of series a plot has on the left and on the right. */
    public static int groups(Plot plot) {
        return Stream.concat(plot.series().stream(), series(plot).stream())
                .mapToInt(s -> s.group() + 1)
                .max()
                .orElse(1);
    }

    /**
     * The frame of the series on the right.
     *
     * @param shown the frame of those on the left, of a plot with another on the right
     * @param extent the box around all that is on the left
     * @param right the box around all that is on the right
     */
    public static PlotFrame frame(PlotFrame shown, Extent extent, Extent right) {
        Plot plot = shown.plot();
        Plot other = plot.right().orElseThrow();
        double w = shown.width();
        double h = shown.height();
        Extent place = new Extent(extent.xLow(), extent.xHigh(), right.yLow(), right.yHigh());
        AxisScale whole = PlotFrame.all(plot, extent, w, h).y();
        AxisScale wholeRight = PlotFrame.all(other, place, w, h).y();
        double low = wholeRight.value(whole.pixel(shown.y().span().low()));
        double high = wholeRight.value(whole.pixel(shown.y().span().high()));
        boolean sound = low < high && !Double.isInfinite(low) && !Double.isInfinite(high);
        Span y = sound ? new Span(low, high) : wholeRight.span();
        return PlotFrame.of(other, shown.x().span(), y, w, h);
    }
}
