// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.example.potentiostat;

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
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Text files of LabStat, a potentiostat built in the laboratory, whose microcontroller writes them
 * to a memory card.
 *
 * <pre>
 * LABSTAT 1                           the first line of every file
 * device = LabStat no. 3              settings: of the file here,
 * started = 2026-03-11 14:02:30       by the instrument's clock, in local time
 *
 * [cv]                                a recording begins with its technique
 * scan rate = 50 mV/s                 its own settings
 * t/ms; E/mV; I/uA                    its columns: name/unit
 * 0; -200.0; 20.0
 * 20; -199.0; OVR                     OVR: the amplifier was overloaded
 *
 * [eis]                               the next one
 * f/Hz; Zre/ohm; Zim/ohm
 * 10000; 101.26; -15.82
 * [end]                               missing where the supply failed
 * </pre>
 *
 * <p>The current follower inverts: a cathodic current is positive in the file. Settings are kept as
 * metadata under their own names, columns this importer does not know under theirs. Empty lines
 * mean nothing. The encoding is ASCII; numbers have a decimal point.
 */
public final class LabStatImporter implements Importer {
    private static final String FIRST_LINE = "LABSTAT 1";
    private static final int MOST_COLUMNS = 64;
    private static final Dialect DIALECT = Dialect.of(';');

    private static final Map<String, QuantityKind> KINDS =
            Map.of(
                    "t", QuantityKind.TIME,
                    "E", QuantityKind.POTENTIAL,
                    "I", QuantityKind.CURRENT,
                    "T", QuantityKind.TEMPERATURE,
                    "f", QuantityKind.FREQUENCY,
                    "Zre", QuantityKind.IMPEDANCE_REAL,
                    "Zim", QuantityKind.IMPEDANCE_IMAGINARY);

    @Override
    public Sniff sniff(Head head) {
        return head.startsWith(FIRST_LINE)
                ? Sniff.certain("begins with " + FIRST_LINE)
                : Sniff.no("does not begin with " + FIRST_LINE);
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            if (!lines.next() || !lines.startsWith(FIRST_LINE)) {
                throw new FormatException(
                        source.name(),
                        "line 1",
                        "expected " + FIRST_LINE + ", with which every file of a LabStat begins.");
            }
            Map<String, String> head = settings(lines);
            Optional<String> section = section(lines, sink);
            while (section.isPresent() && !section.get().equals("end")) {
                recording(section.get(), head, lines, sink);
                section = section(lines, sink);
            }
            if (section.isEmpty()) {
                sink.problem(
                        Problem.warning(
                                        "labstat.cut",
                                        "The file ends without [end]: its last points may be"
                                                + " missing.")
                                .at(lines.place()));
            }
        }
    }

    /** The name in brackets of the next section; empty at the end of the file. */
    private static Optional<String> section(Lines lines, Sink sink) throws IOException {
        int passed = 0;
        while (lines.next()) {
            String line = lines.text().strip();
            if (line.startsWith("[") && line.endsWith("]") && line.length() > 2) {
                return Optional.of(line.substring(1, line.length() - 1));
            }
            if (!line.isEmpty() && passed++ == 0) {
                sink.problem(
                        Problem.warning(
                                        "labstat.outside",
                                        "Lines from here to the next recording belong to none and"
                                                + " were left out.")
                                .at(lines.place()));
            }
        }
        return Optional.empty();
    }

    /** The settings up to the next line that is none. */
    private static Map<String, String> settings(Lines lines) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        while (lines.next()) {
            String[] setting = lines.text().split("=", 2);
            if (setting.length == 2) {
                settings.put(setting[0].strip(), setting[1].strip());
            } else if (!lines.isBlank()) {
                lines.back();
                break;
            }
        }
        return settings;
    }

    private static void recording(String name, Map<String, String> head, Lines lines, Sink sink)
            throws IOException {
        Technique technique = new Technique(name);
        RecordingSink recording =
                sink.recording(
                        name, Technique.KNOWN.contains(technique) ? technique : Technique.OTHER);
        recording.instrument(head.getOrDefault("device", "LabStat"));
        Optional.ofNullable(head.get("started"))
                .flatMap(text -> Dates.parse(text, Dates.Order.DAY_MONTH))
                .ifPresent(stamp -> recording.start(stamp.local()));
        head.forEach(recording::metadata);
        settings(lines).forEach(recording::metadata);

        List<ColumnSpec> columns =
                lines.next()
                        ? DIALECT.split(lines.text()).stream().map(LabStatImporter::column).toList()
                        : List.of();
        if (columns.size() > MOST_COLUMNS) {
            throw lines.wrong("expected at most " + MOST_COLUMNS + " columns.");
        }
        columns.forEach(recording::column);
        if (columns.stream().anyMatch(ColumnSpec::isNegated)) {
            recording.change(
                    "Sign of the current turned: cathodic current is positive in the file.");
        }
        rows(columns.size(), lines, recording);
    }

    /** What a column is: {@code E/mV} is the potential in mV. */
    private static ColumnSpec column(String title) {
        String[] parts = title.split("/", 2);
        String unitText = parts.length == 2 ? parts[1] : "";
        ColumnSpec asWritten = ColumnSpec.of(parts[0]).unit(unitText);
        Optional<QuantityKind> kind = Optional.ofNullable(KINDS.get(parts[0]));
        Optional<Unit> unit = Unit.parse(unitText);
        if (kind.isEmpty() || unit.isEmpty() || unit.get().dimension() != kind.get().dimension()) {
            return asWritten;
        }
        ColumnSpec meant = asWritten.as(kind.get(), unit.get());
        return kind.get() == QuantityKind.CURRENT ? meant.negated() : meant;
    }

    private static void rows(int columns, Lines lines, RecordingSink recording) throws IOException {
        Rows rows = new Rows(DIALECT, columns);
        int overloads = 0;
        int damaged = 0;
        while (lines.next()) {
            if (lines.startsWith("[")) {
                lines.back();
                break;
            }
            if (lines.isBlank()) {
                continue;
            }
            if (rows.read(lines) == columns && lines.isComplete()) {
                recording.row(rows.values());
                overloads += rows.texts();
            } else {
                damaged++;
            }
        }
        if (overloads > 0) {
            recording.problem(
                    Problem.warning(
                                    "labstat.overload",
                                    overloads
                                            + " values are missing: the amplifier was overloaded.")
                            .mend("Measure again in a larger current range.")
                            .with(overloads));
        }
        if (damaged > 0) {
            recording.problem(
                    Problem.warning(
                                    "labstat.row",
                                    damaged
                                            + " lines without "
                                            + columns
                                            + " values were left out.")
                            .with(damaged, columns));
        }
    }
}
