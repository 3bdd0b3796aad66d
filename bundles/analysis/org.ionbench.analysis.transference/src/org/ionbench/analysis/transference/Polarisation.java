// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import org.ionbench.api.analysis.Window;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The current of a cell after its voltage was stepped and held. Currents are counted positive in
 * the direction of the voltage, times in seconds from the step.
 *
 * <p>Of a recording with several steps the longest is taken among those of at least half the
 * largest voltage; so a rest before and a relaxation after it are left out. Immutable.
 */
public final class Polarisation {
    private static final double SAME_VOLTAGE = 0.2;
    private static final double JUMP_SHARE = 0.1;
    private static final double SMALLEST_JUMP = 2e-4;
    private static final int FEWEST = 8;

    private final double[] time;
    private final double[] current;
    private final double voltage;
    private final int firstRow;
    private final List<Double> rangeSwitches;

    private Polarisation(
            double[] time,
            double[] current,
            double voltage,
            int firstRow,
            List<Double> rangeSwitches) {
        this.time = time;
        this.current = current;
        this.voltage = voltage;
        this.firstRow = firstRow;
        this.rangeSwitches = List.copyOf(rangeSwitches);
    }

    /** One sentence if a recording holds no currents over time. */
    public static Optional<String> obstacle(Recording recording) {
        var table = recording.table();
        return table.column(QuantityKind.TIME).isPresent()
                        && table.column(QuantityKind.CURRENT).isPresent()
                ? Optional.empty()
                : Optional.of("The recording holds no currents over time.");
    }

    /** The largest voltage of a few rows, in V; NaN where none was recorded. A cheap look. */
    public static double largestVoltage(Recording recording) {
        Optional<Column> column = voltages(recording);
        double largest = Double.NaN;
        if (column.isPresent() && column.get().rows() > 0) {
            int rows = column.get().rows();
            for (int k = 1; k < 10; k++) {
                double e =
                        Math.abs(
                                column.get()
                                        .spec()
                                        .toSi(column.get().at((int) ((long) rows * k / 10))));
                largest = Double.isNaN(largest) || e > largest ? e : largest;
            }
        }
        return largest;
    }

    private static Optional<Column> voltages(Recording recording) {
        return recording
                .table()
                .column(QuantityKind.POTENTIAL)
                .or(() -> recording.table().column(QuantityKind.CELL_VOLTAGE));
    }

    /**
     * Finds the step of a recording.
     *
     * @param voltage in V, that was set; 0 to take what was recorded
     * @throws AnalysisException with a sentence if there is none
     */
    public static Polarisation of(Recording recording, double voltage) throws AnalysisException {
        Optional<String> obstacle = obstacle(recording);
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        double[] t = recording.si(QuantityKind.TIME).orElseThrow();
        double[] i = recording.si(QuantityKind.CURRENT).orElseThrow();
        Optional<double[]> e = voltages(recording).map(Column::si);
        if (e.isEmpty() && voltage == 0) {
            throw new AnalysisException(
                    "No voltage was recorded with the current: give it in the setting voltage.");
        }
        int[] span = e.isPresent() ? longest(spans(e.get()), e.get(), t) : new int[] {0, t.length};
        int[] rows = rows(t, i, span);
        if (rows.length < FEWEST) {
            throw new AnalysisException(
                    "The recording holds "
                            + rows.length
                            + " points of a current at a constant voltage; "
                            + FEWEST
                            + " or more are needed.");
        }
        double held = voltage == 0 ? held(e.orElseThrow(), rows) : voltage;
        if (!(Math.abs(held) > 1e-6)) {
            throw new AnalysisException(
                    "The voltage was "
                            + NumberText.of(held, "V")
                            + ": there is no polarisation in the recording.");
        }
        return of(recording, t, i, rows, held);
    }

    /**
     * Every stretch of constant voltage of a recording with points enough, in its order; those
     * without a voltage too.
     *
     * @throws AnalysisException if it holds no voltages and currents over time
     */
    public static List<Polarisation> all(Recording recording) throws AnalysisException {
        Optional<double[]> e = voltages(recording).map(Column::si);
        Optional<String> obstacle = obstacle(recording);
        if (obstacle.isPresent() || e.isEmpty()) {
            throw new AnalysisException(
                    obstacle.orElse("The recording holds no voltages with the currents."));
        }
        double[] t = recording.si(QuantityKind.TIME).orElseThrow();
        double[] i = recording.si(QuantityKind.CURRENT).orElseThrow();
        List<Polarisation> all = new ArrayList<>();
        for (int[] span : spans(e.get())) {
            int[] rows = rows(t, i, span);
            if (rows.length >= FEWEST) {
                all.add(of(recording, t, i, rows, held(e.get(), rows)));
            }
        }
        return all;
    }

    private static Polarisation of(
            Recording recording, double[] t, double[] i, int[] rows, double held) {
        double sign = held < 0 ? -1 : 1;
        double zero = zero(t, rows);
        double[] time = new double[rows.length];
        double[] current = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            time[k] = t[rows[k]] - zero;
            current[k] = sign * i[rows[k]];
        }
        return new Polarisation(time, current, held, rows[0], switches(recording, rows, time));
    }

    private static double held(double[] e, int[] rows) {
        double[] part = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            part[k] = e[rows[k]];
        }
        return Samples.median(part);
    }

    /** The moment of the step: one interval before the first point, or 0 if it lies near. */
    private static double zero(double[] t, int[] rows) {
        double first = t[rows[0]];
        double interval = t[rows[1]] - first;
        return first >= 0 && first <= 2 * interval ? 0 : first - interval;
    }

    private static int[] rows(double[] t, double[] i, int[] span) {
        int[] rows = new int[span[1] - span[0]];
        int n = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int k = span[0]; k < span[1]; k++) {
            if (Double.isFinite(t[k]) && Double.isFinite(i[k]) && t[k] > last) {
                rows[n++] = k;
                last = t[k];
            }
        }
        return Arrays.copyOf(rows, n);
    }

    /** The longest stretch of constant voltage among those of at least half the largest. */
    private static int[] longest(List<int[]> spans, double[] e, double[] t) {
        double largest = largest(e);
        int[] best = {0, 0};
        double longest = -1;
        for (int[] span : spans) {
            double length = t[span[1] - 1] - t[span[0]];
            double middle = Math.abs(e[(span[0] + span[1] - 1) / 2]);
            if (middle >= 0.5 * largest && length > longest) {
                longest = length;
                best = span;
            }
        }
        return best;
    }

    /** Stretches without a jump of the voltage, each with its end. */
    private static List<int[]> spans(double[] e) {
        double jump = Math.max(SAME_VOLTAGE * smallestStep(e), SMALLEST_JUMP);
        List<int[]> spans = new ArrayList<>();
        int start = 0;
        for (int k = 1; k <= e.length; k++) {
            if (k == e.length || Math.abs(e[k] - e[k - 1]) > jump) {
                spans.add(new int[] {start, k});
                start = k;
            }
        }
        return spans;
    }

    /** The size of jumps, of which a recording has few: a fifth of the largest at least. */
    private static double smallestStep(double[] e) {
        double largest = largest(e);
        double[] jumps = new double[Math.max(0, e.length - 1)];
        for (int k = 1; k < e.length; k++) {
            double d = Math.abs(e[k] - e[k - 1]);
            jumps[k - 1] = Double.isFinite(d) ? d : 0;
        }
        Arrays.sort(jumps);
        double usual = jumps.length == 0 ? 0 : jumps[(int) (0.9 * (jumps.length - 1))];
        return Math.max(10 * usual / SAME_VOLTAGE, JUMP_SHARE * largest);
    }

    private static double largest(double[] e) {
        double[] size = new double[e.length];
        int n = 0;
        for (double x : e) {
            if (Double.isFinite(x)) {
                size[n++] = Math.abs(x);
            }
        }
        Arrays.sort(size, 0, n);
        return n > 0 ? size[(int) (0.98 * (n - 1))] : 0;
    }

    private static List<Double> switches(Recording recording, int[] rows, double[] time) {
        List<Double> switches = new ArrayList<>();
        for (Column c : recording.table().columns()) {
            String name = c.spec().vendorName().toLowerCase(Locale.ROOT);
            boolean isRange =
                    name.contains("current range")
                            || name.equals("i range")
                            || name.equals("ie range")
                            || name.equals("irange");
            for (int k = 1; isRange && k < rows.length; k++) {
                boolean same =
                        c.spec().isText()
                                ? c.text(rows[k]).equals(c.text(rows[k - 1]))
                                : c.at(rows[k]) == c.at(rows[k - 1]);
                if (!same) {
                    switches.add(time[k]);
                }
            }
        }
        return switches;
    }

    public int size() {
        return time.length;
    }

    /** Seconds from the step. */
    public double time(int i) {
        return time[i];
    }

    /** In A, positive in the direction of the voltage. */
    public double current(int i) {
        return current[i];
    }

    /** Standard deviation of the first current by the noise about it, in A. */
    public double firstError() {
        return Binned.of(this, Window.ALL, Binned.MANY).error()[0];
    }

    /** The size of the voltage that was held, in V. */
    public double voltage() {
        return Math.abs(voltage);
    }

    /** The voltage that was held, in V, with the sign of the recording. */
    public double signedVoltage() {
        return voltage;
    }

    /** Seconds from the step to the last point. */
    public double duration() {
        return time[time.length - 1];
    }

    /** The row of the first point in the recording. */
    public int firstRow() {
        return firstRow;
    }

    /** When the instrument changed its range of current, in s from the step. */
    public List<Double> rangeSwitches() {
        return rangeSwitches;
    }
}
