// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ColumnSpec;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what an importer reads. */
final class Collected implements Sink {
    final List<Table> tables = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    @Override
    public RecordingSink recording(String name, Technique technique) {
        Table table = new Table(name, technique);
        tables.add(table);
        return table;
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** All problems, of the file and of its recordings. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        problems.forEach(p -> codes.add(p.code()));
        tables.forEach(t -> t.problems.forEach(p -> codes.add(p.code())));
        return codes;
    }

    /** One recording. */
    static final class Table implements RecordingSink {
        final String name;
        final Technique technique;
        final List<ColumnSpec> columns = new ArrayList<>();
        final Map<String, Object> metadata = new LinkedHashMap<>();
        final List<Problem> problems = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        final List<List<String>> texts = new ArrayList<>();
        LocalDateTime start;
        String instrument = "";
        private double[][] values = {};
        private int rows;

        Table(String name, Technique technique) {
            this.name = name;
            this.technique = technique;
        }

        double[] column(String vendorName) {
            return column(vendorName, 1);
        }

        /** The column of a name that may occur several times. */
        double[] column(String vendorName, int occurrence) {
            int met = 0;
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).vendorName().equals(vendorName) && ++met == occurrence) {
                    return Arrays.copyOf(values[i], rows);
                }
            }
            throw new AssertionError("no column " + vendorName + " among " + columns);
        }

        List<String> names() {
            return columns.stream().map(ColumnSpec::vendorName).toList();
        }

        @Override
        public RecordingSink instrument(String value) {
            instrument = value;
            return this;
        }

        @Override
        public RecordingSink start(LocalDateTime local) {
            start = local;
            return this;
        }

        @Override
        public RecordingSink zone(String offset) {
            return this;
        }

        @Override
        public RecordingSink calibrated(boolean calibrated) {
            return this;
        }

        @Override
        public RecordingSink metadata(String key, Object value) {
            metadata.put(key, value);
            return this;
        }

        @Override
        public RecordingSink assumption(String sentence) {
            notes.add(sentence);
            return this;
        }

        @Override
        public RecordingSink change(String sentence) {
            notes.add(sentence);
            return this;
        }

        @Override
        public int column(ColumnSpec spec) {
            if (rows > 0) {
                throw new AssertionError("column behind a row");
            }
            columns.add(spec);
            values = Arrays.copyOf(values, columns.size());
            values[columns.size() - 1] = new double[16];
            return columns.size() - 1;
        }

        @Override
        public void row(double[] row) {
            double[][] one = new double[row.length][1];
            for (int i = 0; i < row.length; i++) {
                one[i][0] = row[i];
            }
            rows(one, 1);
        }

        @Override
        public void text(int column, String value) {
            texts.add(List.of(String.valueOf(column), value));
        }

        @Override
        public void rows(double[][] more, int count) {
            if (more.length != columns.size()) {
                throw new AssertionError(more.length + " values, " + columns.size() + " columns");
            }
            for (int c = 0; c < more.length; c++) {
                if (values[c].length < rows + count) {
                    values[c] = Arrays.copyOf(values[c], Math.max(2 * rows, rows + count));
                }
                System.arraycopy(more[c], 0, values[c], rows, count);
            }
            rows += count;
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        @Override
        public int rowCount() {
            return rows;
        }
    }
}
