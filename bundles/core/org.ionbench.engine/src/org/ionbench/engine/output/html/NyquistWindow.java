// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.Extent;

import java.util.Optional;

/**
 * The part of a Nyquist plot where the arcs are. A blocking electrode makes a steep tail at low
 * frequencies that soon is a hundred times longer than the resistance one looks for; drawn whole,
 * with equal axes, the arcs vanish. Where a curve ends in such a tail, the window reaches nearly
 * twice as far as the foot of the tail.
 */
public final class NyquistWindow {
    private static final double STEEP = 1.5;
    private static final double TAIL_TO_FOOT = 1.5;
    private static final double REACH = 1.8;
    private static final double HEIGHT_TO_WIDTH = 0.6;

    private NyquistWindow() {}

    /** The window of a plot with equal aspect; empty where the whole plot is right. */
    public static Optional<Extent> of(Plot plot) {
        double foot = foot(plot, Series.Role.FIT);
        if (!(foot > 0)) {
            foot = foot(plot, Series.Role.MEASURED);
        }
        if (!plot.equalAspect() || !(foot > 0)) {
            return Optional.empty();
        }
        double right = REACH * foot;
        double top = HEIGHT_TO_WIDTH * right;
        Extent window = Extent.EMPTY.with(0, 0).with(right, top);
        for (Series series : plot.series()) {
            if (series.points() instanceof Points.Inline p) {
                for (int i = 0; i < p.x().length; i++) {
                    if (p.x()[i] <= right && Math.abs(p.y()[i]) <= top) {
                        window = window.with(p.x()[i], p.y()[i]);
                    }
                }
            }
        }
        return Optional.of(window);
    }

    private static double foot(Plot plot, Series.Role role) {
        double foot = 0;
        for (Series series : plot.series()) {
            if (series.role() == role && series.points() instanceof Points.Inline p) {
                foot = Math.max(foot, foot(p.x(), p.y()));
            }
        }
        return foot;
    }

    /** Where a steep tail starts, as an abscissa; 0 where there is none to speak of. */
    private static double foot(double[] x, double[] y) {
        int n = x.length;
        if (n < 3) {
            return 0;
        }
        // the tail is at the end with the larger modulus, whichever way the curve runs
        boolean backwards = Math.hypot(x[0], y[0]) > Math.hypot(x[n - 1], y[n - 1]);
        int at = backwards ? 0 : n - 1;
        int step = backwards ? 1 : -1;
        double end = y[at];
        while (at + step >= 0 && at + step < n) {
            double rise = y[at] - y[at + step];
            double run = x[at] - x[at + step];
            if (!(rise > 0) || !(rise > STEEP * run)) {
                break;
            }
            at += step;
        }
        return x[at] > 0 && end - y[at] > TAIL_TO_FOOT * x[at] ? x[at] : 0;
    }
}
