// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the steps of a recording in one pass over its columns, whatever their length.
 *
 * <p>A step ends where a counter of the instrument changes, and, unless only counters are asked
 * for, where the current changes between charge, discharge and rest. Charge is the integral of the
 * current by the trapezoid rule, or the sum of the charges the instrument measured between rows
 * where it gives them; energy is the integral of the voltage over the charge. A first row that was
 * taken before the current was on counts as if it had been on; rows of an impedance count as rest.
 * Between the last row of a step and the first of the next the current is that of the next, which
 * has been on since the instrument switched; a gap longer than twice the step's own spacing of rows
 * counts nothing. Time that runs backwards, as where an instrument's counter of time starts anew,
 * goes on from where it was. Rows without time or current are passed over.
 */
final class StepReader {
    private static final int BLOCK = 2048;
    private static final int SAMPLES = 4096;
    private static final int TEMPERATURES = 16;
    private static final double TAPER = 0.98;
    private static final double SHORT_GAP = 1;
    private static final int ANY = 2;
    private static final double[] NONE = {};
    private static final double RISE = 0.1;
    private static final double SWITCHED = 0.5;
    private static final int VARYING = 3;

    private final int recording;
    private final CyclerColumns columns;
    private final boolean byCurrent;
    private final double rest;
    private final List<Step> steps = new ArrayList<>();

    private final double[] t = new double[BLOCK];
    private final double[] i = new double[BLOCK];
    private final double[] v = new double[BLOCK];
    private final double[] c = new double[BLOCK];
    private final double[] s = new double[BLOCK];
    private final double[] d;
    private final double meanWeight;
    private final double lastWeight;

    // the step being read
    private int from = -1;
    private int direction;
    private double cycle;
    private double step;
    private double firstTime;
    private double firstCurrent;
    private double firstVoltage;
    private double firstIncrement;
    private double charge;
    private double moved;
    private double energy;
    private double movedEnergy;
    private double tapered;
    private double taperTime;
    private double greatest;
    private int rises;
    private double leastInterval;
    private boolean isHoled;

    // the last row that was read
    private double time;
    private double current;
    private double voltage;
    // the last row before the step being read
    private double before = Double.NaN;
    private int reversals;
    private double offset;

    private StepReader(int recording, CyclerColumns columns, boolean byCurrent, double rest) {
        this.recording = recording;
        this.columns = columns;
        this.byCurrent = byCurrent;
        this.rest = rest;
        this.d = columns.increments().isPresent() ? new double[BLOCK] : NONE;
        this.meanWeight = columns.isMean() ? 1 : 0.5;
        this.lastWeight = columns.isMean() ? 0 : 0.5;
    }

    /**
     * What was read.
     *
     * @param steps in their order
     * @param rest the current in A up to which the cell counts as left alone
     * @param reversals how often time ran backwards
     */
    record Reading(List<Step> steps, double rest, int reversals) {
        Reading {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Reads a recording.
     *
     * @param byCurrent whether steps end where the current changes its direction
     * @param rest the current in A up to which the cell counts as left alone; 0 for one chosen from
     *     the data
     */
    static Reading read(
            int recording,
            CyclerColumns columns,
            boolean byCurrent,
            double rest,
            Progress progress) {
        double least = rest > 0 ? rest : restOf(columns.current());
        StepReader reader = new StepReader(recording, columns, byCurrent, least);
        reader.run(progress);
        return new Reading(reader.steps, least, reader.reversals);
    }

    /** 1/2000 of the greatest current of a sample of rows. */
    private static double restOf(Column current) {
        int rows = current.rows();
        double greatest = 0;
        int stride = Math.max(1, rows / SAMPLES);
        for (int row = 0; row < rows; row += stride) {
            double a = Math.abs(current.at(row));
            if (a > greatest) {
                greatest = a;
            }
        }
        return greatest * current.spec().unit().factor() / 2000;
    }

    private void run(Progress progress) {
        int rows = columns.rows();
        for (int at = 0; at < rows; at += BLOCK) {
            if (at % (64 * BLOCK) == 0) {
                progress.checkCancelled();
            }
            int n = Math.min(BLOCK, rows - at);
            columns.time().copy(at, t, 0, n);
            columns.current().copy(at, i, 0, n);
            copy(columns.voltage(), at, v, n);
            copy(columns.cycle(), at, c, n);
            copy(columns.step(), at, s, n);
            if (d.length > 0) {
                copy(columns.increments(), at, d, n);
            }
            if (columns.frequency().isPresent()) {
                rest(columns.frequency().get(), at, n);
            }
            block(at, n);
        }
        if (from >= 0) {
            finish(rows);
        }
    }

    /** Impedances measured in between move nothing. */
    private void rest(Column frequency, int at, int n) {
        for (int k = 0; k < n; k++) {
            if (frequency.at(at + k) > 0) {
                i[k] = 0;
                if (d.length > 0) {
                    d[k] = 0;
                }
            }
        }
    }

    private static void copy(Optional<Column> column, int at, double[] target, int n) {
        if (column.isPresent()) {
            column.get().copy(at, target, 0, n);
        }
    }

    /** Rows of a block, in stretches of one step each. */
    private void block(int at, int n) {
        double small = rest / scale(columns.current());
        double sign = columns.current().spec().isNegated() ? -1 : 1;
        int k = 0;
        while (k < n) {
            if (from < 0) {
                if (!Double.isFinite(t[k]) || !Double.isFinite(i[k])) {
                    k++;
                    continue;
                }
                begin(at + k, k, small, sign);
                k++;
                continue;
            }
            int end = sameStep(k, n, small, sign);
            add(k, end);
            k = end;
            if (k < n) {
                if (isHole(k)) {
                    // goes with the step it lies in, which is then read row by row
                    isHoled = true;
                    k++;
                } else {
                    finish(at + k);
                    begin(at + k, k, small, sign);
                    k++;
                }
            }
        }
    }

    private boolean isHole(int k) {
        return !Double.isFinite(t[k])
                || !Double.isFinite(i[k])
                || Double.isNaN(c[k]) && !Double.isNaN(cycle)
                || Double.isNaN(s[k]) && !Double.isNaN(step);
    }

    private int direction(double amperes, double small) {
        return !byCurrent ? ANY : amperes > small ? 1 : amperes < -small ? -1 : 0;
    }

    /**
     * The first row from {@code k} on that does not belong to the step. Times are not looked at:
     * one that is no number makes the sums none, and the step is read again row by row.
     */
    private int sameStep(int k, int n, double small, double sign) {
        double ofCycle = cycle;
        double ofStep = step;
        double low;
        double high;
        switch (direction) {
            case 1 -> {
                low = Math.nextUp(small);
                high = Double.MAX_VALUE;
            }
            case -1 -> {
                low = -Double.MAX_VALUE;
                high = -Math.nextUp(small);
            }
            case 0 -> {
                low = -small;
                high = small;
            }
            default -> {
                low = -Double.MAX_VALUE;
                high = Double.MAX_VALUE;
            }
        }
        if (sign < 0) {
            double swap = low;
            low = -high;
            high = -swap;
        }
        int row = k;
        while (row < n
                && i[row] >= low
                && i[row] <= high
                && c[row] == ofCycle
                && s[row] == ofStep) {
            row++;
        }
        return row;
    }

    private void begin(int row, int k, double small, double sign) {
        from = row;
        before = steps.isEmpty() ? Double.NaN : time;
        direction = direction(sign * i[k], small);
        cycle = Double.isNaN(c[k]) ? cycle : c[k];
        step = Double.isNaN(s[k]) ? step : s[k];
        firstTime = t[k];
        firstCurrent = i[k];
        firstVoltage = v[k];
        firstIncrement = d.length > 0 ? d[k] : Double.NaN;
        charge = 0;
        moved = 0;
        energy = 0;
        movedEnergy = 0;
        tapered = 0;
        taperTime = 0;
        greatest = Math.abs(i[k]);
        rises = 0;
        leastInterval = Double.MAX_VALUE;
        isHoled = false;
        time = t[k];
        current = i[k];
        voltage = v[k];
    }

    /** Adds rows that follow within a step, in units as stored. */
    private void add(int start, int end) {
        if (start >= end) {
            return;
        }
        if (isBeforeSwitch(current, i[start])) {
            current = i[start];
        }
        if (direction == 0) {
            addRest(start, end);
        } else if (direction == ANY || d.length > 0) {
            addMixed(start, end);
        } else {
            addOneWay(start, end);
        }
        time = t[end - 1];
        current = i[end - 1];
        voltage = v[end - 1];
    }

    private void addRest(int start, int end) {
        double least = leastInterval;
        double t0 = time;
        for (int k = start; k < end; k++) {
            least = Math.min(least, t[k] - t0);
            t0 = t[k];
        }
        leastInterval = least;
    }

    /** Charges have one sign, so that the sum tells what was moved. */
    private void addOneWay(int start, int end) {
        double t0 = time;
        double i0 = current;
        double v0 = voltage;
        double q = 0;
        double e = 0;
        double most = greatest;
        double least = leastInterval;
        for (int k = start; k < end; k++) {
            double dt = t[k] - t0;
            double dq = dt * (meanWeight * i[k] + lastWeight * i0);
            q += dq;
            e += dq * (v[k] + v0);
            least = Math.min(least, dt);
            double a = Math.abs(i[k]);
            if (a < TAPER * most) {
                tapered += Math.abs(dq);
                taperTime += dt;
            } else if (a > most) {
                most = a;
            }
            if (a > Math.abs(i0) + RISE * most) {
                rises++;
            }
            t0 = t[k];
            i0 = i[k];
            v0 = v[k];
        }
        charge += q;
        moved += Math.abs(q);
        energy += e / 2;
        movedEnergy += Math.abs(e) / 2;
        greatest = most;
        leastInterval = least;
    }

    /** Charges may have either sign, or are those the instrument measured. */
    private void addMixed(int start, int end) {
        double t0 = time;
        double i0 = current;
        double v0 = voltage;
        boolean isMeasured = d.length > 0;
        for (int k = start; k < end; k++) {
            double dt = t[k] - t0;
            double dq = isMeasured ? d[k] : dt * (meanWeight * i[k] + lastWeight * i0);
            double de = dq * (v[k] + v0) / 2;
            charge += dq;
            moved += Math.abs(dq);
            energy += de;
            movedEnergy += Math.abs(de);
            leastInterval = Math.min(leastInterval, dt);
            double a = Math.abs(i[k]);
            if (a < TAPER * greatest) {
                tapered += Math.abs(dq);
                taperTime += dt;
            } else if (a > greatest) {
                greatest = a;
            }
            if (a > Math.abs(i0) + RISE * greatest) {
                rises++;
            }
            t0 = t[k];
            i0 = i[k];
            v0 = v[k];
        }
    }

    /** Whether a step's first row still shows what flowed before the instrument switched. */
    private boolean isBeforeSwitch(double first, double next) {
        return time == firstTime
                && current == firstCurrent
                && direction != 0
                && Math.abs(first) < SWITCHED * Math.abs(next);
    }

    /** Once more, row by row, over holes and time that runs backwards. */
    private void addCarefully(int to) {
        double t0 = firstTime;
        double i0 = firstCurrent;
        double v0 = firstVoltage;
        double back = 0;
        charge = 0;
        moved = 0;
        energy = 0;
        movedEnergy = 0;
        tapered = 0;
        taperTime = 0;
        greatest = Math.abs(i0);
        rises = 0;
        double[] one = new double[1];
        double[] measured = new double[1];
        boolean isFirst = true;
        for (int row = from + 1; row < to; row++) {
            int place = row;
            double tk = columns.time().at(row);
            double ik = columns.current().at(row);
            if (!Double.isFinite(tk) || !Double.isFinite(ik)) {
                continue;
            }
            boolean isImpedance = columns.frequency().filter(f -> f.at(place) > 0).isPresent();
            ik = isImpedance ? 0 : ik;
            one[0] = 0;
            copy(columns.voltage(), row, one, 1);
            double dt = tk - t0;
            if (dt < 0) {
                reversals++;
                back -= dt;
                dt = 0;
            }
            if (isFirst && direction != 0 && Math.abs(i0) < SWITCHED * Math.abs(ik)) {
                i0 = ik;
            }
            isFirst = false;
            double dq = dt * (meanWeight * ik + lastWeight * i0);
            if (d.length > 0) {
                copy(columns.increments(), row, measured, 1);
                dq = isImpedance || Double.isNaN(measured[0]) ? 0 : measured[0];
            }
            double vk = Double.isNaN(one[0]) ? v0 : one[0];
            double de = dq * 0.5 * (vk + (Double.isNaN(v0) ? vk : v0));
            charge += dq;
            moved += Math.abs(dq);
            if (!Double.isNaN(de)) {
                energy += de;
                movedEnergy += Math.abs(de);
            }
            if (Math.abs(ik) < TAPER * greatest) {
                tapered += Math.abs(dq);
                taperTime += dt;
            }
            greatest = Math.max(greatest, Math.abs(ik));
            if (Math.abs(ik) > Math.abs(i0) + RISE * greatest) {
                rises++;
            }
            t0 = tk;
            i0 = ik;
            v0 = vk;
        }
        time = t0;
        current = i0;
        voltage = v0;
        offset += back;
    }

    private void finish(int to) {
        double began = offset;
        double gap = firstTime - before;
        if (gap < 0) {
            reversals++;
            offset -= gap;
            began = offset;
            gap = 0;
        }
        if (isHoled || !(leastInterval >= 0) || !Double.isFinite(charge + energy)) {
            addCarefully(to);
        }
        double kt = scale(columns.time());
        double ki = scale(columns.current()) * (columns.current().spec().isNegated() ? -1 : 1);
        double kv = columns.voltage().map(StepReader::scale).orElse(Double.NaN);
        double length = time - firstTime + (offset - began);
        int rows = to - from;
        double allowed = Math.max(SHORT_GAP / kt, rows > 1 ? 2 * length / (rows - 1) : 0);
        boolean isMeasured = d.length > 0;
        if (isMeasured && Double.isFinite(firstIncrement)
                || !isMeasured && gap > 0 && gap <= allowed) {
            double dq = isMeasured ? firstIncrement : gap * firstCurrent;
            double de = dq * (Double.isNaN(firstVoltage) ? 0 : firstVoltage);
            charge += dq;
            moved += Math.abs(dq);
            energy += de;
            movedEnergy += Math.abs(de);
        }
        double kq =
                isMeasured ? columns.increments().map(StepReader::scale).orElseThrow() : ki * kt;
        double q = kq * charge;
        double a = Math.abs(kq) * moved;
        double e = kq * kv * energy;
        double ea = Math.abs(kq) * kv * movedEnergy;
        double held = length - taperTime;
        double heldCharge = moved - tapered;
        double heldTime = kt * (held + (gap <= allowed ? gap : 0));
        double most = Math.abs(ki) * greatest;
        double steady =
                held > 0.01 * length && heldCharge > 0
                        ? Math.min(most, Math.abs(kq) * heldCharge / heldTime)
                        : most;
        int sense = direction == ANY ? (a > 0 ? (int) Math.signum(q) : 0) : direction;
        boolean moves = sense != 0;
        steps.add(
                new Step(
                        recording,
                        from,
                        to,
                        sense,
                        columns.cycle().isPresent() ? cycle : Double.NaN,
                        columns.step().isPresent() ? step : Double.NaN,
                        kt * (firstTime + began),
                        kt * (time + offset),
                        moves ? (a + q) / 2 : 0,
                        moves ? (a - q) / 2 : 0,
                        moves ? (ea + e) / 2 : 0,
                        moves ? (ea - e) / 2 : 0,
                        kv * firstVoltage,
                        kv * voltage,
                        steady,
                        Math.abs(ki * current),
                        Math.abs(kq) * tapered,
                        rises >= VARYING,
                        counted(columns.charge(), sense > 0, to),
                        counted(columns.discharge(), sense < 0, to),
                        temperature(to)));
    }

    /**
     * What a counter of the instrument rose by, though it may start anew between steps, and one of
     * both directions may pass zero within a step.
     *
     * @param isOwn whether the step goes in the counter's direction, so that a counter of both
     *     tells
     */
    private double counted(Optional<Column> counter, boolean isOwn, int to) {
        Optional<Column> used = counter.isPresent() ? counter : columns.total();
        if (used.isEmpty()) {
            return Double.NaN;
        }
        boolean isBoth = counter.isEmpty();
        if (isBoth && !isOwn) {
            return 0;
        }
        Column column = used.get();
        ColumnSpec spec = column.spec();
        double first = spec.toSi(column.at(from));
        double last = spec.toSi(column.at(to - 1));
        double earlier = from == 0 ? first : spec.toSi(column.at(from - 1));
        boolean follows = isBoth && first * earlier > 0 && 2 * Math.abs(first) > Math.abs(earlier);
        boolean goesOn =
                isBoth && (Math.abs(last) < Math.abs(first) || follows && last * earlier < 0);
        boolean isAnew = Math.abs(first) < Math.abs(earlier) * (1 - 1e-9) && !goesOn;
        double rise = isAnew ? Math.abs(last) : Math.abs(last) - Math.abs(earlier);
        return goesOn ? Math.abs(last - earlier) : Math.max(0, rise);
    }

    private double temperature(int to) {
        if (columns.temperature().isEmpty()) {
            return Double.NaN;
        }
        Column column = columns.temperature().get();
        int rows = to - from;
        int count = Math.min(rows, TEMPERATURES);
        double sum = 0;
        int found = 0;
        for (int k = 0; k < count; k++) {
            double x = column.at(from + (int) ((long) k * rows / count));
            if (!Double.isNaN(x)) {
                sum += x;
                found++;
            }
        }
        return found == 0 ? Double.NaN : column.spec().toSi(sum / found);
    }

    private static double scale(Column column) {
        return column.spec().unit().factor();
    }
}
