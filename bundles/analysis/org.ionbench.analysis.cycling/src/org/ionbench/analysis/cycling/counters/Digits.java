// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.counters;

import org.ionbench.analysis.cycling.Step;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;

import java.util.Optional;

/**
 * The decimal steps in which current and counters are written, in SI; 0 where none shows.
 *
 * @param current in A
 * @param charge of the counter of charge put in, in C
 * @param discharge of the counter of charge taken out, in C
 */
public record Digits(double current, double charge, double discharge) {
    private static final int SAMPLES = 20_000;
    private static final double FINEST = 1e-9;

    /** Of the columns of a recording, from their first 20,000 rows. */
    public static Digits of(Table table) {
        double both = step(table.column(QuantityKind.CHARGE));
        Optional<Column> charge = table.column(QuantityKind.CAPACITY_CHARGE);
        Optional<Column> discharge = table.column(QuantityKind.CAPACITY_DISCHARGE);
        return new Digits(
                step(table.column(QuantityKind.CURRENT)),
                charge.isPresent() ? step(charge) : both,
                discharge.isPresent() ? step(discharge) : both);
    }

    /** Half a digit of the current over a step, and one of the counter, whose ends are rounded. */
    double charge(Step step, double counter) {
        return current / 2 / step.current() * counter + (step.direction() > 0 ? charge : discharge);
    }

    private static double step(Optional<Column> column) {
        if (column.isEmpty()) {
            return 0;
        }
        Column c = column.get();
        for (double step = 1; step > FINEST; step /= 10) {
            if (isWrittenIn(c, step)) {
                return step * c.spec().unit().factor();
            }
        }
        return 0;
    }

    private static boolean isWrittenIn(Column c, double step) {
        for (int row = 0; row < Math.min(SAMPLES, c.rows()); row++) {
            double x = c.at(row) / step;
            if (Math.abs(x - Math.rint(x)) > 1e-6 * Math.max(1, Math.abs(x))) {
                return false;
            }
        }
        return true;
    }
}
