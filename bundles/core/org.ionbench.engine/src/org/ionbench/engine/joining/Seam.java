// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.joining;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the counters of what follows go on from what was before, in SI.
 *
 * <p>A counter that is higher than the last one before runs on by itself. One that starts again is
 * raised: a cycle by as many as were before, one more where a new cycle begins; steps that count up
 * likewise; charge, capacities and energies by the last value before. Where capacities start anew
 * with each cycle (they fall somewhere, or a new cycle begins between recordings of one cycle each)
 * only the rows of the cycle that was interrupted are raised.
 *
 * <p>A new cycle begins where the current turns back into the direction in which the first cycle
 * began: charging goes on in a cycle that was interrupted while charging.
 */
final class Seam {
    private static final double SMALL = 1e-3;

    private final Table before;
    private final Table after;
    private final boolean newCycle;
    private final int interrupted;

    /**
     * @param first where everything began, whose first current says how a cycle starts
     * @param before what the counters are to go on from, with its own counters joined already
     */
    Seam(Table first, Table before, Table after) {
        this.before = before;
        this.after = after;
        int leading = sign(current(first), true);
        int last = sign(current(before), false);
        int next = sign(current(after), true);
        boolean unknown = leading == 0 || last == 0 || next == 0;
        newCycle = unknown ? leading == 0 : next == leading && last != leading;
        interrupted = rowsOfFirstCycle(after);
    }

    /**
     * What is added to a counter after the seam.
     *
     * @param value in SI
     * @param rows to how many of the first rows
     */
    record Raise(double value, int rows) {}

    /** What is added to a kind of counter; empty if it runs on by itself or counts nothing. */
    Optional<Raise> raise(QuantityKind kind) {
        double[] a = values(before, kind);
        double[] b = values(after, kind);
        double last = last(a);
        double first = first(b);
        if (Double.isNaN(last) || Double.isNaN(first)) {
            return Optional.empty();
        }
        return switch (kind) {
            case CYCLE -> whole(first > last ? 0 : last - first + (newCycle ? 1 : 0));
            case STEP -> falls(a) || falls(b) ? Optional.empty() : whole(step(first, last));
            case CHARGE -> Math.abs(first) <= SMALL * range(b) ? whole(last) : Optional.empty();
            case CAPACITY_CHARGE, CAPACITY_DISCHARGE, ENERGY -> capacity(a, b, first, last);
            default -> Optional.empty();
        };
    }

    private static double step(double first, double last) {
        return first > last ? 0 : last - first + 1;
    }

    private Optional<Raise> capacity(double[] a, double[] b, double first, double last) {
        boolean runsOn = first >= last - SMALL * Math.max(range(a), range(b));
        boolean oneCycleEach = newCycle && !severalCycles(before) && !severalCycles(after);
        if (falls(a) || falls(b) || oneCycleEach) {
            return newCycle || runsOn
                    ? Optional.empty()
                    : raise(last, Math.min(interrupted, rowsBeforeFall(b)));
        }
        return runsOn ? Optional.empty() : whole(last);
    }

    private Optional<Raise> whole(double value) {
        return raise(value, after.rows());
    }

    private static Optional<Raise> raise(double value, int rows) {
        return value == 0 ? Optional.empty() : Optional.of(new Raise(value, rows));
    }

    // ---- what the columns look like

    private static double[] current(Table table) {
        return values(table, QuantityKind.CURRENT);
    }

    private static double[] values(Table table, QuantityKind kind) {
        return table.column(kind).map(Column::si).orElse(new double[0]);
    }

    /** The sign of the first or last current worth the name; 0 where there is none. */
    private static int sign(double[] current, boolean fromStart) {
        double least = SMALL * range(current);
        for (int k = 0; k < current.length; k++) {
            double i = current[fromStart ? k : current.length - 1 - k];
            if (Math.abs(i) > least) {
                return i > 0 ? 1 : -1;
            }
        }
        return 0;
    }

    private static double range(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    }

    private static double first(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).findFirst().orElse(Double.NaN);
    }

    private static double last(double[] values) {
        for (int k = values.length - 1; k >= 0; k--) {
            if (Double.isFinite(values[k])) {
                return values[k];
            }
        }
        return Double.NaN;
    }

    private static boolean falls(double[] values) {
        return rowsBeforeFall(values) < values.length;
    }

    private static int rowsBeforeFall(double[] values) {
        double least = SMALL * range(values);
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < values.length; k++) {
            if (values[k] < highest - least) {
                return k;
            }
            highest = Double.isFinite(values[k]) ? Math.max(highest, values[k]) : highest;
        }
        return values.length;
    }

    private static int rowsOfFirstCycle(Table table) {
        double[] cycle = values(table, QuantityKind.CYCLE);
        double first = first(cycle);
        for (int k = 0; k < cycle.length; k++) {
            if (Double.isFinite(cycle[k]) && cycle[k] != first) {
                return k;
            }
        }
        return table.rows();
    }

    private static boolean severalCycles(Table table) {
        return rowsOfFirstCycle(table) < table.rows();
    }
}
