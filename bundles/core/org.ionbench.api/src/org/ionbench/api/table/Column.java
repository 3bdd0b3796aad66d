// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.table;

/**
 * One column of a table: {@link #rows()} values, read at random or copied in blocks. Numeric
 * columns answer {@link #at} and {@link #copy}, text columns {@link #text}. Safe to read from any
 * thread.
 */
public interface Column {

    ColumnSpec spec();

    int rows();

    /** The stored value of a row, NaN in a text column. */
    double at(int row);

    /** The text of a row; in a numeric column the number as Java prints it. */
    default String text(int row) {
        return Double.toString(at(row));
    }

    /** Copies {@code count} stored values from {@code row} on into {@code target}. */
    default void copy(int row, double[] target, int offset, int count) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = at(row + i);
        }
    }

    /** All values in canonical SI, as a new array. */
    default double[] si() {
        double[] values = new double[rows()];
        copy(0, values, 0, values.length);
        ColumnSpec spec = spec();
        for (int i = 0; i < values.length; i++) {
            values[i] = spec.toSi(values[i]);
        }
        return values;
    }
}
