// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an importer reads, kept in memory. */
final class Collected implements Sink {
    final List<Recording> recordings = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    private Taking open;

    static Collected read(Importer importer, String name, byte[] bytes) throws IOException {
        Collected collected = new Collected();
        importer.read(new Bytes(name, bytes), collected, Progress.NONE);
        collected.close();
        return collected;
    }

    static Collected read(Importer importer, Path file) throws IOException {
        return read(importer, file.getFileName().toString(), Files.readAllBytes(file));
    }

    static Sniff sniff(Importer importer, String name, byte[] bytes) {
        return importer.sniff(
                new Head(
                        name,
                        Arrays.copyOf(bytes, Math.min(Head.SIZE, bytes.length)),
                        bytes.length));
    }

    private void close() {
        if (open != null) {
            recordings.add(open.finish());
            open = null;
        }
    }

    @Override
    public RecordingSink recording(String name, Technique technique) {
        close();
        open = new Taking(name, technique);
        return open;
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    private record Bytes(String name, byte[] all) implements Source {
        @Override
        public long size() {
            return all.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(all);
        }

        @Override
        public SeekableByteChannel channel() {
            throw new UnsupportedOperationException("text is streamed");
        }

        @Override
        public byte[] bytes(long limit) throws IOException {
            if (all.length > limit) {
                throw new FormatException(name, "", "too large");
            }
            return all;
        }

        @Override
        public Optional<Source> companion(String other) {
            return Optional.empty();
        }
    }

    private static final class Taking implements RecordingSink {
        private final Recording.Builder builder;
        private final List<ColumnSpec> columns = new ArrayList<>();
        private final List<double[]> rows = new ArrayList<>();
        private final List<String[]> texts = new ArrayList<>();
        private String[] next;

        Taking(String name, Technique technique) {
            builder = Recording.of(name, technique, ArrayTable.rows(0).build());
        }

        Recording finish() {
            ArrayTable.Builder table = ArrayTable.rows(rows.size());
            for (int c = 0; c < columns.size(); c++) {
                int column = c;
                if (columns.get(c).isText()) {
                    table.column(
                            columns.get(c),
                            texts.stream().map(t -> t[column]).toArray(String[]::new));
                } else {
                    table.column(
                            columns.get(c), rows.stream().mapToDouble(r -> r[column]).toArray());
                }
            }
            return builder.table(table.build()).build();
        }

        @Override
        public RecordingSink instrument(String name) {
            builder.instrument(name);
            return this;
        }

        @Override
        public RecordingSink start(LocalDateTime local) {
            builder.start(local);
            return this;
        }

        @Override
        public RecordingSink zone(String offset) {
            builder.zone(offset);
            return this;
        }

        @Override
        public RecordingSink calibrated(boolean calibrated) {
            builder.calibrated(calibrated);
            return this;
        }

        @Override
        public RecordingSink metadata(String name, Object value) {
            builder.metadata(name, value);
            return this;
        }

        @Override
        public RecordingSink assumption(String sentence) {
            builder.assumption(sentence);
            return this;
        }

        @Override
        public RecordingSink change(String sentence) {
            builder.change(sentence);
            return this;
        }

        @Override
        public int column(ColumnSpec spec) {
            if (!rows.isEmpty()) {
                throw new IllegalStateException("a column after the first row");
            }
            columns.add(spec);
            return columns.size() - 1;
        }

        @Override
        public void row(double[] values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException(values.length + " values");
            }
            rows.add(values.clone());
            texts.add(next == null ? new String[columns.size()] : next);
            next = null;
        }

        @Override
        public void text(int column, String value) {
            if (next == null) {
                next = new String[columns.size()];
            }
            next[column] = value;
        }

        @Override
        public void rows(double[][] values, int count) {
            for (int r = 0; r < count; r++) {
                double[] row = new double[values.length];
                for (int c = 0; c < row.length; c++) {
                    row[c] = values[c][r];
                }
                row(row);
            }
        }

        @Override
        public void problem(Problem problem) {
            builder.problem(problem);
        }

        @Override
        public int rowCount() {
            return rows.size();
        }
    }
}
