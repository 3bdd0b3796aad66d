// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.BinaryReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of an {@code .isc} file. */
final class Voltammogram {
    private static final List<String> SETTINGS =
            List.of(
                    "Start potential / V",
                    "Start time / s",
                    "Upper potential / V",
                    "Lower potential / V",
                    "End time / s",
                    "End potential / V",
                    "Scan rate / mV/s",
                    "Periods",
                    "Points per period",
                    "Least current / A",
                    "Greatest current / A",
                    "Ohmic drop",
                    "First second / s",
                    "Last second / s",
                    "Acquisition time / s",
                    "Time between points / s",
                    "Delay / s");
    private static final int FIRST_SECOND = 12;
    private static final int STEP = 15;
    private static final int SIGNALS = 32;
    private static final int COEFFICIENTS = 11;

    private double[] settings = {};
    private int rows;
    private Map<String, String> texts = Map.of();
    private final List<ColumnSpec> specs = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Voltammogram() {}

    static Voltammogram read(BinaryReader in) throws IOException {
        Voltammogram v = new Voltammogram();
        in.require(8L * SETTINGS.size(), "settings of the voltammogram");
        v.settings = Thales.doubles(in, SETTINGS.size());
        long points = Thales.points(in, "points of the voltammogram");
        double[] steps = Thales.shorts(in, points);
        double[] currents = Thales.doubles(in, points);
        v.rows = currents.length;
        if (v.rows == 0) {
            throw in.wrong(
                    "expected potential and current of "
                            + points
                            + " points, but the file ends before the first current");
        }
        if (v.rows < points) {
            v.problems.add(Thales.cut(points, v.rows));
        } else {
            v.texts(in);
        }
        v.points(steps, currents);
        v.signals(in);
        return v;
    }

    private void texts(BinaryReader in) throws IOException {
        try {
            texts = Thales.texts(in, SweepTexts.NAMES);
        } catch (FormatException e) {
            problems.add(Thales.unreadable(e));
        }
    }

    private void points(double[] steps, double[] currents) {
        double[] time = new double[rows];
        for (int i = 0; i < rows; i++) {
            time[i] = i * settings[STEP] + settings[FIRST_SECOND];
        }
        add(ColumnSpec.of("time/s").as(QuantityKind.TIME, "s"), time);
        potential(steps);
        add(ColumnSpec.of("current/A").as(QuantityKind.CURRENT, "A"), currents);
    }

    private void potential(double[] steps) {
        Optional<double[]> volts = SweepTexts.potential(texts, steps, rows);
        if (volts.isPresent()) {
            add(ColumnSpec.of("voltage/V").as(QuantityKind.POTENTIAL, "V"), volts.get());
        } else {
            add(ColumnSpec.of("voltage"), steps);
            problems.add(SweepTexts.noScale());
        }
    }

    /** Further signals of newer files. */
    private void signals(BinaryReader in) throws IOException {
        if (!problems.isEmpty() || in.remaining() == 0) {
            return;
        }
        try {
            in.skip(2 * SIGNALS);
            List<String> names = new ArrayList<>();
            List<String> units = new ArrayList<>();
            for (int i = 0; i < SIGNALS; i++) {
                names.add(Thales.text(in));
            }
            for (int i = 0; i < SIGNALS; i++) {
                units.add(Thales.text(in));
            }
            in.skip(8L * SIGNALS * COEFFICIENTS);
            long count = Thales.i48(in) + 1;
            int channels = in.count(Thales.i48(in) + 1, 1, "signals");
            if (channels > SIGNALS) {
                throw in.wrong("expected at most 32 signals, found " + channels);
            }
            for (int i = 0; i < channels; i++) {
                int each = in.count(count, 8, "rows of a signal");
                String unit = units.get(i).equals("CC") ? "degC" : units.get(i);
                String name = names.get(i).isEmpty() ? "signal " + (i + 1) : names.get(i);
                ColumnSpec spec = ColumnSpec.of(name);
                add(unit.isEmpty() ? spec : spec.unit(unit), Thales.doubles(in, each));
            }
        } catch (FormatException e) {
            problems.add(
                    Problem.warning(
                                    "isc.signals",
                                    "Further signals of the file cannot be read: " + e.getMessage())
                            .at(e.place())
                            .mend("Please send us the file, so that they can be read."));
        }
    }

    private void add(ColumnSpec spec, double[] values) {
        double[] all = Arrays.copyOf(values, rows);
        Arrays.fill(all, Math.min(values.length, rows), rows, Double.NaN);
        specs.add(spec);
        columns.add(all);
    }

    void tell(Sink sink) {
        RecordingSink recording = sink.recording("Cyclic voltammetry", Technique.CV);
        Thales.moment(texts.getOrDefault("Date", ""), texts.getOrDefault("Time", ""))
                .ifPresent(recording::start);
        Thales.tell(texts, recording);
        for (int i = 0; i < SETTINGS.size(); i++) {
            if (Double.isFinite(settings[i])) {
                recording.metadata(SETTINGS.get(i), settings[i]);
            }
        }
        problems.forEach(recording::problem);
        specs.forEach(recording::column);
        recording.rows(columns.toArray(new double[0][]), rows);
    }
}
