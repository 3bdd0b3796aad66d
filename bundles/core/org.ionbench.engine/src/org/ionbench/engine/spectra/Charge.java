// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.spectra;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.QuantityKind;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The charge that passed through a cell, by the rows of its cycling, in SI: q = sum of (I_k +
 * I_{k-1})/2 (t_k - t_{k-1}).
 *
 * <p>The state of charge of a row is (q - q_min)/(q_max - q_min) over its cycle, where that cycle
 * holds a charge and a discharge of at least half its range each; else it is not known. The
 * capacity is what passed since the current last turned.
 */
final class Charge {
    private static final double SMALL = 1e-3;

    private final double[] time;
    private final double[] current;
    private final double[] cycle;
    private final double[] passed;

    private Charge(double[] time, double[] current, double[] cycle) {
        this.time = time;
        this.current = current;
        this.cycle = cycle;
        passed = new double[time.length];
        for (int k = 1; k < time.length; k++) {
            double step = (current[k] + current[k - 1]) / 2 * (time[k] - time[k - 1]);
            passed[k] = passed[k - 1] + (Double.isFinite(step) ? step : 0);
        }
    }

    /** The charge of a recording that has time and current. */
    static Optional<Charge> of(Recording recording) {
        Optional<double[]> time = recording.si(QuantityKind.TIME);
        Optional<double[]> current = recording.si(QuantityKind.CURRENT);
        return time.isPresent() && current.isPresent() && time.get().length > 0
                ? Optional.of(
                        new Charge(
                                time.get(),
                                current.get(),
                                recording.si(QuantityKind.CYCLE).orElse(new double[0])))
                : Optional.empty();
    }

    int rows() {
        return time.length;
    }

    /** Seconds of a row since the first. */
    double since(int row) {
        return time[row] - time[0];
    }

    /** The last row at or before a time since the first; -1 where all are later. */
    int rowAt(double seconds) {
        int row = -1;
        for (int k = 0; k < time.length && time[k] - time[0] <= seconds; k++) {
            row = k;
        }
        return row;
    }

    /** The number of the cycle, where the file counts them. */
    OptionalDouble cycle(int row) {
        return row < cycle.length && Double.isFinite(cycle[row])
                ? OptionalDouble.of(cycle[row])
                : OptionalDouble.empty();
    }

    /** The charge since the current last turned, in C, above zero. */
    double capacity(int row) {
        double least = least();
        int sign = 0;
        int k = row;
        while (k >= 0) {
            int now = Math.abs(current[k]) > least ? (int) Math.signum(current[k]) : 0;
            if (sign != 0 && now != 0 && now != sign) {
                break;
            }
            sign = now == 0 ? sign : now;
            k--;
        }
        return Math.abs(passed[row] - passed[Math.max(k, 0)]);
    }

    /** Between 0 and 1 over the row's cycle; empty where that is no whole cycle. */
    OptionalDouble stateOfCharge(int row) {
        OptionalDouble number = cycle(row);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double charged = 0;
        double discharged = 0;
        for (int k = 0; k < time.length; k++) {
            if (number.isPresent() && cycle[k] != number.getAsDouble()) {
                continue;
            }
            lowest = Math.min(lowest, passed[k]);
            highest = Math.max(highest, passed[k]);
            double step = k == 0 ? 0 : passed[k] - passed[k - 1];
            charged += Math.max(0, step);
            discharged += Math.max(0, -step);
        }
        double range = highest - lowest;
        return range > 0 && charged > range / 2 && discharged > range / 2
                ? OptionalDouble.of((passed[row] - lowest) / range)
                : OptionalDouble.empty();
    }

    private double least() {
        return SMALL
                * Arrays.stream(current).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    }
}
