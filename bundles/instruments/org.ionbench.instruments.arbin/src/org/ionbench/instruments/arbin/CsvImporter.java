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
        String text = head.latin1();
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
        Rows rows = new Rows(dialect, names.size() + 1);
        boolean[] texts = new boolean[names.size()];
        if (any) {
            rows.read(lines);
            for (int i = 0; i < texts.length; i++) {
                texts[i] = i < rows.fields() && rows.isText(i);
            }
        }
        for (int i = 0; i < texts.length; i++) {
            recording.column(
                    texts[i] ? ArbinColumns.text(names.get(i)) : ArbinColumns.of(names.get(i)));
        }
        double[] values = new double[texts.length];
        int ragged = 0;
        int strange = 0;
        String where = "";
        boolean first = true;
        while (any) {
            int fields = rows.read(lines);
            if (!lines.isComplete() && fields < texts.length) {
                recording.problem(
                        Problem.warning(
                                        "rows.cut",
                                        "The file ends within a row, which is left out.")
                                .at(lines.place()));
                break;
            }
            if (fields != texts.length) {
                where = ragged++ == 0 ? lines.place() : where;
            }
            System.arraycopy(rows.values(), 0, values, 0, values.length);
            for (int i = 0; i < texts.length; i++) {
                if (texts[i]) {
                    values[i] = Double.NaN;
                    recording.text(i, rows.text(i, lines));
                } else if (i < fields && rows.isText(i)) {
                    strange++;
                }
            }
            if (first) {
                begin(names, rows, lines, recording);
                first = false;
            }
            recording.row(values);
            any = nextFilled(lines);
        }
        if (ragged > 0) {
            recording.problem(
                    Problem.warning(
                                    "rows.ragged",
                                    ragged
                                            + " rows have another number of values than there are"
                                            + " columns.")
                            .with(ragged)
                            .at(where));
        }
        if (strange > 0) {
            recording.problem(
                    Problem.warning(
                                    "rows.number",
                                    strange + " values are no numbers and are left empty.")
                            .with(strange));
        }
        if (first) {
            recording.problem(
                    Problem.warning("rows.empty", "There is not a single measured point."));
        }
    }

    /** Tells when the first point was measured. */
    private static void begin(List<String> names, Rows rows, Lines lines, RecordingSink recording) {
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
            } else if (rows.isText(i)) {
                Optional<Dates.Stamp> date =
                        Dates.parse(rows.text(i, lines), Dates.Order.MONTH_DAY);
                if (date.isPresent()) {
                    recording.start(date.get().local());
                    if (date.get().isAmbiguous()) {
                        recording.assumption("Month before day assumed in dates.");
                    }
                }
            }
            return;
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
        String s = line.replace("\ufeff", "").replace("\u00ef\u00bb\u00bf", "").strip();
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
