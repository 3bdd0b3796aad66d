// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.chi;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Unknown;

import java.io.IOException;

/**
 * Reads the text that programs of CH Instruments export ({@code .txt}, {@code .csv}).
 *
 * <h2>The format</h2>
 *
 * Text. Date and time ({@code Feb. 20, 2020 15:55:08}); the technique ({@code A.C. Impedance},
 * {@code Cyclic Voltammetry}, ...); lines {@code File:}, {@code Data Source:}, {@code Instrument
 * Model:}, {@code Header:}, {@code Note:}; the settings in lines {@code Init E (V) = -0.5}, some of
 * them without a value. Then results, if there are any: {@code Channel 1:}, {@code Segment 2:} and
 * under each peaks such as {@code Ep = 0.506V}, {@code ip = -3.289e-7A}. A line names the columns,
 * with the unit behind a slash: {@code Potential/V, Current/A}, {@code Freq/Hz, Z'/ohm, Z"/ohm,
 * Z/ohm, Phase/deg}, {@code Time/sec, Potential/V}; an empty line; the rows.
 *
 * <p>Fields are parted by commas or tabs, not always by the same in names and rows. Columns may be
 * named of which the rows hold nothing. Z" and the phase are negative for a capacitor. Instruments
 * with several channels name columns {@code Current1/A} or {@code i1/A}, {@code i2/A}.
 *
 * <p>The programs let the user choose whether anodic or cathodic currents are positive, and write
 * the choice nowhere; that anodic ones are is recorded as an assumption.
 */
public final class ChiImporter implements Importer {
    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        boolean source = text.contains("\nData Source:");
        boolean model = text.contains("\nInstrument Model:");
        if (model && (source || text.contains("Instrument Model:  CHI"))) {
            return Sniff.certain("names source of data and model as CH Instruments does");
        }
        return Sniff.no("names no source of data and model as CH Instruments does");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            ChiHead head = ChiHead.read(lines);
            RecordingSink recording = sink.recording(head.title(), head.technique());
            lines.encoding().assumption().ifPresent(recording::assumption);
            Unknown.technique(head.title(), head.technique(), recording);
            head.tell(recording);
            boolean more = lines.next();
            while (more && lines.isBlank()) {
                more = lines.next();
            }
            if (more) {
                rows(lines, head, recording);
            } else {
                recording.problem(
                        Problem.warning("rows.empty", "There is not a single measured point."));
            }
        }
    }

    private static void rows(Lines lines, ChiHead head, RecordingSink recording)
            throws IOException {
        String first = lines.text();
        char delimiter = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
        boolean comma = delimiter != ',' && first.indexOf(',') >= 0;
        if (comma) {
            recording.assumption("decimal comma");
        }
        int columns = head.columns().size();
        DataRows rows =
                new DataRows(new Dialect(delimiter, comma ? ',' : '.', '\0'), columns, recording);
        lines.back();
        int skipped = 0;
        while (lines.next()) {
            if (!rows.add(lines) && !lines.isBlank()) {
                skipped++;
            }
        }
        rows.finish();
        if (skipped > 0) {
            recording.problem(
                    Problem.warning(
                                    "chi.lines",
                                    skipped
                                            + " lines between the rows are no rows and were left"
                                            + " out.")
                            .with(skipped));
        }
    }
}
