// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.scribner;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads impedance spectra of ZPlot and ZView ({@code .z}), the programs of Scribner Associates for
 * Solartron's analysers, and of programs that write the same.
 *
 * <h2>The present format</h2>
 *
 * Text. The line {@code ZPLOT2 ASCII}; then the head in indented lines {@code Key: value}, grouped
 * by lines {@code Begin Experiment: ...} and {@code End Experiment: ...}; those of {@code
 * Pstat/Gstat} and {@code Analyzer} carry the models. {@code Date: 10-12-2018} has the month first.
 * What stands between {@code Begin User Comments:} and {@code End User Comments:} is text. {@code
 * Data Points} is the number of rows planned. The last line of the head names the columns, parted
 * by tabs; {@code End Comments} ends it, rows follow.
 *
 * <h2>The elder format</h2>
 *
 * Text, each line of the head within quotes. The first is {@code "ZView Calculated Data File:
 * Version 1.1"} or has {@code ZPlotW} or {@code Z60W} instead; then may follow what the data are,
 * the experiment ({@code Sweep Frequency: Control Voltage}), date and time with a stray quote
 * between them, two comments, the file's name, the kind of sweep, a line of six numbers of which
 * the last two are the least and the greatest frequency, and the number of rows. The last line of
 * the head names the columns, parted by blanks; rows follow, parted by commas or blanks, with
 * exponents such as {@code E+0004}.
 *
 * <h2>The columns</h2>
 *
 * Frequency in Hz, amplitude and bias (in V, or in A where the experiment controls the current),
 * time in s, Z' and Z'' in ohm (Z'' negative for a capacitor), group delay, error code, range.
 */
public final class ZImporter implements Importer {
    private static final Pattern ELDER =
            Pattern.compile("\"?(ZPlotW?|ZView Calculated|Z60W?) Data File: Version.*");

    @Override
    public Sniff sniff(Head head) {
        String first = head.text().lines().findFirst().orElse("").strip();
        if (first.startsWith("ZPLOT2 ASCII")) {
            return Sniff.certain("begins with ZPLOT2 ASCII");
        }
        return isElder(first)
                ? Sniff.certain("begins with the title of a ZPlot or ZView data file")
                : Sniff.no("begins neither with ZPLOT2 ASCII nor with a title of ZView");
    }

    static boolean isElder(String firstLine) {
        return ELDER.matcher(firstLine).matches();
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            ZHead head = ZHead.read(lines);
            RecordingSink recording = sink.recording(head.title(), Technique.EIS);
            head.tell(recording);
            if (!lines.next()) {
                new DataRows(Dialect.of('\t'), 1, recording).finish();
                return;
            }
            Dialect dialect = dialect(lines.text());
            if (dialect.decimal() == ',') {
                recording.assumption("decimal comma");
            }
            lines.back();
            DataRows rows = new DataRows(dialect, head.columns().size(), recording);
            while (lines.next()) {
                if (!rows.add(lines) && !lines.isBlank()) {
                    break;
                }
            }
            rows.finish();
            head.planned()
                    .ifPresent(
                            planned -> {
                                if (planned != recording.rowCount()) {
                                    recording.problem(shorter(planned, recording.rowCount()));
                                }
                            });
        }
    }

    private static Dialect dialect(String row) {
        char delimiter = row.indexOf('\t') >= 0 ? '\t' : row.indexOf(';') >= 0 ? ';' : ',';
        boolean comma = row.indexOf(',') >= 0;
        if (delimiter != ',') {
            return new Dialect(delimiter, comma ? ',' : '.', '\0');
        }
        return Dialect.of(comma ? ',' : Dialect.BLANKS);
    }

    private static Problem shorter(long planned, int found) {
        return Problem.warning(
                        "z.count",
                        "The file announces " + planned + " points and holds " + found + ".")
                .with(planned, found);
    }
}
