// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.table.Column;

import java.util.Arrays;
import java.util.List;

/**
 * The course of steps that follow one another, row by row, in SI: rows without time, current or
 * voltage are left out.
 *
 * @param time in s of the recording
 * @param current in A, positive for charge
 * @param charge moved since the first row in C, without sign
 * @param voltage in V
 */
public record Course(double[] time, double[] current, double[] charge, double[] voltage) {

    /**
     * Of the steps of one recording.
     *
     * @throws AnalysisException if no voltage was recorded
     */
    public static Course of(List<Recording> recordings, List<Step> steps) throws AnalysisException {
        Recording recording = recordings.get(steps.getFirst().recording());
        CyclerColumns columns = CyclerColumns.of(recording);
        if (columns.voltage().isEmpty()) {
            throw new AnalysisException(
                    "The recording " + recording.name() + " has no column of voltage.");
        }
        Column volts = columns.voltage().get();
        int rows = steps.stream().mapToInt(s -> s.to() - s.from()).sum();
        double[] t = new double[rows];
        double[] i = new double[rows];
        double[] q = new double[rows];
        double[] v = new double[rows];
        int n = 0;
        double sum = 0;
        double before = 0;
        for (Step step : steps) {
            boolean isFirst = true;
            boolean tapers = step.isTapering() && !columns.isMean();
            for (int row = step.from(); row < step.to(); row++) {
                double time = columns.time().spec().toSi(columns.time().at(row));
                double amperes = columns.current().spec().toSi(columns.current().at(row));
                double at = volts.spec().toSi(volts.at(row));
                if (!Double.isFinite(time) || !Double.isFinite(amperes) || !Double.isFinite(at)) {
                    continue;
                }
                if (!isFirst && Rows.isStray(columns.time(), row, before)) {
                    continue;
                }
                before = columns.time().at(row);
                if (!isFirst && time > t[n - 1]) {
                    double mean = columns.isMean() ? amperes : (amperes + i[n - 1]) / 2;
                    if (tapers
                            && Math.abs(at - v[n - 1]) <= Decay.HELD
                            && Decay.isIt(i[n - 1], amperes)) {
                        mean = Decay.mean(i[n - 1], amperes);
                    }
                    sum += (time - t[n - 1]) * Math.abs(mean);
                }
                isFirst = false;
                t[n] = time;
                i[n] = amperes;
                q[n] = sum;
                v[n++] = at;
            }
        }
        return new Course(
                Arrays.copyOf(t, n), Arrays.copyOf(i, n), Arrays.copyOf(q, n), Arrays.copyOf(v, n));
    }

    public int rows() {
        return time.length;
    }

    /** With every so many rows, the last among them, so that at most so many are left. */
    public Course thinned(int most) {
        int n = rows();
        int stride = Math.max(1, (n + most - 1) / most);
        if (stride == 1) {
            return this;
        }
        int count = (n + stride - 1) / stride;
        boolean endsApart = (n - 1) % stride != 0;
        int[] kept = new int[count + (endsApart ? 1 : 0)];
        for (int k = 0; k < count; k++) {
            kept[k] = k * stride;
        }
        if (endsApart) {
            kept[count] = n - 1;
        }
        return new Course(
                pick(time, kept), pick(current, kept), pick(charge, kept), pick(voltage, kept));
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(k -> values[k]).toArray();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Course c
                && Arrays.equals(time, c.time)
                && Arrays.equals(current, c.current)
                && Arrays.equals(charge, c.charge)
                && Arrays.equals(voltage, c.voltage);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(time);
    }
}
