// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.table.Column;

import java.util.List;

/**
 * The course of the voltage over the charge moved in one half cycle, thinned to what a plot shows.
 *
 * @param charge in C, without sign, from zero
 * @param voltage in V
 */
public record Profile(double[] charge, double[] voltage) {
    private static final int MOST = 400;

    /** Of the steps of one half cycle. */
    public static Profile of(CyclerColumns columns, List<Step> steps) {
        return of(columns, steps, MOST);
    }

    /**
     * Of the steps of one half cycle.
     *
     * @param most points at most
     */
    public static Profile of(CyclerColumns columns, List<Step> steps, int most) {
        int rows = steps.stream().mapToInt(s -> s.to() - s.from()).sum();
        int stride = Math.max(1, (rows + most - 1) / most);
        double[] q = new double[rows / stride + 2 * steps.size() + 1];
        double[] v = new double[q.length];
        int n = 0;
        double sum = 0;
        Column volts = columns.voltage().orElseThrow();
        for (Step step : steps) {
            double t0 = Double.NaN;
            double i0 = Double.NaN;
            for (int row = step.from(); row < step.to(); row++) {
                double t = columns.time().spec().toSi(columns.time().at(row));
                double i = columns.current().spec().toSi(columns.current().at(row));
                double at = volts.spec().toSi(volts.at(row));
                if (!Double.isFinite(t) || !Double.isFinite(i)) {
                    continue;
                }
                if (t > t0) {
                    sum += (t - t0) * Math.abs(columns.isMean() ? i : (i + i0) / 2);
                }
                t0 = t;
                i0 = i;
                boolean isKept = (row - step.from()) % stride == 0 || row == step.to() - 1;
                if (isKept && !Double.isNaN(at) && n < q.length) {
                    q[n] = sum;
                    v[n++] = at;
                }
            }
        }
        return new Profile(java.util.Arrays.copyOf(q, n), java.util.Arrays.copyOf(v, n));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Profile p
                && java.util.Arrays.equals(charge, p.charge)
                && java.util.Arrays.equals(voltage, p.voltage);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(charge);
    }
}
