// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

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
import org.ionbench.formats.Archive;
import org.ionbench.instruments.neware.internal.binary.CurrentRange;
import org.ionbench.instruments.neware.internal.binary.CyclerRows;
import org.ionbench.instruments.neware.internal.binary.CyclerRows.Field;
import org.ionbench.instruments.neware.internal.binary.NdaxAuxiliary;
import org.ionbench.instruments.neware.internal.binary.NdaxDescription;
import org.ionbench.instruments.neware.internal.binary.NdaxPoints;
import org.ionbench.instruments.neware.internal.binary.Ndc;
import org.ionbench.instruments.neware.internal.binary.StartZone;
import org.ionbench.instruments.neware.internal.binary.StepType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads tests of Neware's software BTS 8 ({@code .ndax}).
 *
 * <h2>The format</h2>
 *
 * A zip file of descriptions and of tables {@code *.ndc}, whose pages and items {@link Ndc}
 * explains; all numbers have the least significant byte first. {@code data.ndc} has the points. In
 * versions 2 and 5 (items of 94 and 87 bytes) it has all of them; fields of version 2 begin seven
 * bytes later:
 *
 * <table>
 * <caption>A point of versions 2 (+7) and 5</caption>
 * <tr><td>0</td><td>u1</td><td>85, without the seven bytes in both versions</td></tr>
 * <tr><td>1</td><td>u4</td><td>index</td></tr>
 * <tr><td>5</td><td>u4</td><td>cycle, from 0</td></tr>
 * <tr><td>9</td><td>u1</td><td>number of the step in the schedule</td></tr>
 * <tr><td>10</td><td>u1</td><td>{@linkplain StepType kind of step}</td></tr>
 * <tr><td>16</td><td>u8</td><td>time within the step in ms</td></tr>
 * <tr><td>24</td><td>i4</td><td>voltage in 0.1 mV</td></tr>
 * <tr><td>28</td><td>i4</td><td>current, by the {@linkplain CurrentRange range}</td></tr>
 * <tr><td>36</td><td>4 x i8</td><td>charge, discharge, energy of charge, of discharge within the
 * step, by the range</td></tr>
 * <tr><td>68</td><td>7</td><td>local time as year (u2), month, day, hour, minute, second</td></tr>
 * <tr><td>75</td><td>i4</td><td>current range in mA</td></tr>
 * </table>
 *
 * In later versions its items are voltage and current (f4 each): in 0.1 mV and mA in versions 11
 * and 16, in V and A in versions 14 and 17. The place of an item is its index. The rest comes from
 * {@code data_runInfo.ndc} (items of 47 bytes in version 11, 55 in 14, 100 in 16 and 17):
 *
 * <table>
 * <caption>Times and counters of a point</caption>
 * <tr><td>0</td><td>u4</td><td>time within the step in ms</td></tr>
 * <tr><td>5</td><td>4 x f4</td><td>charge, discharge, energy of charge, of discharge within the step:
 * mA s and mW s in versions 11 and 16, A h and W h in 14 and 17</td></tr>
 * <tr><td>29</td><td>i4</td><td>ms from point to point from here on</td></tr>
 * <tr><td>33</td><td>u4</td><td>seconds since 1970; ms of it at 45 (u2)</td></tr>
 * <tr><td>37</td><td>u4</td><td>count of steps</td></tr>
 * <tr><td>41</td><td>u4</td><td>index</td></tr>
 * </table>
 *
 * Not every point has one. Those between get their time from the distance, capacity and energy by
 * summing up from the last point that has one, as the vendor's software does. {@code data_step.ndc}
 * (items of 37 bytes in versions 11 and 14, 100 in 16 and 17) has one item for each step that was
 * run:
 *
 * <table>
 * <caption>A step</caption>
 * <tr><td>0</td><td>u4</td><td>cycle, from 0</td></tr>
 * <tr><td>4</td><td>u4</td><td>number of the step in the schedule</td></tr>
 * <tr><td>24</td><td>u1</td><td>{@linkplain StepType kind of step}</td></tr>
 * </table>
 *
 * Further channels are {@code data_AUX_<channel>_<n>_<n>.ndc} or {@code <anything>_<n>.ndc}, of
 * kind 5: in versions 2 and 5 items as those of points, with a first byte of 101 or 116, voltage in
 * 0.1 mV at 24 and temperature in 0.1 degC at 34 (i2; with 116 the wanted one after it); in
 * versions 11 and 16 items of 7 bytes (101, voltage in 0.1 mV as f4, temperature in 0.1 degC as i2)
 * or of 88 (116, index at 1, temperature at 35); in versions 14 and 17 one f4 of the kind {@code
 * ChlType} of {@code TestInfo.xml}: 103 temperature, 335 wanted temperature, 345 humidity.
 *
 * <p>{@code TestInfo.xml}, {@code VersionInfo.xml} and {@code Step.xml} are XML in GB 2312 or UTF-8
 * with the channel, the start in local time, versions and the schedule. {@code CycleMode="1"} in
 * {@code NdaxConfig.xml} means that the vendor's software counts cycles from charges and
 * discharges, whatever the steps say; so does this importer.
 *
 * <p>What is told of it: see {@link CyclerRows}.
 */
public final class NdaxImporter implements Importer {
    private static final long LARGEST = 1L << 31;
    private static final String POINTS = "data.ndc";
    private static final String RUN = "data_runInfo.ndc";
    private static final String STEPS = "data_step.ndc";
    private static final List<String> DESCRIPTIONS =
            List.of("TestInfo.xml", "VersionInfo.xml", "Step.xml", "NdaxConfig.xml");
    private static final Set<String> FIRST =
            Set.of("EditStep.xml", "Step.xml", "TestInfo.xml", "VersionInfo.xml", "NdaxConfig.xml");

    @Override
    public Sniff sniff(Head head) {
        if (!Archive.isZip(head.bytes()) || head.bytes().length < 30) {
            return Sniff.no("is no zip file");
        }
        int length = head.bytes()[26] & 0xFF;
        String text = head.latin1();
        String first = text.substring(30, Math.min(30 + length, text.length()));
        if (first.endsWith(".ndc") || FIRST.contains(first)) {
            return Sniff.certain("is a zip file that begins with " + first);
        }
        return head.nameEndsWith(".ndax")
                ? Sniff.perhaps("is a zip file of that name")
                : Sniff.no("is a zip file without a test of Neware");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.checkCancelled();
        progress.task(source.name(), source.size());
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        try {
            Archive.of(source, LARGEST, progress)
                    .each(NdaxImporter::isWanted, e -> files.putIfAbsent(e.name(), e.bytes()));
        } catch (FormatException e) {
            if (!files.containsKey(POINTS)) {
                throw e;
            }
            problems.add(
                    Problem.warning(
                                    "neware.cut",
                                    "The file is cut or damaged; what was whole before is read: "
                                            + e.getMessage()
                                            + ".")
                            .at(e.place())
                            .mend("Copy the file again from the computer of the tester."));
        }
        if (!files.containsKey(POINTS)) {
            throw new FormatException(source.name(), "", "expected " + POINTS + " in the zip file");
        }
        NdaxDescription about = new NdaxDescription();
        for (String name : DESCRIPTIONS) {
            if (files.containsKey(name)) {
                about.take(name, files.get(name));
            }
        }
        CyclerRows rows = points(source.name(), files, problems, progress);
        channels(source.name(), files, about, rows, problems, progress);
        RecordingSink recording = sink.recording("Test", Technique.CYCLING);
        recording.metadata("File version", (long) files.get(POINTS)[2]);
        about.tell(recording);
        if (about.countsCycles()) {
            rows.countsAnew();
        }
        StartZone.tell(about.start(), rows, recording);
        problems.forEach(recording::problem);
        rows.tell(recording);
        progress.done(source.size());
    }

    private static boolean isWanted(String name) {
        return name.endsWith(".ndc") || DESCRIPTIONS.contains(name);
    }

    private static CyclerRows points(
            String file, Map<String, byte[]> files, List<Problem> problems, Progress progress)
            throws FormatException {
        NdaxPoints points = new NdaxPoints(file, progress);
        points.points(Ndc.of(file, POINTS, files.get(POINTS)));
        if (points.rows().size() == 0) {
            throw new FormatException(
                    file, POINTS, "expected at least one measured point; the test has none yet");
        }
        if (points.needsRun()) {
            try {
                points.run(part(file, RUN, files));
                points.steps(part(file, STEPS, files));
            } catch (FormatException e) {
                problems.add(
                        Problem.warning(
                                        "neware.part",
                                        "Times, counters or steps of the points cannot be read and"
                                                + " are left empty: "
                                                + e.getMessage()
                                                + ".")
                                .at(e.place())
                                .mend("Please send us the file if it is whole."));
            }
            if (points.rows().has(Field.STEP_TIME)) {
                long without = points.without(Field.STEP_TIME);
                if (without > 0) {
                    problems.add(
                            Problem.warning(
                                            "neware.untimed",
                                            without + " points have no time in the file.")
                                    .with(without));
                }
            }
        }
        return points.rows();
    }

    private static Ndc part(String file, String name, Map<String, byte[]> files)
            throws FormatException {
        if (!files.containsKey(name)) {
            throw new FormatException(file, name, "expected " + name + " in the zip file");
        }
        return Ndc.of(file, name, files.get(name));
    }

    private static void channels(
            String file,
            Map<String, byte[]> files,
            NdaxDescription about,
            CyclerRows rows,
            List<Problem> problems,
            Progress progress) {
        NdaxAuxiliary auxiliary = new NdaxAuxiliary(file, rows, progress);
        List<String> names = NdaxAuxiliary.names(files.keySet());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            try {
                Ndc ndc = Ndc.of(file, name, files.get(name));
                if (ndc.kind() == Ndc.AUXILIARY) {
                    auxiliary.take(name, ndc, about.channel(name, i, names.size()), i + 1);
                }
            } catch (FormatException e) {
                problems.add(
                        Problem.warning(
                                        "neware.channel",
                                        "A further channel cannot be read and is left out: "
                                                + e.getMessage()
                                                + ".")
                                .at(name)
                                .mend("Please send us the file if it is whole."));
            }
        }
    }
}
