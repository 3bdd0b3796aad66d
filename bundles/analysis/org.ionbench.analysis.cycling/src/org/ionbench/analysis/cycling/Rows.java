// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.table.Column;

import java.util.Optional;

/**
 * A block of a recording's rows, in units as stored. Columns there are not are zero, but for {@link
 * #increments}, which is empty then. Rows of an impedance measured in between move nothing.
 */
final class Rows {
    static final int MOST = 2048;

    final double[] time = new double[MOST];
    final double[] current = new double[MOST];
    final double[] voltage = new double[MOST];
    final double[] cycle = new double[MOST];
    final double[] step = new double[MOST];
    final double[] increments;
    private final CyclerColumns columns;

    Rows(CyclerColumns columns) {
        this.columns = columns;
        this.increments = new double[columns.increments().isPresent() ? MOST : 0];
    }

    /** Whether the instrument measured the charge between rows. */
    boolean isMeasured() {
        return increments.length > 0;
    }

    /** Reads rows up to {@code to}, as many as a block takes; gives back how many. */
    int read(int from, int to) {
        int n = Math.min(MOST, to - from);
        columns.time().copy(from, time, 0, n);
        columns.current().copy(from, current, 0, n);
        copy(columns.voltage(), from, voltage, n);
        copy(columns.cycle(), from, cycle, n);
        copy(columns.step(), from, step, n);
        if (isMeasured()) {
            copy(columns.increments(), from, increments, n);
        }
        columns.frequency().ifPresent(f -> rest(f, from, n));
        return n;
    }

    private static void copy(Optional<Column> column, int from, double[] target, int n) {
        if (column.isPresent()) {
            column.get().copy(from, target, 0, n);
        }
    }

    private void rest(Column frequency, int from, int n) {
        for (int k = 0; k < n; k++) {
            if (frequency.at(from + k) > 0) {
                current[k] = 0;
                if (isMeasured()) {
                    increments[k] = 0;
                }
            }
        }
    }

    /**
     * Whether the time of a row is before that of the row before it, while that of the next goes on
     * after it: such a row is out of place, as the last of a step that Novonix writes with the
     * time, voltage and charge of an earlier cycle.
     *
     * @param last the time of the row before, as stored
     */
    static boolean isStray(Column time, int row, double last) {
        return time.at(row) < last && row + 1 < time.rows() && time.at(row + 1) >= last;
    }

    /** Whether a row has a time and a current. */
    boolean isReadable(int k) {
        return Double.isFinite(time[k]) && Double.isFinite(current[k]);
    }

    /** Puts a row, with another time and voltage, in the place of one before. */
    void move(int k, int place, double newTime, double newVoltage) {
        time[place] = newTime;
        current[place] = current[k];
        voltage[place] = newVoltage;
        if (isMeasured()) {
            increments[place] = Double.isNaN(increments[k]) ? 0 : increments[k];
        }
    }
}
