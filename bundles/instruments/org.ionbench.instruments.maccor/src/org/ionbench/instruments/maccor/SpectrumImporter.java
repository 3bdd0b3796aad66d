// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the impedance spectra that Maccor's programs export beside a test, {@code
 * test.EDA0001.041}.
 *
 * <h2>The format</h2>
 *
 * Text. Line 1 is {@code MACCOR, INC. AC Impedance Test}; then {@code Frequency Sweep:} with what
 * was controlled ({@code Open Circut Voltage}, sic), the procedure, the file's name, two lines of
 * free use, {@code Start Date: Wednesday, November 2, 2016 Start Time: 15:58}, another free line,
 * and one of numbers that set the sweep. A line with tabs names the columns: {@code Freq(Hz),
 * Polar(V), time(sec), Z'(a), Z''(b), Phase_Angle, Z-Mag, C(F), Status, irg, VMag, IMag, V-DC} and
 * further ones, of which rows hold only the first thirteen.
 *
 * <p>Z'' and the phase (degrees) are negative for a capacitor. Impedances are in ohm; the file does
 * not say. <b>{@code Polar(V)} is a wrong label</b>: the values are 2 pi times the frequency, and
 * where they are the column is told as an angular frequency.
 */
public final class SpectrumImporter implements Importer {
    private static final int LONGEST = 200;
    private static final Pattern SETTING = Pattern.compile("\\s*([A-Z][A-Za-z ]{1,30}?):\\s*(.*)");
    private static final Map<String, QuantityKind> KINDS =
            Map.of(
                    "freq(hz)", QuantityKind.FREQUENCY,
                    "time(sec)", QuantityKind.TIME,
                    "z'(a)", QuantityKind.IMPEDANCE_REAL,
                    "z''(b)", QuantityKind.IMPEDANCE_IMAGINARY,
                    "phase_angle", QuantityKind.IMPEDANCE_PHASE,
                    "z-mag", QuantityKind.IMPEDANCE_MODULUS,
                    "v-dc", QuantityKind.CELL_VOLTAGE);
    private static final Map<QuantityKind, String> UNITS =
            Map.of(
                    QuantityKind.FREQUENCY, "Hz",
                    QuantityKind.TIME, "s",
                    QuantityKind.IMPEDANCE_PHASE, "deg",
                    QuantityKind.CELL_VOLTAGE, "V");

    @Override
    public Sniff sniff(Head head) {
        String text = head.text();
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return first.startsWith("MACCOR") && first.contains("AC Impedance")
                ? Sniff.certain("begins as a spectrum of Maccor does")
                : Sniff.no("does not begin as a spectrum of Maccor does");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            RecordingSink recording = sink.recording("Impedance", Technique.EIS);
            recording.instrument("Maccor");
            List<String> names = head(lines, recording);
            boolean more = lines.next();
            while (more && lines.isBlank()) {
                more = lines.next();
            }
            char decimal = lines.text().indexOf(',') >= 0 ? ',' : '.';
            Dialect dialect = new Dialect('\t', decimal, '\0');
            if (decimal == ',') {
                recording.assumption("decimal comma");
            }
            Rows first = new Rows(dialect, names.size());
            int filled = more ? Math.min(names.size(), first.read(lines)) : names.size();
            columns(names.subList(0, filled), first.values(), recording);
            DataRows rows = new DataRows(dialect, filled, recording);
            while (more) {
                rows.add(lines);
                more = lines.next();
            }
            rows.finish();
            if (filled < names.size()) {
                recording.problem(
                        Problem.info(
                                        "maccor.unfilled",
                                        "The last "
                                                + (names.size() - filled)
                                                + " columns that are named hold nothing and were"
                                                + " left out.")
                                .with(names.subList(filled, names.size())));
            }
        }
    }

    /** Reads up to the names of the columns. */
    private static List<String> head(Lines lines, RecordingSink recording) throws IOException {
        while (lines.next() && lines.number() < LONGEST) {
            String line = lines.text();
            if (line.startsWith("Freq(Hz)\t")) {
                return Arrays.stream(line.split("\t")).map(String::strip).toList();
            }
            Matcher setting = SETTING.matcher(line);
            if (line.contains("Start Date:")) {
                start(line, recording);
            } else if (setting.matches()) {
                recording.metadata(setting.group(1), setting.group(2).strip());
            } else if (!line.isBlank()) {
                String name =
                        switch (lines.number()) {
                            case 1 -> "Title";
                            case 3 -> "Procedure";
                            case 4 -> "File name";
                            default -> "Line " + lines.number();
                        };
                recording.metadata(name, line.strip());
            }
        }
        throw lines.wrong("expected a line of column names that begins with Freq(Hz)");
    }

    private static void start(String line, RecordingSink recording) {
        String s = line.replace("Start Date:", "").replace("Start Time:", "").strip();
        recording.metadata("Start", s.replaceAll("\\s+", " "));
        Dates.parse(s.replaceFirst("^\\p{L}+, *", ""), Dates.Order.MONTH_DAY)
                .ifPresent(stamp -> recording.start(stamp.local()));
    }

    private static void columns(List<String> names, double[] row, RecordingSink recording) {
        int frequency = names.indexOf("Freq(Hz)");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            QuantityKind kind =
                    KINDS.getOrDefault(name.toLowerCase(Locale.ROOT), QuantityKind.OTHER);
            ColumnSpec spec = ColumnSpec.of(name.isEmpty() ? "Column" : name);
            if (kind != QuantityKind.OTHER) {
                spec = spec.as(kind, UNITS.getOrDefault(kind, "ohm"));
            } else if (name.equals("Polar(V)")) {
                boolean angular = Math.abs(row[i] / (2 * Math.PI * row[frequency]) - 1) < 1e-4;
                spec = spec.unit(angular ? "rad/s" : "V");
                if (angular) {
                    recording.change(
                            "Polar(V) holds 2 pi times the frequency in spite of its name and was"
                                    + " told as rad/s");
                }
            } else if (name.equals("C(F)")) {
                spec = spec.unit("F");
            }
            recording.column(spec);
        }
        recording.assumption("impedances are in ohm; the file does not say");
    }
}
