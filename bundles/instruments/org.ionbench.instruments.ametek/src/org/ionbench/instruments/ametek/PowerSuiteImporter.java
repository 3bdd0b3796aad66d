// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the text exports of PowerSuite and of PARSTATs: a line of column names separated by tabs,
 * {@code Frequency}, {@code Zre}, {@code Zimg} or {@code Potential (V)}, {@code Current (A)},
 * {@code Elapsed Time (s)}, {@code Frequency (Hz)}, {@code Zre (ohms)}, {@code Zim (ohms)}, ...,
 * and rows of numbers with blanks before them; Zim is negative for a capacitor. Nothing is said of
 * instrument, date or technique. Lines may end in CR CR LF.
 *
 * <p>Rows of frequency 0 were measured at direct current; each run of rows with or without a
 * frequency becomes a recording.
 */
public final class PowerSuiteImporter implements Importer {

    @Override
    public Sniff sniff(Head head) {
        String first = head.text().lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        boolean own =
                first.indexOf('\t') > 0
                        && first.contains("frequency")
                        && first.contains("zre")
                        && first.contains("zim")
                        && (first.startsWith("frequency\t") || first.startsWith("potential (v)\t"));
        return own
                ? Sniff.certain("has the column names of PowerSuite")
                : Sniff.no("does not begin with the column names of PowerSuite");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            List<String> names = new ArrayList<>();
            if (lines.next()) {
                for (String name : lines.text().split("\t")) {
                    if (!name.isBlank()) {
                        names.add(name.strip());
                    }
                }
            }
            int frequency = frequency(names);
            if (frequency < 0) {
                throw new FormatException(
                        source.name(),
                        "line 1",
                        "expected names of columns, one of them Frequency");
            }
            PlainRows rows = new PlainRows('\t', names.size());
            RecordingSink recording = null;
            boolean impedance = false;
            while (lines.next()) {
                if (!rows.read(lines)) {
                    continue;
                }
                boolean now = rows.values()[frequency] > 0;
                if (recording == null || now != impedance) {
                    impedance = now;
                    recording = begin(sink, names, impedance);
                }
                recording.row(rows.values());
            }
            rows.finish(recording == null ? begin(sink, names, true) : recording);
        }
    }

    private static int frequency(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).toLowerCase(Locale.ROOT).startsWith("frequency")) {
                return i;
            }
        }
        return -1;
    }

    private static RecordingSink begin(Sink sink, List<String> names, boolean impedance) {
        RecordingSink recording =
                sink.recording(
                        impedance ? "Impedance" : "Direct current",
                        impedance ? Technique.EIS : Technique.OTHER);
        for (String name : names) {
            recording.column(Columns.of(name, impedance));
        }
        return recording;
    }
}
