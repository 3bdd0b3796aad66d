// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;

/** Numbers that are read at random or in blocks. Safe to read from any thread. */
public interface Values {

    int size();

    double at(int index);

    /** Copies {@code count} values from {@code index} on to the front of {@code target}. */
    void copy(int index, double[] target, int count);

    /** The numbers of an array, which must not change any more. */
    static Values of(double[] numbers) {
        return new Values() {
            @Override
            public int size() {
                return numbers.length;
            }

            @Override
            public double at(int index) {
                return numbers[index];
            }

            @Override
            public void copy(int index, double[] target, int count) {
                System.arraycopy(numbers, index, target, 0, count);
            }
        };
    }

    /**
     * The canonical SI values of a column times a factor.
     *
     * @param column of a recording
     * @param factor from SI to the unit wanted, with its sign
     */
    static Values of(Column column, double factor) {
        ColumnSpec spec = column.spec();
        // the map to SI is affine; two of its points give it without a call for each value
        double offset = factor * spec.toSi(0);
        double slope = factor * spec.toSi(1) - offset;
        return new Values() {
            @Override
            public int size() {
                return column.rows();
            }

            @Override
            public double at(int index) {
                return offset + slope * column.at(index);
            }

            @Override
            public void copy(int index, double[] target, int count) {
                column.copy(index, target, 0, count);
                for (int i = 0; i < count; i++) {
                    target[i] = offset + slope * target[i];
                }
            }
        };
    }
}
