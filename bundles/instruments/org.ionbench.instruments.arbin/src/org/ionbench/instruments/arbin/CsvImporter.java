// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads points exported as text ({@code .csv}).
 *
 * <h2>The format</h2>
 *
 * One line of names, then a line for each point. Exports of a MITS database name columns as it
 * does, {@code Data_Point, Test_Time, DateTime, Step_Time, Step_Index, Cycle_Index, Current,
 * Voltage, Charge_Capacity, ...}, in s, A, V, Ah, Wh, ohm and degC; {@code DateTime} is in seconds
 * since 1970 in universal time. Exports of DataPro and MITS Pro write the unit with the name,
 * {@code Test_Time(s)} or {@code Test Time (s)}, and dates as text. Fields are parted by commas, or
 * by semicolons with decimal commas. Empty fields are missing values.
 *
 * <p>Beside {@code NAME.csv} may lie {@code NAME_Metadata.csv}: a line of names ({@code Test_ID,
 * Device_ID, IV_Ch_ID, First_Start_DateTime, Schedule_File_Name, Item_ID, ...}) and a line of
 * values. It is read with the points, and refused alone.
 *
 * <p>Current is positive while the cell is charged.
 */
public final class CsvImporter implements Importer {
    private static final String METADATA = "_Metadata.csv";
    private static final double EARLIEST = 6e8;
    private static final double LATEST = 4e9;

    @Override
    public Sniff sniff(Head head) {
        String text = head.text();
        int end = text.indexOf('\n');
        if (end < 0 || end > 4000) {
            return Sniff.no("begins with no line of names");
        }
        List<String> names = names(text.substring(0, end));
        if (ArbinColumns.arePoints(names)) {
            return Sniff.certain("names the columns of Arbin");
        }
        return isMetadata(names)
                ? Sniff.certain("names what Arbin says about a test")
                : Sniff.no("does not name the columns of Arbin");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.task(source.name(), source.size());
        try (Lines lines = Lines.of(source, progress)) {
            List<String> names = lines.next() ? names(lines.text()) : List.of();
            if (isMetadata(names)) {
                throw new FormatException(
                        source.name(),
                        "",
                        "this describes a test and holds no points; import "
                                + source.name().replace("_Metadata", "")
                                + ", with which it is read");
            }
            if (!ArbinColumns.arePoints(names)) {
                throw lines.wrong("expected a line with the names of Arbin's columns");
            }
            char delimiter = delimiter(lines.text());
            RecordingSink recording = sink.recording(stem(source.name()), Technique.CYCLING);
            recording.instrument("Arbin");
            describe(source, progress, recording);
            points(lines, names, delimiter, recording);
        }
    }

    private static void points(
            Lines lines, List<String> names, char delimiter, RecordingSink recording)
            throws IOException {
        Dialect dialect = Dialect.of(delimiter);
        boolean any = nextFilled(lines);
        if (any && delimiter == ';' && lines.text().matches(".*\\d,\\d.*")) {
            dialect = new Dialect(delimiter, ',', '\0');
            recording.assumption("Decimal comma assumed.");
        }
        List<DataRows.Cell> cells = cells(names.size(), any, dialect, lines);
        for (int i = 0; i < names.size(); i++) {
            recording.column(
                    cells.get(i) == DataRows.Cell.TEXT
                            ? ArbinColumns.text(names.get(i))
                            : ArbinColumns.of(names.get(i)));
        }
        DataRows rows = new DataRows(dialect, cells, recording);
        int left = 0;
        while (any) {
            if (rows.read(lines)) {
                if (recording.rowCount() == 0) {
                    begin(names, rows, recording);
                }
                rows.hand(rows.values());
            } else if (lines.isComplete()) {
                left++;
            }
            any = nextFilled(lines);
        }
        if (left > 0) {
            recording.problem(
                    Problem.warning(
                                    "rows.left",
                                    left + " lines do not begin as a point and are left out.")
                            .with(left));
        }
        rows.finish();
    }

    /** Which columns hold texts, by the first row. */
    private static List<DataRows.Cell> cells(
            int columns, boolean any, Dialect dialect, Lines lines) {
        Rows first = new Rows(dialect, columns);
        int fields = any ? Math.min(columns, first.read(lines)) : 0;
        return IntStream.range(0, columns)
                .mapToObj(
                        i ->
                                i < fields && first.isText(i)
                                        ? DataRows.Cell.TEXT
                                        : DataRows.Cell.NUMBER)
                .toList();
    }

    /** Tells when the first point was measured. */
    private static void begin(List<String> names, DataRows rows, RecordingSink recording) {
        for (int i = 0; i < names.size(); i++) {
            String key = ArbinColumns.key(names.get(i));
            if (!key.equals("datetime") && !key.equals("date time")) {
                continue;
            }
            double seconds = rows.values()[i];
            if (seconds > EARLIEST && seconds < LATEST) {
                recording.start(
                        LocalDateTime.ofEpochSecond(
                                (long) seconds,
                                (int) Math.round(1e3 * (seconds - Math.floor(seconds)))
                                        % 1000
                                        * 1_000_000,
                                ZoneOffset.UTC));
                recording.zone("+00:00");
            } else {
                Dates.parse(rows.text(i), Dates.Order.MONTH_DAY)
                        .ifPresent(date -> begin(date, recording));
            }
            return;
        }
    }

    private static void begin(Dates.Stamp date, RecordingSink recording) {
        recording.start(date.local());
        if (date.isAmbiguous()) {
            recording.assumption("Month before day assumed in dates.");
        }
    }

    private static void describe(Source source, Progress progress, RecordingSink recording)
            throws IOException {
        Optional<Source> companion = source.companion(stem(source.name()) + METADATA);
        if (companion.isEmpty()) {
            return;
        }
        try (Lines lines = Lines.of(companion.get(), progress)) {
            List<String> names = lines.next() ? names(lines.text()) : List.of();
            if (!isMetadata(names) || !lines.next()) {
                recording.problem(
                        Problem.warning(
                                "arbin.metadata",
                                companion.get().name() + " does not say what it should."));
                return;
            }
            List<String> values = Dialect.of(',').split(lines.text());
            for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                if (!names.get(i).isBlank() && !values.get(i).isBlank()) {
                    recording.metadata(names.get(i), Metadata.value(values.get(i)));
                }
            }
        }
    }

    private static boolean nextFilled(Lines lines) throws IOException {
        while (lines.next()) {
            if (!lines.isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMetadata(List<String> names) {
        return names.containsAll(List.of("Test_ID", "IV_Ch_ID", "Schedule_File_Name"));
    }

    private static List<String> names(String line) {
        String s = line.strip();
        return Dialect.of(delimiter(s)).split(s);
    }

    private static char delimiter(String line) {
        return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
