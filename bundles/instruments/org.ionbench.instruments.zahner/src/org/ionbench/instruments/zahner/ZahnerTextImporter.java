// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads text that Thales, Zahner Analysis and Zahner's programming interfaces write.
 *
 * <h2>The formats</h2>
 *
 * Lines of {@code Name: value}, or none; a line that names the columns; rows. Which of the formats
 * it is, is told by the columns:
 *
 * <ul>
 *   <li>spectra (Thales, "bode list"): {@code Number}, {@code Frequency/Hz}, {@code Impedance/Ohm},
 *       {@code Phase/deg}, {@code Significance}, {@code Time/s}, parted by commas, tabs or blanks;
 *       numbers may end in SI prefixes, {@code 735.948m}, {@code 1.462k}. Several may follow one
 *       another, each with a line of names or a first {@code Number} of its own. Real and imaginary
 *       part are computed.
 *   <li>sequences of Thales: {@code Time/s}, {@code E/V}, {@code I/A} and further signals, parted
 *       by blanks
 *   <li>power potentiostats: {@code Time [s]}, {@code Voltage [V]}, {@code Current [A]}, each of
 *       them ended by a semicolon and a tab
 *   <li>acquisition by remote script: {@code time}, {@code voltage}, {@code current}, {@code
 *       PAD4Ch1} ..., {@code index}, parted by tabs, with clock times; seconds are computed
 * </ul>
 *
 * A file that begins with {@code ZAHNER polarization file} describes a measurement in lines {@code
 * System : ...}, {@code Temperature: ...}, {@code Time : JUL,02.2025} and {@code 12:56:56 -
 * 13:01:57}; it may hold no points, which are then in the {@code .isw} file beside it.
 */
public final class ZahnerTextImporter implements Importer {
    private static final int LINES = 60;

    @Override
    public Sniff sniff(Head head) {
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        List<String> lines = text.lines().limit(LINES).toList();
        if (lines.isEmpty()) {
            return Sniff.no("is empty");
        }
        if (TextTable.isTitle(lines.getFirst())) {
            return Sniff.certain("begins with the title of a Zahner file");
        }
        Optional<String> names = lines.stream().filter(TextColumns::areNames).findFirst();
        return names.isPresent()
                ? Sniff.certain("names the columns as Zahner's programs do")
                : Sniff.no("names no columns as Zahner's programs do");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            new TextTable(lines, sink).read();
        }
    }

    /** The fields of a line of names, whatever parts them. */
    static List<String> fields(String line) {
        String parted = line.indexOf(';') >= 0 ? ";" : line.indexOf(',') >= 0 ? "," : "\t";
        List<String> fields =
                Arrays.stream(line.strip().split(line.contains(parted) ? parted : "\\s+"))
                        .map(String::strip)
                        .toList();
        return fields.stream().allMatch(String::isEmpty) ? List.of() : fields;
    }
}
