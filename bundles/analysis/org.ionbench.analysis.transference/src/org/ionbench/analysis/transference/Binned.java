// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import org.ionbench.api.analysis.Window;

import java.util.Arrays;

/**
 * Currents of a window of time, averaged over bins of equal width in the logarithm of time: as many
 * points early as late, however long the recording. The error of each bin comes from the noise
 * about it, which is taken from second differences, so that a decay is no noise.
 *
 * @param time mean times in s
 * @param current mean currents in A
 * @param error standard errors of the means in A
 */
record Binned(double[] time, double[] current, double[] error) {
    /** Bins enough for a fit. */
    static final int MANY = 240;

    private static final int NEIGHBOURS = 160;

    /** Of a window, in so many bins; those without a point are left out. */
    static Binned of(Polarisation p, Window window, int most) {
        int from = 0;
        int to = p.size();
        while (from < to && !(p.time(from) >= window.low() && p.time(from) > 0)) {
            from++;
        }
        while (to > from && !(p.time(to - 1) <= window.high())) {
            to--;
        }
        int n = to - from;
        if (n == 0) {
            return new Binned(new double[0], new double[0], new double[0]);
        }
        double[] squares = squares(p);
        double low = Math.log(p.time(from));
        double width = (Math.log(p.time(to - 1)) - low) / most * (1 + 1e-12) + 1e-300;
        double[] t = new double[Math.min(n, most + 1)];
        double[] c = new double[t.length];
        double[] u = new double[t.length];
        int bins = 0;
        for (int i = from; i < to; ) {
            int bin = (int) ((Math.log(p.time(i)) - low) / width);
            int start = i;
            double st = 0;
            double sc = 0;
            while (i < to && (int) ((Math.log(p.time(i)) - low) / width) == bin) {
                st += p.time(i);
                sc += p.current(i);
                i++;
            }
            int count = i - start;
            t[bins] = st / count;
            c[bins] = sc / count;
            double noise = Math.sqrt(variance(squares, start, i));
            double floor = 1e-7 * Math.abs(c[bins]) + 1e-18;
            u[bins] = Math.max(noise / Math.sqrt(count), floor);
            bins++;
        }
        return new Binned(Arrays.copyOf(t, bins), Arrays.copyOf(c, bins), Arrays.copyOf(u, bins));
    }

    /** Sums of squared second differences up to each point. */
    private static double[] squares(Polarisation p) {
        double[] sums = new double[p.size() + 1];
        for (int i = 0; i < p.size(); i++) {
            double d = 0;
            if (i > 0 && i + 1 < p.size()) {
                double a = (p.time(i) - p.time(i - 1)) / (p.time(i + 1) - p.time(i - 1));
                double between = (1 - a) * p.current(i - 1) + a * p.current(i + 1);
                d = (p.current(i) - between) / Math.sqrt(1 + a * a + (1 - a) * (1 - a));
            }
            sums[i + 1] = sums[i] + d * d;
        }
        return sums;
    }

    /**
     * The variance of one point, from a stretch widened to enough neighbours: those after it, where
     * a decay is less steep, as far as there are any.
     */
    private static double variance(double[] sums, int from, int to) {
        int n = sums.length - 1;
        int b = Math.min(n - 1, Math.max(to, from + NEIGHBOURS));
        int a = Math.max(1, Math.min(from, b - NEIGHBOURS));
        return b > a ? (sums[b] - sums[a]) / (b - a) : 0;
    }

    int size() {
        return time.length;
    }
}
