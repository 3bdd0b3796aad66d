// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.metrohm;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.List;

/**
 * Reads the text that NOVA exports ({@code .txt}, {@code .csv}).
 *
 * <h2>The format</h2>
 *
 * Text in UTF-8, with or without a byte order mark. The first line names the columns, with the unit
 * in brackets; rows follow. Both are parted by semicolons, tabs or commas, as the user chose, and
 * numbers have the decimal character of the computer. Nothing is said of instrument, date or
 * technique.
 *
 * <ul>
 *   <li>Spectra: {@code Index}, {@code Frequency (Hz)}, {@code Z' (Ω)}, {@code -Z'' (Ω)}, {@code Z
 *       (Ω)}, {@code -Phase (°)}, {@code Time (s)}; imaginary part and phase have their sign turned
 *   <li>Others: {@code Potential applied (V)}, {@code Time (s)}, {@code Corrected time (s)}, {@code
 *       WE(1).Current (A)}, {@code WE(1).Potential (V)}, {@code Scan}, {@code Index}, {@code Q+},
 *       {@code Q-}; {@code WE(2)} is a second working electrode
 *   <li>{@code Column 1 (V/s)} and the like: values of a command that repeats a measurement
 * </ul>
 *
 * With a repeated line of names a new measurement begins. The technique is impedance where there is
 * a frequency, cyclic voltammetry where there are an applied potential and scans, a linear sweep
 * where there is an applied potential alone.
 */
public final class NovaImporter implements Importer {
    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        String first = text.lines().findFirst().orElse("");
        return NovaColumns.areNames(first)
                ? Sniff.certain("names the columns as NOVA does")
                : Sniff.no("does not begin with names of columns of NOVA");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            if (!lines.next() || !NovaColumns.areNames(lines.text())) {
                throw lines.wrong(
                        "expected names of columns such as WE(1).Current (A) or -Z'' (\u03a9)");
            }
            int measurements = 0;
            boolean more = true;
            while (more) {
                more = measurement(lines, sink, ++measurements);
            }
        }
    }

    /** Reads from the names on, which are the present line; true where other names follow. */
    private static boolean measurement(Lines lines, Sink sink, int number) throws IOException {
        char delimiter = NovaColumns.delimiter(lines.text());
        List<ColumnSpec> columns = NovaColumns.of(lines.text());
        Technique technique = NovaColumns.technique(columns);
        RecordingSink recording =
                sink.recording("Measurement" + (number > 1 ? " " + number : ""), technique);
        lines.encoding().assumption().ifPresent(recording::assumption);
        columns.forEach(recording::column);
        if (columns.stream().anyMatch(ColumnSpec::isNegated)) {
            recording.change("sign of imaginary part and phase turned: the file holds -Z''");
        }
        boolean any = lines.next();
        boolean comma = any && delimiter != ',' && lines.text().indexOf(',') >= 0;
        if (comma) {
            recording.assumption("decimal comma");
        }
        DataRows rows =
                new DataRows(
                        new Dialect(delimiter, comma ? ',' : '.', '\0'), columns.size(), recording);
        boolean names = false;
        int strange = 0;
        while (any && !names) {
            if (!rows.add(lines) && !lines.isBlank()) {
                names = NovaColumns.areNames(lines.text());
                strange += names ? 0 : 1;
            }
            any = names || lines.next();
        }
        rows.finish();
        if (strange > 0) {
            recording.problem(
                    Problem.warning(
                                    "nova.lines",
                                    strange
                                            + " lines between the rows are no rows and were left"
                                            + " out.")
                            .with(strange));
        }
        return names;
    }
}
