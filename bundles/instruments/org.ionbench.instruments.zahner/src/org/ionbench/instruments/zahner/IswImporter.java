// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.BinaryReader;
import org.ionbench.formats.Dates;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads polarisations of Thales ({@code .isw}): current and potential over time.
 *
 * <h2>The format</h2>
 *
 * Binary, the most significant byte first. Three numbers of six bytes: {@code 00 00 FF FF FF FE},
 * one of unknown meaning (14 in all files known), the index of the last point. Then for each point
 * potential in mV, current in mA and time in ms as numbers of eight bytes. Eleven texts follow,
 * each with its length in two bytes before it and with upper and lower case exchanged: system,
 * control, temperature, date ({@code JUL,02.2025}), span of time, six comments. What comes then,
 * settings as numbers, is not read.
 *
 * <p>The technique is told by the points: chronopotentiometry where the current is constant,
 * chronoamperometry where the potential is.
 */
public final class IswImporter implements Importer {
    private static final List<String> TEXTS =
            List.of(
                    "System",
                    "Control",
                    "Temperature",
                    "Date",
                    "Time",
                    "Comment 1",
                    "Comment 2",
                    "Comment 3",
                    "Comment 4",
                    "Comment 5",
                    "Comment 6");
    private static final int EACH = 24;
    private static final double STEADY = 1e-6;

    @Override
    public Sniff sniff(Head head) {
        long version = Thales.i48(head, 0);
        if (version >> 8 != Thales.VERSION >> 8) {
            return Sniff.no("does not begin with a version of Thales");
        }
        long kind = Thales.i48(head, 6);
        long points = Thales.i48(head, 12) + 1;
        if (kind < 0 || kind > 1000 || points < 1 || points > Thales.MOST_POINTS) {
            return Sniff.no("has no number of points");
        }
        double[] values = Thales.doubles(head, 18, 3 * points);
        if (values.length < 3) {
            return Sniff.no("has no potential, current and time of points");
        }
        for (int i = 0; i < values.length; i++) {
            boolean back = i % 3 == 2 && i > 2 && values[i] < values[i - 3];
            if (back || !Thales.isPlausible(values[i])) {
                return Sniff.no("has no potential, current and time of points");
            }
        }
        return version == Thales.VERSION
                ? Sniff.certain("has version, number of points and times of Thales")
                : Sniff.perhaps("has number of points and times of Thales");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (BinaryReader in = Thales.open(source, progress)) {
            long version = Thales.i48(in) & 0xFFFF_FFFF_FFFFL;
            long kind = Thales.i48(in);
            long points = Thales.points(in, "points of the polarisation");
            double[][] columns = points(in, points);
            int rows = columns[0].length;
            if (rows == 0) {
                throw in.wrong("expected potential, current and time of " + points + " points");
            }
            RecordingSink recording = sink.recording("Polarisation", technique(columns));
            recording.metadata("Kind", kind);
            if (version != Thales.VERSION) {
                recording.problem(Thales.unknownVersion("isw.version", version));
            }
            recording.column(ColumnSpec.of("time/s").as(QuantityKind.TIME, "s"));
            recording.column(ColumnSpec.of("voltage/V").as(QuantityKind.POTENTIAL, "V"));
            recording.column(ColumnSpec.of("current/A").as(QuantityKind.CURRENT, "A"));
            recording.change("milliseconds, millivolts and milliamperes were divided by 1000");
            recording.rows(columns, rows);
            if (rows < points) {
                recording.problem(Thales.cut(points, rows));
            } else {
                texts(in, recording);
            }
            progress.done(source.size());
        }
    }

    private static double[][] points(BinaryReader in, long points) throws IOException {
        int rows = (int) Math.clamp(in.remaining() / EACH, 0, points);
        double[][] columns = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            columns[1][i] = in.f64() / 1000;
            columns[2][i] = in.f64() / 1000;
            columns[0][i] = in.f64() / 1000;
        }
        return columns;
    }

    private static void texts(BinaryReader in, RecordingSink recording) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            for (String name : TEXTS) {
                texts.put(name, Thales.text(in));
            }
        } catch (FormatException e) {
            recording.problem(Thales.unreadable(e));
        }
        Thales.tell(texts, recording);
        String date = texts.getOrDefault("Date", "").replace(',', ' ');
        String time = texts.getOrDefault("Time", "").split(" - ")[0];
        Dates.parse(date + " " + time, Dates.Order.DAY_MONTH)
                .ifPresent(stamp -> recording.start(stamp.local()));
    }

    private static Technique technique(double[][] columns) {
        boolean potential = isSteady(columns[1]);
        boolean current = isSteady(columns[2]);
        if (potential == current) {
            return Technique.OTHER;
        }
        return potential ? Technique.CA : Technique.CP;
    }

    private static boolean isSteady(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double greatest = Arrays.stream(values).max().orElse(0);
        return greatest - least <= STEADY * Math.max(Math.abs(least), Math.abs(greatest));
    }
}
