// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.testkit;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Collects what an importer reads as recordings in memory, and insists on the contract of the sink:
 * columns before rows, as many values as columns, nothing null, no recording written to after the
 * next has begun.
 */
public final class RecordedSink implements Sink {
    private final List<Open> open = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Map.Entry<String, Map<String, String>>> suggested = new ArrayList<>();

    /** Reads a file to its end. */
    public static RecordedSink read(Importer importer, Source source) throws IOException {
        RecordedSink sink = new RecordedSink();
        importer.read(source, sink, Progress.NONE);
        return sink;
    }

    @Override
    public RecordingSink recording(String name, Technique technique) {
        Open next = new Open(distinct(name), Objects.requireNonNull(technique, "technique"));
        if (!open.isEmpty()) {
            open.getLast().finished = true;
        }
        open.add(next);
        return next;
    }

    @Override
    public void problem(Problem problem) {
        problems.add(Objects.requireNonNull(problem, "problem"));
    }

    @Override
    public void suggestRun(String analysis, Map<String, String> settings) {
        suggested.add(Map.entry(analysis, Map.copyOf(settings)));
    }

    /** What was read so far, in order. */
    public List<Recording> recordings() {
        return open.stream().map(Open::build).toList();
    }

    /** What was said about the file as a whole. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The vendor's own runs in order: the id of an analysis and its settings. */
    public List<Map.Entry<String, Map<String, String>>> suggestedRuns() {
        return List.copyOf(suggested);
    }

    /** The first free one of "name", "name (2)", "name (3)" and so on, found without a search. */
    private String distinct(String name) {
        int n = names.merge(Objects.requireNonNull(name, "name"), 1, Integer::sum);
        if (n == 1) {
            return name;
        }
        String candidate = name + " (" + n + ")";
        while (names.putIfAbsent(candidate, 1) != null) {
            n++;
            candidate = name + " (" + n + ")";
        }
        names.put(name, n);
        return candidate;
    }

    private static final class Open implements RecordingSink {
        private final String name;
        private final Recording.Builder recording;
        private final List<ColumnSpec> specs = new ArrayList<>();
        private final List<double[]> numbers = new ArrayList<>();
        private final List<List<String>> texts = new ArrayList<>();
        private final List<String> pending = new ArrayList<>();
        private int rows;
        private boolean finished;

        Open(String name, Technique technique) {
            this.name = name;
            recording = Recording.of(name, technique, ArrayTable.rows(0).build());
        }

        Recording build() {
            ArrayTable.Builder table = ArrayTable.rows(rows);
            for (int i = 0; i < specs.size(); i++) {
                if (specs.get(i).isText()) {
                    table.column(specs.get(i), texts.get(i).toArray(String[]::new));
                } else {
                    table.column(specs.get(i), Arrays.copyOf(numbers.get(i), rows));
                }
            }
            return recording.table(table.build()).build();
        }

        @Override
        public RecordingSink instrument(String value) {
            recording.instrument(Objects.requireNonNull(value, "instrument"));
            return this;
        }

        @Override
        public RecordingSink start(LocalDateTime local) {
            recording.start(Objects.requireNonNull(local, "start"));
            return this;
        }

        @Override
        public RecordingSink zone(String offset) {
            recording.zone(Objects.requireNonNull(offset, "zone"));
            return this;
        }

        @Override
        public RecordingSink calibrated(boolean calibrated) {
            recording.calibrated(calibrated);
            return this;
        }

        @Override
        public RecordingSink metadata(String key, Object value) {
            if (!(value instanceof String
                    || value instanceof Double
                    || value instanceof Long
                    || value instanceof Boolean)) {
                throw new IllegalArgumentException(
                        "metadata " + key + " must be String, Double, Long or Boolean: " + value);
            }
            recording.metadata(Objects.requireNonNull(key, "metadata key"), value);
            return this;
        }

        @Override
        public RecordingSink assumption(String sentence) {
            recording.assumption(Objects.requireNonNull(sentence, "assumption"));
            return this;
        }

        @Override
        public RecordingSink change(String sentence) {
            recording.change(Objects.requireNonNull(sentence, "change"));
            return this;
        }

        @Override
        public int column(ColumnSpec spec) {
            if (rows > 0) {
                throw new IllegalStateException("column " + spec + " comes after the first row");
            }
            specs.add(Objects.requireNonNull(spec, "column"));
            numbers.add(new double[spec.isText() ? 0 : 16]);
            texts.add(new ArrayList<>());
            pending.add("");
            return specs.size() - 1;
        }

        @Override
        public void row(double[] values) {
            check(values.length);
            reserve(rows + 1);
            for (int i = 0; i < specs.size(); i++) {
                if (specs.get(i).isText()) {
                    texts.get(i).add(pending.get(i));
                    pending.set(i, "");
                } else {
                    numbers.get(i)[rows] = values[i];
                }
            }
            rows++;
        }

        @Override
        public void text(int column, String value) {
            if (!specs.get(column).isText()) {
                throw new IllegalStateException(specs.get(column) + " is no text column");
            }
            pending.set(column, Objects.requireNonNull(value, "text"));
        }

        @Override
        public void rows(double[][] columns, int count) {
            check(columns.length);
            reserve(rows + count);
            for (int i = 0; i < specs.size(); i++) {
                if (specs.get(i).isText()) {
                    for (int k = 0; k < count; k++) {
                        texts.get(i).add(k == 0 ? pending.get(i) : "");
                    }
                    pending.set(i, "");
                } else {
                    System.arraycopy(columns[i], 0, numbers.get(i), rows, count);
                }
            }
            rows += count;
        }

        @Override
        public void problem(Problem problem) {
            recording.problem(Objects.requireNonNull(problem, "problem"));
        }

        @Override
        public int rowCount() {
            return rows;
        }

        private void check(int values) {
            if (finished) {
                throw new IllegalStateException(
                        "rows of \"" + name + "\" come after the next recording has begun");
            }
            if (values != specs.size()) {
                throw new IllegalStateException(
                        values + " values for " + specs.size() + " columns of \"" + name + "\"");
            }
        }

        private void reserve(int total) {
            for (int i = 0; i < specs.size(); i++) {
                if (!specs.get(i).isText() && numbers.get(i).length < total) {
                    int larger = Math.max(total, 2 * numbers.get(i).length);
                    numbers.set(i, Arrays.copyOf(numbers.get(i), larger));
                }
            }
        }
    }
}
