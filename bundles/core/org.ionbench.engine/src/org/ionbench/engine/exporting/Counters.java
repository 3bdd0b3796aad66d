// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.exporting;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;

import java.util.Optional;

/** When the counters of a cycler begin anew, as far as their values tell. */
record Counters(Table table) {
    /** Counts since the program of the test said so. */
    static final String SCHEDULE = "Schedule ";

    /** Counts since the step began. */
    static final String STEP = "Step ";

    private static final String CYCLE = "Cycle ";
    private static final String TEST = "";
    private static final double NOISE = 1e-6;

    /** The word for the time since which a counter counts: test, cycle, step or schedule. */
    String period(Column counter) {
        double noise = NOISE * largest(counter);
        boolean never = true;
        boolean withCycle = true;
        boolean withStep = true;
        Optional<Column> cycle = table.column(QuantityKind.CYCLE);
        Optional<Column> step = table.column(QuantityKind.STEP);
        double before = Double.NaN;
        for (int row = 0; row < counter.rows(); row++) {
            double x = counter.at(row);
            if (before - x > noise) {
                never = false;
                withCycle &= changes(cycle, row);
                withStep &= changes(step, row);
            }
            before = Double.isNaN(x) ? before : x;
        }
        return never ? TEST : withCycle ? CYCLE : withStep ? STEP : SCHEDULE;
    }

    /** Whether a counter counts a discharge up, too. */
    boolean growsOnDischarge(Column counter) {
        Optional<Column> current = table.column(QuantityKind.CURRENT);
        if (current.isEmpty()) {
            return false;
        }
        int up = 0;
        int down = 0;
        for (int row = 1; row < counter.rows(); row++) {
            if (current.get().spec().toSi(current.get().at(row)) < 0) {
                double change =
                        counter.spec().toSi(counter.at(row))
                                - counter.spec().toSi(counter.at(row - 1));
                up += change > 0 ? 1 : 0;
                down += change < 0 ? 1 : 0;
            }
        }
        return up > down;
    }

    /** Whether it begins anywhere and goes up by one at a time. */
    boolean isOneByOne(Column counter) {
        boolean moves = false;
        for (int row = 1; row < counter.rows(); row++) {
            double change = counter.at(row) - counter.at(row - 1);
            if (change != 0 && change != 1) {
                return false;
            }
            moves |= change == 1;
        }
        return moves;
    }

    private static boolean changes(Optional<Column> column, int row) {
        return column.isPresent() && column.get().at(row) != column.get().at(row - 1);
    }

    private static double largest(Column column) {
        double most = 0;
        for (int row = 0; row < column.rows(); row++) {
            double x = Math.abs(column.at(row));
            most = x > most ? x : most;
        }
        return most;
    }
}
