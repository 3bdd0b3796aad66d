// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;

import java.util.function.IntToDoubleFunction;

/** Stretches of a scan as curves of a plot. */
public final class Curves {
    private static final int MOST_POINTS = 3000;

    private Curves() {}

    /** The points of a stretch; of more than 3000 every second, third and so on. */
    public static Series of(
            String name,
            int group,
            int from,
            int to,
            IntToDoubleFunction x,
            IntToDoubleFunction y) {
        int step = Math.ceilDiv(Math.max(1, to - from), MOST_POINTS);
        int n = Math.ceilDiv(to - from, step);
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int p = 0; p < n; p++) {
            xs[p] = x.applyAsDouble(from + p * step);
            ys[p] = y.applyAsDouble(from + p * step);
        }
        return Series.curve(name, group, new Points.Inline(xs, ys));
    }
}
