// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ivium;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;

import java.io.IOException;

/**
 * Reads data files and data sets of IviumSoft ({@code .idf}, {@code .ids}).
 *
 * <h2>The format</h2>
 *
 * Lines of text in Latin-1 between short runs of binary lengths, which are passed over. A
 * measurement begins with lines {@code Peaks=false}, {@code Corrosion=false}, {@code Levels=false},
 * {@code ECN=false}, {@code Solarcell=false} or, in other versions, {@code Version=11}; in data
 * sets also with {@code QR=QR}. Settings follow as {@code key=value}: {@code starttime}, {@code
 * serialnumber}, {@code software}, {@code firmware}; {@code timing=n} and {@code
 * timing.time[1]=...} , the moments of the points in s; {@code Method}, {@code Technique}, {@code
 * Title}, the settings of the technique, and {@code Report.Process data}, which repeats instrument,
 * channel and times.
 *
 * <p>Then the data: a line with a name, a line with the number of columns, one with the number of
 * rows, and the rows, numbers parted by blanks or tabs:
 *
 * <ul>
 *   <li>{@code primary_data}, and {@code pretreatmentdata} in the same way. What the three columns
 *       are is told by method and technique: real part, imaginary part (negative for a capacitor)
 *       and frequency of {@code Impedance}; time, current, potential of {@code ChronoAmperometry}
 *       and {@code Mixed Mode}; time, potential, current of {@code ChronoPotentiometry}; potential
 *       and current of {@code CyclicVoltammetry} and {@code LinearSweep}. In others they stay
 *       without a meaning, and the recording says so.
 *   <li>{@code osc_data}, the waves of a spectrum: a line with the number of blocks, each then with
 *       its numbers of columns and rows; a recording of its own
 * </ul>
 *
 * A file holds one measurement, a data set several; each becomes a recording.
 */
public final class IdfImporter implements Importer {
    private static final String ZEROS = "\0".repeat(16);

    @Override
    public Sniff sniff(Head head) {
        String text = head.text();
        if (text.contains("Peaks=") && text.contains("Corrosion=") && text.contains("ECN=")) {
            return Sniff.certain("has the first settings of IviumSoft");
        }
        if (text.contains("QR=QR") && text.contains("Method=")) {
            return Sniff.certain("has the marks of a data set of IviumSoft");
        }
        return text.startsWith(ZEROS) && text.indexOf("Version=11") == ZEROS.length() + 6
                ? Sniff.certain("begins as data of IviumSoft, version 11")
                : Sniff.no("has no settings of IviumSoft");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (IdfLines lines = IdfLines.of(source, progress)) {
            new IdfFile(lines, sink).read();
        }
    }
}
