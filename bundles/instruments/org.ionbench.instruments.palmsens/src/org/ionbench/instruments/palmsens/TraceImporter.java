// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;

import java.io.IOException;

/**
 * Reads curves that PSTrace exports as text ({@code .csv}).
 *
 * <h2>The format</h2>
 *
 * UTF-16 with a byte order mark at its beginning and another at its end; fields parted by commas,
 * or by semicolons where numbers have a decimal comma. {@code Date and time:} of the export, {@code
 * Notes:}, an empty line, then blocks of:
 *
 * <ul>
 *   <li>a line of titles, {@code Differential Pulse Voltammetry [1]: DPV i vs E}, each over the
 *       first column of its curve
 *   <li>a line of {@code Date and time measurement:} and the moment, for each curve
 *   <li>a line with the units, {@code V}, {@code µA}, or names and units of the columns, {@code
 *       freq / Hz}, {@code neg. Phase / °}, {@code Idc / uA}, {@code Z / Ohm}, {@code Z' / Ohm},
 *       {@code -Z'' / Ohm}, {@code Cs / F}
 *   <li>the rows; where curves are of different lengths, the fields of the shorter ones are empty
 *       at the end
 * </ul>
 *
 * Each curve becomes a recording. The imaginary part and the phase have their sign turned.
 */
public final class TraceImporter implements Importer {
    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        if (!text.startsWith(TraceTable.EXPORTED)) {
            return Sniff.no("does not begin with Date and time:");
        }
        return text.contains(TraceTable.MEASURED)
                ? Sniff.certain("begins with Date and time: and tells times of measurements")
                : Sniff.perhaps("begins with Date and time:");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            new TraceTable(lines, sink).read();
        }
    }
}
