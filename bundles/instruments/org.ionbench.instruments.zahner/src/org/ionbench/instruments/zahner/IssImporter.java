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
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.BinaryReader;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads current-voltage curves of Thales ({@code .iss}).
 *
 * <h2>The format</h2>
 *
 * Binary, the most significant byte first. Ten numbers of eight bytes: four potentials between
 * which the curve runs, its resolution, two of unknown meaning, relative and absolute tolerance of
 * the current, ohmic drop. The index of the last point in six bytes; then for all points the
 * potential as an integer of two bytes, the current in A and the time in s as numbers of eight
 * bytes. The same twelve texts as in {@link IscImporter} follow, of which the last is the scale of
 * the potential.
 *
 * <p>The layout is known from Zahner's own reader in Python; no file of an instrument was at hand.
 */
public final class IssImporter implements Importer {
    private static final List<String> SETTINGS =
            List.of(
                    "Edge potential 0 / V",
                    "Edge potential 1 / V",
                    "Edge potential 2 / V",
                    "Edge potential 3 / V",
                    "Resolution",
                    "Variable a",
                    "Variable b",
                    "Relative tolerance",
                    "Absolute tolerance",
                    "Ohmic drop");
    private static final int HEAD = 8 * 10;
    private static final int EACH = 2 + 8 + 8;

    /** Twelve texts have their lengths before them. */
    private static final int LEAST_TEXTS = 24;

    /** The highest potential in V that is taken for one of a measurement. */
    private static final double HIGHEST = 1000;

    @Override
    public Sniff sniff(Head head) {
        double[] k = Thales.doubles(head, 0, SETTINGS.size());
        long points = Thales.i48(head, HEAD) + 1;
        long rest = head.size() - HEAD - 6;
        if (k.length < SETTINGS.size()
                || points < 2
                || points > (rest - LEAST_TEXTS) / EACH
                || rest - points * EACH > 1 << 16) {
            return Sniff.no("has no number of points that fits to its size");
        }
        for (int i = 0; i < k.length; i++) {
            if (!Thales.isPlausible(k[i]) || i < 4 && Math.abs(k[i]) > HIGHEST) {
                return Sniff.no("does not begin with settings of a current-voltage curve");
            }
        }
        boolean settings = k[4] > 0 && (k[0] != k[1] || k[1] != k[2] || k[2] != k[3]);
        return settings
                ? Sniff.certain("begins with settings and points of a current-voltage curve")
                : Sniff.no("does not begin with settings of a current-voltage curve");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (BinaryReader in = Thales.open(source, progress)) {
            in.require(HEAD, "settings of the current-voltage curve");
            double[] settings = Thales.doubles(in, SETTINGS.size());
            long points = Thales.points(in, "points of the current-voltage curve");
            double[] steps = Thales.shorts(in, points);
            double[] currents = Thales.doubles(in, points);
            double[] times = Thales.doubles(in, points);
            int rows = currents.length;
            if (rows == 0) {
                throw in.wrong(
                        "expected potential and current of "
                                + points
                                + " points, but the file ends before the first current");
            }
            RecordingSink recording = sink.recording("Current-voltage curve", Technique.LSV);
            for (int i = 0; i < settings.length; i++) {
                if (Double.isFinite(settings[i])) {
                    recording.metadata(SETTINGS.get(i), settings[i]);
                }
            }
            Map<String, String> texts = Map.of();
            if (times.length < points) {
                recording.problem(Thales.cut(points, times.length));
            } else {
                texts = texts(in, recording);
            }
            Optional<double[]> volts = SweepTexts.potential(texts, steps, rows);
            if (volts.isEmpty()) {
                Problem none = SweepTexts.noScale();
                recording.problem(none);
            }
            recording.column(ColumnSpec.of("time/s").as(QuantityKind.TIME, "s"));
            recording.column(
                    volts.isPresent()
                            ? ColumnSpec.of("voltage/V").as(QuantityKind.POTENTIAL, "V")
                            : ColumnSpec.of("voltage"));
            recording.column(ColumnSpec.of("current/A").as(QuantityKind.CURRENT, "A"));
            double[] time = Arrays.copyOf(times, rows);
            Arrays.fill(time, Math.min(times.length, rows), rows, Double.NaN);
            recording.rows(new double[][] {time, volts.orElse(steps), currents}, rows);
            progress.done(source.size());
        }
    }

    private static Map<String, String> texts(BinaryReader in, RecordingSink recording)
            throws IOException {
        try {
            Map<String, String> texts = Thales.texts(in, SweepTexts.NAMES);
            Thales.tell(texts, recording);
            Thales.moment(texts.get("Date"), texts.get("Time")).ifPresent(recording::start);
            return texts;
        } catch (FormatException e) {
            recording.problem(Thales.unreadable(e));
            return Map.of();
        }
    }
}
