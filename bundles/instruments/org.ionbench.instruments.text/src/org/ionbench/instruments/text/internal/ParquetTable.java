// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.parquet.ParquetReader;
import org.ionbench.formats.parquet.ParquetReader.Field;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Streams the table of a Parquet file into one recording, some thousand rows at a time. */
public final class ParquetTable {
    private static final int BLOCK = 4096;
    private static final int LONGEST_TEXT = 2000;
    private static final Map<String, Double> SECONDS =
            Map.of("s", 1.0, "ms", 1e-3, "us", 1e-6, "ns", 1e-9);

    private ParquetTable() {}

    /**
     * Reads a file.
     *
     * @throws FormatException if nothing can be read of it
     */
    public static void read(Source source, Sink sink, Progress progress) throws IOException {
        try (ParquetReader reader = ParquetReader.of(source)) {
            List<Field> fields = reader.fields();
            if (fields.isEmpty()) {
                throw new FormatException(
                        source.name(),
                        "",
                        "has no column that can be read. " + String.join(" ", reader.leftOut()));
            }
            double[][] numbers = new double[fields.size()][BLOCK];
            String[][] words = new String[fields.size()][BLOCK];
            int count = reader.read(numbers, words, BLOCK);
            TableColumns columns = columns(source, fields, numbers, count);
            RecordingSink recording = begin(source, sink, columns, numbers, count);
            tell(reader, recording);
            start(fields, numbers, count, recording);
            if (count == 0) {
                recording.problem(
                        Problem.warning("text.parquet.empty", "This Parquet table has no rows."));
            }
            progress.checkCancelled();
            progress.task("Reading " + source.name(), Math.max(1, reader.rows()));
            while (count > 0) {
                progress.checkCancelled();
                put(recording, columns, numbers, words, count);
                progress.done(count);
                count = next(reader, recording, numbers, words);
            }
        }
    }

    private static TableColumns columns(
            Source source, List<Field> fields, double[][] numbers, int count)
            throws FormatException {
        List<Optional<double[]>> first = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            names.add(names.contains(name) ? name + " (column " + (i + 1) + ")" : name);
            first.add(
                    fields.get(i).text()
                            ? Optional.empty()
                            : Optional.of(Arrays.copyOf(numbers[i], count)));
        }
        TableColumns columns = TableColumns.of(names, ColumnMap.of(source), first);
        for (int c = 0; c < columns.specs().size(); c++) {
            String unit = fields.get(columns.fields()[c]).unit();
            if (!unit.isEmpty()) {
                columns.specs().set(c, ColumnSpec.of(columns.specs().get(c).name()).unit(unit));
            }
        }
        return columns;
    }

    private static RecordingSink begin(
            Source source, Sink sink, TableColumns columns, double[][] numbers, int count) {
        Set<QuantityKind> kinds = EnumSet.noneOf(QuantityKind.class);
        columns.specs().forEach(s -> kinds.add(s.kind()));
        String option = source.options().getOrDefault("technique", "").strip();
        Technique technique =
                option.isEmpty()
                        ? Techniques.of(
                                kinds,
                                kind -> {
                                    int c = columns.index(kind);
                                    return c < 0
                                            ? new double[0]
                                            : Arrays.copyOf(numbers[columns.fields()[c]], count);
                                })
                        : new Technique(option);
        String name = source.name().replaceFirst("(?i)(\\.bdf)?\\.[^.]*$", "");
        RecordingSink recording = sink.recording(name.isBlank() ? "Table" : name, technique);
        if (option.isEmpty() && !technique.equals(Technique.OTHER)) {
            recording.assumption("Technique " + technique + " assumed from the columns.");
        }
        columns.begin(recording);
        return recording;
    }

    private static void tell(ParquetReader reader, RecordingSink recording) {
        reader.texts().entrySet().stream()
                .filter(e -> e.getValue().length() <= LONGEST_TEXT)
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> recording.metadata(e.getKey(), e.getValue()));
        for (String sentence : reader.leftOut()) {
            recording.problem(Problem.warning("text.parquet.column", sentence));
        }
    }

    /** The first time stamp, where a column has such. */
    private static void start(
            List<Field> fields, double[][] numbers, int count, RecordingSink recording) {
        for (int i = 0; i < fields.size(); i++) {
            double seconds =
                    count == 0
                            ? Double.NaN
                            : numbers[i][0]
                                    * SECONDS.getOrDefault(fields.get(i).unit(), Double.NaN);
            if (seconds > 0 && seconds < 1e11) {
                long whole = (long) Math.floor(seconds);
                int nanoseconds = (int) Math.min(999_999_999, (seconds - whole) * 1e9);
                recording.start(LocalDateTime.ofEpochSecond(whole, nanoseconds, ZoneOffset.UTC));
                if (fields.get(i).utc()) {
                    recording.zone("+00:00");
                }
                return;
            }
        }
    }

    /** The next rows; where the file breaks off, what came before stays. */
    private static int next(
            ParquetReader reader, RecordingSink recording, double[][] numbers, String[][] words)
            throws IOException {
        try {
            return reader.read(numbers, words, BLOCK);
        } catch (FormatException e) {
            recording.problem(
                    Problem.error(
                            "text.parquet.damaged",
                            "Rows after "
                                    + recording.rowCount()
                                    + " cannot be read: "
                                    + e.getMessage()));
            return 0;
        }
    }

    private static void put(
            RecordingSink recording,
            TableColumns columns,
            double[][] numbers,
            String[][] words,
            int count) {
        int[] fields = columns.fields();
        List<ColumnSpec> specs = columns.specs();
        if (specs.stream().noneMatch(ColumnSpec::isText)) {
            double[][] chosen = new double[fields.length][];
            for (int c = 0; c < fields.length; c++) {
                chosen[c] = numbers[fields[c]];
            }
            recording.rows(chosen, count);
            return;
        }
        double[] row = new double[fields.length];
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < fields.length; c++) {
                if (specs.get(c).isText()) {
                    recording.text(c, words[fields[c]][r]);
                } else {
                    row[c] = numbers[fields[c]][r];
                }
            }
            recording.row(row);
        }
    }
}
