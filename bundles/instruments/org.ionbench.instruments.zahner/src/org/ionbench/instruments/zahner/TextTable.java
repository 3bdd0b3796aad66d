// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.LastLine;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;
import org.ionbench.formats.Numbers;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one of Zahner's texts from its first line to its last. */
final class TextTable {
    private static final Pattern TITLE = Pattern.compile("ZAHNER [A-Za-z ]{1,40} file\\s*");

    private static final int LONGEST_HEAD = 1000;
    private static final Pattern SETTING = Pattern.compile("\\s*([^:,;]{1,60}?)\\s*:\\s*(.*?)\\s*");
    private static final Pattern BEGINS_AS_ROW = Pattern.compile("\\s*[-+]?[.,]?\\d");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d,\\d");
    private static final Pattern SPAN =
            Pattern.compile("\\s*(\\d\\d:\\d\\d:\\d\\d) - \\d\\d:\\d\\d:\\d\\d\\s*");

    private final Lines lines;
    private final Sink sink;
    private final Map<String, String> head = new LinkedHashMap<>();
    private List<String> names = List.of();
    private int spectra;
    private int strange;

    TextTable(Lines lines, Sink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    /** {@code ZAHNER polarization file}. */
    static boolean isTitle(String line) {
        return TITLE.matcher(line).matches();
    }

    void read() throws IOException {
        boolean titled = head();
        if (names.isEmpty()) {
            if (!titled) {
                throw lines.wrong(
                        "expected a line of column names such as Frequency/Hz, Impedance/Ohm,"
                                + " Phase/deg, Significance");
            }
            onlyHead();
            return;
        }
        boolean more = lines.next();
        while (more) {
            more = block();
        }
        if (spectra == 0) {
            RecordingSink recording = begin(columns());
            tellStrange(recording);
            recording.problem(
                    Problem.warning("rows.empty", "There is not a single measured point."));
        }
    }

    /** Reads up to the names of the columns; tells whether the first line is a title. */
    private boolean head() throws IOException {
        boolean titled = false;
        while (lines.next() && lines.number() < LONGEST_HEAD) {
            String line = lines.text();
            if (TextColumns.areNames(line)) {
                names = ZahnerTextImporter.fields(line);
                return titled;
            }
            Matcher span = SPAN.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (lines.number() == 1 && isTitle(line)) {
                titled = true;
                head.put("Title", line.strip());
            } else if (span.matches()) {
                head.put("Span", line.strip());
            } else if (setting.matches()) {
                head.putIfAbsent(setting.group(1), setting.group(2));
            } else if (!line.isBlank()) {
                head.merge("Comment", line.strip(), (a, b) -> a + "\n" + b);
            }
        }
        return titled;
    }

    /** A text that only describes what is in the file beside it. */
    private void onlyHead() {
        RecordingSink recording = sink.recording("Polarisation", Technique.OTHER);
        tell(recording);
        recording.problem(
                Problem.warning(
                                "zahner.head",
                                "The file describes a measurement but holds no points of it.")
                        .mend("Import the .isw file of the same name, which holds them."));
    }

    private List<ColumnSpec> columns() {
        return new ArrayList<>(names.stream().map(TextColumns::of).toList());
    }

    private RecordingSink begin(List<ColumnSpec> columns) {
        Technique technique = TextColumns.technique(columns);
        boolean impedance = technique.equals(Technique.EIS);
        spectra++;
        String number = spectra > 1 ? " " + spectra : "";
        RecordingSink recording =
                sink.recording((impedance ? "Impedance" : "Acquisition") + number, technique);
        tell(recording);
        lines.encoding().assumption().ifPresent(recording::assumption);
        columns.forEach(recording::column);
        return recording;
    }

    private void tell(RecordingSink recording) {
        head.forEach(
                (key, value) -> {
                    if (!value.isEmpty()) {
                        recording.metadata(key, Metadata.value(value));
                    }
                });
        String date = head.getOrDefault("Time", head.getOrDefault("Date", "")).replace(',', ' ');
        String time = head.getOrDefault("Span", "").split(" - ")[0];
        Dates.parse(date + " " + time, Dates.Order.DAY_MONTH)
                .ifPresent(stamp -> recording.start(stamp.local()));
    }

    /**
     * Reads the rows from the present line on; at the end the present line is the first of the next
     * block.
     *
     * @return whether there is a next block
     */
    private boolean block() throws IOException {
        if (lines.isBlank()) {
            return lines.next();
        }
        if (TextColumns.areNames(lines.text())) {
            names = ZahnerTextImporter.fields(lines.text());
            return lines.next();
        }
        if (names.getFirst().equals("time")) {
            return clocked();
        }
        if (!BEGINS_AS_ROW.matcher(lines.text()).lookingAt()) {
            strange++;
            return lines.next();
        }
        return numbers();
    }

    /** Tells the lines that are neither names nor rows; they cost only themselves. */
    private void tellStrange(RecordingSink recording) {
        if (strange > 0) {
            recording.problem(
                    Problem.warning(
                                    "zahner.lines",
                                    strange
                                            + " lines are neither rows nor names of columns and"
                                            + " were left out.")
                            .with(strange));
            strange = 0;
        }
    }

    /** The decimal sign, by the fields of a row from the given one on. */
    private char decimal(char delimiter, int from, RecordingSink recording) {
        String line = lines.text().substring(from);
        boolean comma =
                delimiter != ',' && DECIMAL_COMMA.matcher(line).find() && line.indexOf('.') < 0;
        if (comma) {
            recording.assumption("decimal comma");
        }
        return comma ? ',' : '.';
    }

    private boolean numbers() throws IOException {
        List<ColumnSpec> columns = columns();
        int modulus = TextColumns.index(columns, QuantityKind.IMPEDANCE_MODULUS);
        int phase = TextColumns.index(columns, QuantityKind.IMPEDANCE_PHASE);
        boolean computed =
                modulus >= 0
                        && phase >= 0
                        && TextColumns.index(columns, QuantityKind.IMPEDANCE_REAL) < 0;
        int width = columns.size();
        if (computed) {
            columns.add(ColumnSpec.of("Re(Z)/Ohm").as(QuantityKind.IMPEDANCE_REAL, "ohm"));
            columns.add(ColumnSpec.of("Im(Z)/Ohm").as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"));
        }
        int number = TextColumns.index(columns, "number");
        RecordingSink recording = begin(columns);
        if (computed) {
            recording.change("Re(Z)/Ohm and Im(Z)/Ohm were computed from modulus and phase");
        }
        tellStrange(recording);
        Numbers numbers = new Numbers(decimal(delimiter(), 0, recording), '\0', true);
        DataRows data = new DataRows(Dialect.of(delimiter()), width, recording, numbers);
        double last = Double.NEGATIVE_INFINITY;
        boolean more = true;
        while (more && data.read(lines)) {
            double[] row = Arrays.copyOf(data.values(), columns.size());
            if (number >= 0 && row[number] < last) {
                break;
            }
            last = number >= 0 ? row[number] : last;
            if (computed) {
                double angle = columns.get(phase).toSi(row[phase]);
                row[width] = row[modulus] * Math.cos(angle);
                row[width + 1] = row[modulus] * Math.sin(angle);
            }
            recording.row(row);
            more = lines.next();
        }
        data.finish();
        return more && (recording.rowCount() > 0 || lines.next());
    }

    private char delimiter() {
        String line = lines.text();
        for (char c : new char[] {';', '\t', ','}) {
            if (line.indexOf(c) >= 0) {
                return c;
            }
        }
        return Dialect.BLANKS;
    }

    /** Rows that begin with a clock time. */
    private boolean clocked() throws IOException {
        List<ColumnSpec> columns = columns();
        columns.set(0, ColumnSpec.text(names.getFirst()));
        columns.add(ColumnSpec.of("time/s").as(QuantityKind.TIME, "s"));
        RecordingSink recording = begin(columns);
        recording.change("time/s was computed from the clock times");
        int width = names.size();
        char decimal = decimal('\t', Math.max(0, lines.text().indexOf('\t')), recording);
        Rows rows = new Rows(new Dialect('\t', decimal, '\0'), width);
        Optional<LocalDateTime> start = Optional.empty();
        do {
            if (lines.isBlank()) {
                continue;
            }
            int fields = rows.read(lines);
            String clock = rows.text(0, lines);
            Optional<LocalDateTime> now =
                    Dates.parse(clock, Dates.Order.DAY_MONTH).map(Dates.Stamp::local);
            if (fields < width || now.isEmpty() || lines.ending() == LastLine.CUT) {
                strange++;
                continue;
            }
            if (start.isEmpty()) {
                start = now;
                recording.start(now.get());
            }
            double[] row = Arrays.copyOf(rows.values(), width + 1);
            Duration since = Duration.between(start.get(), now.get());
            row[width] = since.getSeconds() + since.getNano() / 1e9;
            recording.text(0, clock);
            recording.row(row);
        } while (lines.next());
        if (strange > 0) {
            recording.problem(
                    Problem.warning(
                                    "zahner.rows",
                                    strange
                                            + " lines are no rows with a clock time and were left"
                                            + " out.")
                            .with(strange));
        }
        if (recording.rowCount() == 0) {
            recording.problem(
                    Problem.warning("rows.empty", "There is not a single measured point."));
        }
        return false;
    }
}
