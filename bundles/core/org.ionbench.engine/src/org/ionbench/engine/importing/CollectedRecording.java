// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One recording while it is read: columns that grow by half as rows come. */
final class CollectedRecording implements RecordingSink {
    private static final int FIRST = 64;

    private final String name;
    private final Recording.Builder about;
    private final List<ColumnSpec> specs = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();
    private final List<String> next = new ArrayList<>();
    private int rows;

    CollectedRecording(String name, Technique technique) {
        this.name = name;
        about = Recording.of(name, technique, ArrayTable.rows(0).build());
    }

    String name() {
        return name;
    }

    Recording build() {
        ArrayTable.Builder table = ArrayTable.rows(rows);
        for (int c = 0; c < specs.size(); c++) {
            if (specs.get(c).isText()) {
                table.column(specs.get(c), texts.get(c).toArray(String[]::new));
            } else {
                double[] all = numbers.get(c);
                table.column(specs.get(c), all.length == rows ? all : Arrays.copyOf(all, rows));
            }
        }
        return about.table(table.build()).build();
    }

    @Override
    public RecordingSink instrument(String instrument) {
        about.instrument(instrument);
        return this;
    }

    @Override
    public RecordingSink start(LocalDateTime local) {
        about.start(local);
        return this;
    }

    @Override
    public RecordingSink zone(String offset) {
        about.zone(offset);
        return this;
    }

    @Override
    public RecordingSink calibrated(boolean calibrated) {
        about.calibrated(calibrated);
        return this;
    }

    @Override
    public RecordingSink metadata(String key, Object value) {
        about.metadata(key, value);
        return this;
    }

    @Override
    public RecordingSink assumption(String sentence) {
        about.assumption(sentence);
        return this;
    }

    @Override
    public RecordingSink change(String sentence) {
        about.change(sentence);
        return this;
    }

    @Override
    public int column(ColumnSpec spec) {
        if (rows > 0) {
            throw new IllegalStateException("column " + spec + " comes after the first row");
        }
        specs.add(spec);
        numbers.add(new double[spec.isText() ? 0 : FIRST]);
        texts.add(new ArrayList<>());
        next.add("");
        return specs.size() - 1;
    }

    @Override
    public void row(double[] values) {
        check(values.length);
        reserve(rows + 1);
        for (int c = 0; c < values.length; c++) {
            if (specs.get(c).isText()) {
                texts.get(c).add(next.set(c, ""));
            } else {
                numbers.get(c)[rows] = values[c];
            }
        }
        rows++;
    }

    @Override
    public void text(int column, String value) {
        next.set(column, value);
    }

    @Override
    public void rows(double[][] columns, int count) {
        check(columns.length);
        reserve(Math.addExact(rows, count));
        for (int c = 0; c < columns.length; c++) {
            if (specs.get(c).isText()) {
                for (int k = 0; k < count; k++) {
                    texts.get(c).add(next.set(c, ""));
                }
            } else {
                System.arraycopy(columns[c], 0, numbers.get(c), rows, count);
            }
        }
        rows += count;
    }

    @Override
    public void rows(double[][] columns, String[][] more, int count) {
        check(columns.length);
        reserve(Math.addExact(rows, count));
        for (int c = 0; c < columns.length; c++) {
            if (specs.get(c).isText()) {
                texts.get(c).addAll(Arrays.asList(more[c]).subList(0, count));
            } else {
                System.arraycopy(columns[c], 0, numbers.get(c), rows, count);
            }
        }
        rows += count;
    }

    @Override
    public void problem(Problem problem) {
        about.problem(problem);
    }

    @Override
    public int rowCount() {
        return rows;
    }

    private void check(int values) {
        if (values != specs.size()) {
            throw new IllegalStateException(
                    values + " values for " + specs.size() + " columns of \"" + name + "\"");
        }
    }

    private void reserve(int total) {
        for (int c = 0; c < specs.size(); c++) {
            double[] old = numbers.get(c);
            if (!specs.get(c).isText() && old.length < total) {
                long larger = Math.max(total, old.length + (long) (old.length >> 1));
                numbers.set(c, Arrays.copyOf(old, (int) Math.min(larger, Integer.MAX_VALUE - 8L)));
            }
        }
    }
}
