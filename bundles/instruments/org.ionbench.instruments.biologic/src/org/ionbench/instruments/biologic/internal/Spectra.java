// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ColumnSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Passes the rows of a file on as one recording, and finds where in an impedance file one spectrum
 * ends and the next begins: at a new cycle number, at the beginning of a loop, or where the
 * frequency is back at that of the first point. On demand each spectrum becomes a recording of its
 * own.
 */
final class Spectra {
    private static final int MOST_NAMED = 1000;

    private final Sink sink;
    private final EcLabTechnique technique;
    private final List<ColumnSpec> columns;
    private final Consumer<RecordingSink> describe;
    private final Set<Long> loops;
    private final boolean split;
    private final int cycle;
    private final int frequency;
    private final List<Long> starts = new ArrayList<>();
    private final List<RecordingSink> recordings = new ArrayList<>();
    private long rows;
    private long spectra;
    private double lastCycle;
    private double firstFrequency;
    private double lastFrequency;

    /**
     * @param describe tells a new recording what is known about it
     * @param loops rows at which loops begin
     * @param split whether each spectrum is to be a recording of its own
     */
    Spectra(
            Sink sink,
            EcLabTechnique technique,
            List<ColumnSpec> columns,
            Consumer<RecordingSink> describe,
            List<Long> loops,
            boolean split) {
        this.sink = sink;
        this.technique = technique;
        this.columns = List.copyOf(columns);
        this.describe = describe;
        this.loops = Set.copyOf(loops);
        this.split = split;
        cycle = index("cycle number");
        frequency = index("freq/Hz");
    }

    private int index(String vendorName) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).vendorName().equals(vendorName)) {
                return i;
            }
        }
        return -1;
    }

    /** Begins the first recording, which a file has even if it has no rows. */
    RecordingSink begin() {
        return recordings.isEmpty() ? open(technique.name()) : recordings.getLast();
    }

    private RecordingSink open(String name) {
        RecordingSink recording = sink.recording(name, technique.technique());
        describe.accept(recording);
        columns.forEach(recording::column);
        recordings.add(recording);
        return recording;
    }

    /** Adds rows, {@code values[column][row]}. */
    void rows(double[][] values, int count) {
        if (!technique.technique().equals(Technique.EIS)) {
            begin().rows(values, count);
            rows += count;
            return;
        }
        int from = 0;
        for (int i = 0; i < count; i++) {
            double cycleNumber = cycle < 0 ? 0 : values[cycle][i];
            double f = frequency < 0 ? 0 : values[frequency][i];
            if (startsAt(rows + i, cycleNumber, f) && split) {
                flush(values, from, i);
                from = i;
                if (rows + i > 0) {
                    open(technique.name() + ", spectrum " + spectra);
                }
            }
        }
        flush(values, from, count);
        rows += count;
    }

    private boolean startsAt(long row, double cycleNumber, double f) {
        boolean back =
                firstFrequency > 0
                        && Math.abs(f - firstFrequency) <= 1e-5 * firstFrequency
                        && Math.abs(lastFrequency - firstFrequency) > 1e-2 * firstFrequency;
        boolean start =
                row == 0 || loops.contains(row) || cycle >= 0 && cycleNumber != lastCycle || back;
        lastCycle = cycleNumber;
        lastFrequency = f;
        if (start || firstFrequency <= 0) {
            firstFrequency = f;
        }
        if (start) {
            spectra++;
            if (starts.size() < MOST_NAMED) {
                starts.add(row);
            }
        }
        return start;
    }

    private void flush(double[][] values, int from, int to) {
        if (to <= from) {
            return;
        }
        if (from == 0) {
            begin().rows(values, to);
            return;
        }
        double[][] part = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            part[c] = java.util.Arrays.copyOfRange(values[c], from, to);
        }
        begin().rows(part, to - from);
    }

    /**
     * Says how many spectra stand one after another where there is more than one.
     *
     * @param trusted whether the columns are what their names say
     */
    void end(boolean trusted) {
        RecordingSink recording = begin();
        if (spectra < 2 || split || !trusted) {
            return;
        }
        recording.metadata("Number of spectra", spectra);
        recording.metadata(
                "First rows of spectra",
                starts.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        recording.problem(
                Problem.info(
                                "eclab.spectra",
                                "Holds "
                                        + spectra
                                        + " impedance spectra one after another, as the file has"
                                        + " them.")
                        .with(spectra)
                        .mend("Read it with the option spectra = separate to get one each."));
    }

    /** The option by which the user asks for one recording a spectrum. */
    static boolean separate(org.ionbench.api.importing.Source source) {
        return source.options().getOrDefault("spectra", "").equals("separate");
    }
}
