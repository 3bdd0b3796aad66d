// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Dates;
import org.ionbench.instruments.text.internal.HeadLines;
import org.ionbench.instruments.text.internal.TextFile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads impedance spectra of Elchemea ({@code .P00}).
 *
 * <h2>The format</h2>
 *
 * Text. {@code Procedure : } and a title; the times of begin and end, day first, {@code 30.06.2016
 * 14:05:01 - 30.06.2016 14:20:00 i(init)= 183.1nA - i(end)= 7.88nA}; lines of description; a line
 * {@code t = 736.4 s}; a line of names parted by tabs, {@code f/Hz}, {@code Z'/Ohm}, {@code
 * -Z''/Ohm}, {@code time/s}, {@code Edc/V}, {@code Idc/A}; a line with the number of points; then
 * the rows, each ending in a tab. The imaginary part has its sign turned, as the name says.
 */
public final class ElchemeaImporter implements Importer {
    private static final Pattern TIMES =
            Pattern.compile("(\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d:\\d\\d) - .*");
    private static final Pattern CURRENTS =
            Pattern.compile(".*i\\(init\\)= *(\\S+) - i\\(end\\)= *(\\S+).*");
    private static final Pattern COUNT = Pattern.compile("\\s*(\\d{1,9})\\s*");

    @Override
    public Sniff sniff(Head head) {
        boolean own =
                head.startsWith("Procedure")
                        && HeadLines.of(head).stream().anyMatch(ElchemeaImporter::isNames);
        return own
                ? Sniff.certain("begins with Procedure and names the columns of Elchemea")
                : Sniff.no("does not begin with Procedure and name the columns of Elchemea");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        TextFile file = TextFile.of(source, progress);
        long[] announced = {-1};
        RecordingSink[] last = new RecordingSink[1];
        file.read(
                Technique.EIS,
                sink,
                progress,
                recording -> {
                    last[0] = recording;
                    announced[0] = tell(file.preface(), recording);
                });
        if (announced[0] > last[0].rowCount()) {
            last[0].problem(
                    Problem.warning(
                                    "elchemea.incomplete",
                                    "The file announces "
                                            + announced[0]
                                            + " points and holds "
                                            + last[0].rowCount()
                                            + ".")
                            .with(announced[0], last[0].rowCount()));
        }
    }

    /** Hands over what stands before the rows; returns the number of points announced, or -1. */
    private static long tell(List<String> preface, RecordingSink recording) {
        recording.instrument("Elchemea");
        long announced = -1;
        for (String line : preface) {
            Matcher times = TIMES.matcher(line.strip());
            Matcher currents = CURRENTS.matcher(line);
            Matcher count = COUNT.matcher(line);
            if (line.startsWith("Procedure")) {
                recording.metadata("Procedure", line.substring(line.indexOf(':') + 1).strip());
            } else if (count.matches()) {
                announced = Long.parseLong(count.group(1));
            } else if (line.strip().startsWith("t =")) {
                recording.metadata("t", line.substring(line.indexOf('=') + 1).strip());
            } else if (!times.matches() && !currents.matches() && !isNames(line)) {
                String text = line.strip();
                if (!text.isEmpty()) {
                    recording.metadata("Description", text);
                }
            }
            if (times.matches()) {
                Optional<Dates.Stamp> begin = Dates.parse(times.group(1), Dates.Order.DAY_MONTH);
                begin.ifPresent(stamp -> recording.start(stamp.local()));
            }
            if (currents.matches()) {
                recording.metadata("i(init)", currents.group(1));
                recording.metadata("i(end)", currents.group(2));
            }
        }
        return announced;
    }

    private static boolean isNames(String line) {
        return line.contains("f/Hz") && line.contains("Z'/Ohm") && line.contains("-Z''/Ohm");
    }
}
