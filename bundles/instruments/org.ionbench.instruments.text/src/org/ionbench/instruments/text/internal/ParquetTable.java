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
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.ClockTime;
import org.ionbench.formats.Numbers;
import org.ionbench.formats.parquet.ParquetReader;
import org.ionbench.formats.parquet.ParquetReader.Field;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Streams the table of a Parquet file into one recording, some thousand rows at a time. */
public final class ParquetTable {
    private static final int BLOCK_VALUES = 1 << 20;
    private static final int BLOCK_ROWS = 4096;
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
            int block = Math.clamp(BLOCK_VALUES / fields.size(), 1, BLOCK_ROWS);
            double[][] numbers = new double[fields.size()][];
            String[][] words = new String[fields.size()][];
            for (int i = 0; i < fields.size(); i++) {
                numbers[i] = new double[fields.get(i).text() ? 0 : block];
                words[i] = new String[fields.get(i).text() ? block : 0];
            }
            int count = reader.read(numbers, words, block);
            Survey survey = survey(fields, numbers, words, count);
            TableColumns columns = columns(source, fields, survey);
            RecordingSink recording = begin(source, sink, columns, survey);
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
                count = next(reader, recording, numbers, words, block);
            }
        }
    }

    private static Survey survey(
            List<Field> fields, double[][] numbers, String[][] words, int count) {
        List<Optional<String[]>> texts = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            texts.add(fields.get(i).text() ? Optional.of(words[i]) : Optional.empty());
        }
        return Survey.of(numbers, texts, count);
    }

    private static TableColumns columns(Source source, List<Field> fields, Survey survey)
            throws FormatException {
        List<String> names = new ArrayList<>();
        for (Field field : fields) {
            String name = field.name();
            names.add(names.contains(name) ? name + " (column " + (names.size() + 1) + ")" : name);
        }
        ColumnMap map = ColumnMap.of(source);
        TableColumns columns = TableColumns.of(names, map, survey);
        for (int c = 0; c < columns.specs().size(); c++) {
            int field = columns.fields()[c];
            String unit = fields.get(field).unit();
            if (!unit.isEmpty() && map.column(field, names.get(field)).isEmpty()) {
                columns.specs().set(c, ColumnSpec.of(columns.specs().get(c).name()).unit(unit));
            }
        }
        return columns;
    }

    private static RecordingSink begin(
            Source source, Sink sink, TableColumns columns, Survey survey) {
        Optional<Technique> wanted = Techniques.wanted(source);
        Technique technique = wanted.orElseGet(() -> columns.technique(survey));
        String name = source.name().replaceFirst("(?i)(\\.bdf)?\\.[^.]*$", "");
        RecordingSink recording = sink.recording(name.isBlank() ? "Table" : name, technique);
        if (wanted.isEmpty() && !technique.equals(Technique.OTHER)) {
            recording.assumption("Technique " + technique + " assumed from the columns.");
        }
        columns.begin(recording);
        columns.doubt(survey, recording);
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
        for (int i = 0; count > 0 && i < fields.size(); i++) {
            Field field = fields.get(i);
            double seconds =
                    field.unit().isEmpty() ? Double.NaN : numbers[i][0] * SECONDS.get(field.unit());
            if (seconds > 0 && seconds < 1e11) {
                long whole = (long) Math.floor(seconds);
                int nanoseconds = (int) Math.min(999_999_999, (seconds - whole) * 1e9);
                recording.start(LocalDateTime.ofEpochSecond(whole, nanoseconds, ZoneOffset.UTC));
                if (field.utc()) {
                    recording.zone("+00:00");
                }
                return;
            }
        }
    }

    /** The next rows; where the file breaks off, what came before stays. */
    private static int next(
            ParquetReader reader,
            RecordingSink recording,
            double[][] numbers,
            String[][] words,
            int most)
            throws IOException {
        try {
            return reader.read(numbers, words, most);
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
        double[][] values = new double[fields.length][];
        for (int c = 0; c < fields.length; c++) {
            boolean read = !specs.get(c).isText() && words[fields[c]].length > 0;
            values[c] = read ? numbers(words[fields[c]], count) : numbers[fields[c]];
        }
        if (specs.stream().noneMatch(ColumnSpec::isText)) {
            recording.rows(values, count);
            return;
        }
        double[] row = new double[fields.length];
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < fields.length; c++) {
                if (specs.get(c).isText()) {
                    recording.text(c, words[fields[c]][r]);
                } else {
                    row[c] = values[c][r];
                }
            }
            recording.row(row);
        }
    }

    /** Clock times and numbers that are written as text; NaN what is neither. */
    private static double[] numbers(String[] words, int count) {
        Numbers plain = Numbers.plain();
        return Arrays.stream(words, 0, count)
                .mapToDouble(
                        word ->
                                ClockTime.seconds(word)
                                        .orElseGet(() -> plain.parse(word).orElse(Double.NaN)))
                .toArray();
    }
}
