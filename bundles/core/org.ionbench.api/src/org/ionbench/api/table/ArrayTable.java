// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in memory; also the way to make one in a test or a generator. */
public final class ArrayTable implements Table {
    private final List<Column> columns;
    private final int rows;

    private ArrayTable(List<Column> columns, int rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    /** Starts a table of {@code rows} rows. */
    public static Builder rows(int rows) {
        return new Builder(rows);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    /** Collects columns; each must have the table's number of rows. */
    public static final class Builder {
        private final int rows;
        private final List<Column> columns = new ArrayList<>();

        private Builder(int rows) {
            this.rows = rows;
        }

        /** Adds a numeric column; the array is handed over, not copied. */
        public Builder column(ColumnSpec spec, double[] values) {
            check(spec, values.length);
            columns.add(new Numbers(spec, values));
            return this;
        }

        /** Adds a text column; the array is handed over, not copied. */
        public Builder column(ColumnSpec spec, String[] values) {
            check(spec, values.length);
            columns.add(new Texts(spec, values));
            return this;
        }

        /** Adds what a column holds from a row on, copied, under a description of its own. */
        public Builder column(ColumnSpec spec, Column other, int from) {
            if (spec.isText()) {
                String[] words = new String[rows];
                Arrays.setAll(words, row -> other.text(from + row));
                return column(spec, words);
            }
            double[] values = new double[rows];
            other.copy(from, values, 0, rows);
            return column(spec, values);
        }

        public ArrayTable build() {
            return new ArrayTable(columns, rows);
        }

        private void check(ColumnSpec spec, int length) {
            if (length != rows) {
                throw new IllegalArgumentException(
                        spec.vendorName()
                                + ": "
                                + length
                                + " values in a table of "
                                + rows
                                + " rows");
            }
        }
    }

    private record Numbers(ColumnSpec spec, double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public double at(int row) {
            return values[row];
        }

        @Override
        public void copy(int row, double[] target, int offset, int count) {
            System.arraycopy(values, row, target, offset, count);
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Numbers n && spec == n.spec && Arrays.equals(values, n.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    private record Texts(ColumnSpec spec, String[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public double at(int row) {
            return Double.NaN;
        }

        @Override
        public String text(int row) {
            return values[row];
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Texts t && spec == t.spec && Arrays.equals(values, t.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}
