// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.junit.jupiter.api.Test;

import java.util.List;

class RightAxisTest {
    private static final double[] CYCLES = {1, 2, 3};
    private static final Extent CAPACITIES = new Extent(1, 3, 100, 200);
    private static final Extent EFFICIENCIES = new Extent(1, 3, 0.9, 1);

    private static final Plot PLOT =
            plot(
                            Axis.linear("capacity", "Q", "mAh/g"),
                            Series.measured("discharge", 0, CYCLES, new double[] {200, 150, 100}),
                            Series.measured("charge", 1, CYCLES, new double[] {200, 150, 100}))
                    .withRight(
                            plot(
                                    Axis.linear("efficiency", "CE", "1"),
                                    Series.measured(
                                            "efficiency", 0, CYCLES, new double[] {0.9, 0.95, 1})));

    private static Plot plot(Axis y, Series... series) {
        return Plot.of("plot", "Plot", Axis.linear("cycle", "Cycle", "1"), y, List.of(series));
    }

    @Test
    void noColourIsTwice() {
        assertEquals(2, RightAxis.series(PLOT).getFirst().group());
        assertEquals(3, RightAxis.groups(PLOT));
    }

    @Test
    void allIsSeenOfBoth() {
        PlotFrame left = PlotFrame.all(PLOT, CAPACITIES, 400, 300);
        PlotFrame right = RightAxis.frame(left, CAPACITIES, EFFICIENCIES);
        assertEquals(left.x().span(), right.x().span());
        // the same margins: the lowest and the highest of both lie at the same height
        assertEquals(left.pixelY(100), right.pixelY(0.9), 1e-6);
        assertEquals(left.pixelY(200), right.pixelY(1), 1e-6);
    }

    @Test
    void lookingCloserDoesSoOnBothSides() {
        PlotFrame left = PlotFrame.all(PLOT, CAPACITIES, 400, 300).zoomed(0.5, 0.5, 200, 150);
        PlotFrame right = RightAxis.frame(left, CAPACITIES, EFFICIENCIES);
        assertEquals(left.x().span(), right.x().span());
        assertEquals(0.95, right.valueY(150), 1e-9);
        assertEquals(left.pixelY(120), right.pixelY(0.92), 1e-6);
    }

    @Test
    void logarithmicBesideLinear() {
        Plot plot =
                plot(
                                Axis.logarithmic("modulus", "|Z|", "ohm"),
                                Series.measured("", 0, CYCLES, new double[] {1, 10, 100}))
                        .withRight(PLOT.right().orElseThrow());
        Extent decades = new Extent(1, 3, 1, 100);
        PlotFrame left = PlotFrame.all(plot, decades, 400, 300);
        PlotFrame right = RightAxis.frame(left, decades, EFFICIENCIES);
        assertEquals(left.pixelY(10), right.pixelY(0.95), 1e-6);
        assertTrue(right.y().span().contains(1));
    }

    @Test
    void anInsetLiesWhereItHidesLeast() {
        PlotFrame frame = PlotFrame.all(PLOT, CAPACITIES, 400, 300);
        Inset free = Inset.place(frame, 100, 80, p -> 0);
        assertTrue(free.contains(389, 11) && !free.contains(11, 11), free.toString());
        Inset low = Inset.place(frame, 100, 80, p -> p.y() < 150 ? 3 : p.x() < 150 ? 1 : 2);
        assertTrue(low.contains(11, 289), low.toString());
        assertEquals(390, free.x() + free.width(), 1e-9);
        assertEquals(290, low.y() + low.height(), 1e-9);
    }
}
