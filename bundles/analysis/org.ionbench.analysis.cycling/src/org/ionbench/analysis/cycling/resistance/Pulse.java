// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.resistance;

import org.ionbench.analysis.cycling.Course;
import org.ionbench.api.analysis.Window;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;

import java.util.Arrays;
import java.util.Optional;

/**
 * The answer of the voltage to a switch of the current.
 *
 * @param change of the current in A
 * @param before the voltage before the switch
 * @param current the current after it
 * @param time after the switch in s, row by row
 * @param voltage row by row
 */
record Pulse(double change, double before, double current, double[] time, double[] voltage) {
    private static final int FEWEST = 3;

    /** Between two courses. */
    static Pulse of(Course last, Course next) {
        int n = next.rows();
        int end = last.rows() - 1;
        double held = next.current()[n > 1 ? Math.min(n - 1, 1) : 0];
        double spacing = n > 1 ? next.time()[1] - next.time()[0] : 0;
        double gap = next.time()[0] - last.time()[end];
        // a gap as long as the spacing of the rows is time since the switch, a longer one is none
        double switched = gap >= 0 && gap <= 2 * spacing + 1 ? last.time()[end] : next.time()[0];
        double[] time = new double[n];
        for (int k = 0; k < n; k++) {
            time[k] = next.time()[k] - switched;
        }
        return new Pulse(
                held - last.current()[end], last.voltage()[end], held, time, next.voltage());
    }

    /** The resistance at a time after the switch, between rows by a line; NaN beyond them. */
    double resistanceAt(double after) {
        int n = time.length;
        if (n == 0 || after > time[n - 1] || after < time[0]) {
            return Double.NaN;
        }
        int k = 0;
        while (k + 1 < n && time[k + 1] < after) {
            k++;
        }
        double volts = voltage[k];
        if (k + 1 < n && after > time[k]) {
            double share = (after - time[k]) / (time[k + 1] - time[k]);
            volts += share * (voltage[k + 1] - voltage[k]);
        }
        return (volts - before) / change;
    }

    /** The line of (V - V_before)/change over the root of time within a window. */
    Optional<LineFit> rootLine(Window window) {
        int from = 0;
        while (from < time.length && !(time[from] > 0 && window.contains(time[from]))) {
            from++;
        }
        int to = from;
        while (to < time.length && window.contains(time[to])) {
            to++;
        }
        if (to - from < FEWEST) {
            return Optional.empty();
        }
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        for (int k = from; k < to; k++) {
            x[k - from] = Math.sqrt(time[k]);
            y[k - from] = (voltage[k] - before) / change;
        }
        try {
            return Optional.of(StraightLine.fit(x, y));
        } catch (UndeterminedException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Pulse p
                && change == p.change
                && Arrays.equals(time, p.time)
                && Arrays.equals(voltage, p.voltage);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(voltage);
    }
}
