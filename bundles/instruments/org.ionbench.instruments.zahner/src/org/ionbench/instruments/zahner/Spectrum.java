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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of an {@code .ism} file. */
final class Spectrum {
    private static final List<String> TEXTS =
            List.of(
                    "Date",
                    "System",
                    "Potential",
                    "Current",
                    "Temperature",
                    "Time",
                    "Comment 1",
                    "Comment 2",
                    "Comment 3",
                    "Comment 4",
                    "Electrode area",
                    "Series");
    private static final int PARAMETERS = 32;
    private static final int WITH_TRACKS = 1 << 15;

    private final List<ColumnSpec> specs = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Map<String, String> texts = Map.of();
    private final Map<String, Double> parameters = new LinkedHashMap<>();
    private int rows;
    private double[] frequencies = {};
    private double[] stamps = {};

    private Spectrum() {}

    static Spectrum read(BinaryReader in) throws IOException {
        Spectrum s = new Spectrum();
        long version = Thales.i48(in) & 0xFFFF_FFFF_FFFFL;
        long points = Thales.points(in, "points of the spectrum");
        s.frequencies = Thales.doubles(in, points);
        double[] modulus = Thales.doubles(in, points);
        double[] phase = Thales.doubles(in, points);
        s.stamps = Thales.doubles(in, points);
        double[] significance = Thales.shorts(in, points);
        s.rows = phase.length;
        if (s.rows == 0) {
            throw in.wrong(
                    "expected frequency, modulus and phase of "
                            + points
                            + " points, but the file ends before the first phase");
        }
        if (version != Thales.VERSION) {
            s.problems.add(Thales.unknownVersion("ism.version", version));
        }
        s.points(modulus, phase, significance);
        if (significance.length < points) {
            s.problems.add(Thales.cut(points, s.rows));
        } else {
            s.rest(in);
        }
        return s;
    }

    private void add(ColumnSpec spec, double[] values) {
        specs.add(spec);
        double[] all = Arrays.copyOf(values, rows);
        Arrays.fill(all, Math.min(values.length, rows), rows, Double.NaN);
        columns.add(all);
    }

    private void points(double[] modulus, double[] phase, double[] significance) {
        double[] re = new double[rows];
        double[] im = new double[rows];
        double[] time = new double[Math.min(rows, stamps.length)];
        for (int i = 0; i < rows; i++) {
            re[i] = modulus[i] * Math.cos(phase[i]);
            im[i] = modulus[i] * Math.sin(phase[i]);
        }
        double first = Arrays.stream(stamps).map(Math::abs).min().orElse(0);
        for (int i = 0; i < time.length; i++) {
            time[i] = Math.abs(stamps[i]) - first;
        }
        add(ColumnSpec.of("frequency/Hz").as(QuantityKind.FREQUENCY, "Hz"), frequencies);
        add(ColumnSpec.of("impedance/Ohm").as(QuantityKind.IMPEDANCE_MODULUS, "ohm"), modulus);
        add(ColumnSpec.of("phase/rad").as(QuantityKind.IMPEDANCE_PHASE, "rad"), phase);
        add(ColumnSpec.of("time stamp/s").unit("s"), stamps);
        add(ColumnSpec.of("significance"), significance);
        add(ColumnSpec.of("Re(Z)/Ohm").as(QuantityKind.IMPEDANCE_REAL, "ohm"), re);
        add(ColumnSpec.of("Im(Z)/Ohm").as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"), im);
        add(ColumnSpec.of("time/s").as(QuantityKind.TIME, "s"), time);
    }

    /** What stands behind the points; what cannot be read costs only itself. */
    private void rest(BinaryReader in) throws IOException {
        try {
            texts = Thales.texts(in, TEXTS);
            if (!in.has(2) || in.u16() < 8 * PARAMETERS || !in.has(8 * PARAMETERS)) {
                return;
            }
            double[] k = Thales.doubles(in, PARAMETERS);
            parameters.put("Frequency minimum / Hz", k[12]);
            parameters.put("Frequency maximum / Hz", k[13]);
            parameters.put("Frequency start / Hz", k[14]);
            boolean current = texts.getOrDefault("Current", "").contains("Ampl");
            parameters.put(current ? "Amplitude / A" : "Amplitude / V", k[25] / 1000);
            tracks(in, ((long) k[27] & WITH_TRACKS) != 0);
        } catch (FormatException e) {
            problems.add(Thales.unreadable(e));
        }
    }

    private void tracks(BinaryReader in, boolean announced) throws IOException {
        int points = frequencies.length;
        if (announced && in.has(16L * points)) {
            double[] potential = new double[points];
            double[] current = new double[points];
            for (int i = 0; i < points; i++) {
                potential[i] = in.f64();
                current[i] = in.f64();
            }
            add(ColumnSpec.of("Voltage/V").as(QuantityKind.POTENTIAL, "V"), potential);
            add(ColumnSpec.of("Current/A").as(QuantityKind.CURRENT, "A"), current);
        } else if (announced && in.remaining() > 0) {
            problems.add(
                    Problem.warning(
                                    "ism.tracks.cut",
                                    "The file ends within potential and current of the points,"
                                            + " which are left out.")
                            .at("byte " + in.position()));
            return;
        }
        if (in.remaining() > 0) {
            problems.add(
                    Problem.info(
                                    "ism.tracks",
                                    in.remaining()
                                            + " bytes behind the spectrum are of an unknown kind"
                                            + " and left out.")
                            .at("byte " + in.position())
                            .mend("Please send us the file, so that they can be read."));
        }
    }

    void tell(Sink sink) {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < rows; i++) {
            lowest = frequencies[i] < frequencies[lowest] ? i : lowest;
            highest = frequencies[i] > frequencies[highest] ? i : highest;
        }
        int from = Math.min(lowest, highest);
        int to = Math.max(lowest, highest) + 1;
        if (to - from < 2) {
            from = 0;
            to = rows;
        }
        RecordingSink main = part(sink, "Impedance", from, to);
        problems.forEach(main::problem);
        if (from > 0) {
            part(sink, "Impedance, way to the turn", 0, from);
        }
        if (to < rows) {
            part(sink, "Impedance, after the last frequency", to, rows);
        }
    }

    private RecordingSink part(Sink sink, String name, int from, int to) {
        RecordingSink recording = sink.recording(name, Technique.EIS);
        Thales.moment(first(from, to))
                .or(() -> Thales.moment(text("Date"), text("Time")))
                .ifPresent(recording::start);
        Thales.tell(texts, recording);
        parameters.forEach(
                (key, value) -> {
                    if (Double.isFinite(value)) {
                        recording.metadata(key, value);
                    }
                });
        recording.change("Re(Z)/Ohm and Im(Z)/Ohm were computed from modulus and phase");
        recording.change("time/s was computed from the time stamps");
        specs.forEach(recording::column);
        double[][] part = new double[columns.size()][];
        for (int i = 0; i < part.length; i++) {
            part[i] = Arrays.copyOfRange(columns.get(i), from, to);
        }
        recording.rows(part, to - from);
        return recording;
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private double first(int from, int to) {
        return Arrays.stream(stamps, Math.min(from, stamps.length), Math.min(to, stamps.length))
                .map(Math::abs)
                .min()
                .orElse(0);
    }
}
