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
 * for, where the current changes between charge, discharge and rest. A current that has been on is
 * off below a tenth of the limit of rest where the instrument counts steps: one that hovers about
 * the limit, as at the end of a held voltage, ends none.
 *
 * <p>What is summed within a step is said at {@link StepSums}. Between the last row of a step and
 * the first of the next the current is that of the next, which has been on since the instrument
 * switched; a gap longer than twice the step's own spacing of rows counts nothing. Time that runs
 * backwards, as where an instrument's counter of time starts anew, goes on from where it was. Rows
 * without time or current are passed over, and so is one of an earlier time between rows whose time
 * goes on ({@link Rows#isStray}); rows of an impedance count as rest.
 */
final class StepReader {
    private static final int BLOCKS_BETWEEN_CHECKS = 64;
    private static final int SAMPLES = 4096;
    private static final int TEMPERATURES = 16;
    private static final double OFF = 0.1;
    private static final int ANY = 2;

    private final int recording;
    private final CyclerColumns columns;
    private final boolean byCurrent;
    private final List<Step> steps = new ArrayList<>();
    private final Rows rows;
    private final StepSums sums;

    // in units as stored
    private final double on;
    private final double off;
    // what makes SI of units as stored; a current's has the sign that makes charge positive
    private final double perTime;
    private final double perCurrent;
    private final double perVoltage;
    private final double perCharge;

    // the step being read
    private int from = -1;
    private int direction;
    private double low;
    private double high;
    private double cycle;
    private double step;
    private double firstIncrement;
    private boolean isHoled;
    private int lastRow;
    // the time of the last row before it, and its place
    private double before = Double.NaN;
    private int rowBefore;

    private int reversals;
    private int strays;
    private double offset;

    private StepReader(int recording, CyclerColumns columns, boolean byCurrent, double rest) {
        this.recording = recording;
        this.columns = columns;
        this.byCurrent = byCurrent;
        this.rows = new Rows(columns);
        this.on = rest / scale(columns.current());
        this.off = columns.step().isPresent() ? OFF * on : on;
        this.perTime = scale(columns.time());
        this.perCurrent =
                scale(columns.current()) * (columns.current().spec().isNegated() ? -1 : 1);
        this.perVoltage = columns.voltage().map(StepReader::scale).orElse(Double.NaN);
        this.sums = new StepSums(columns.isMean(), Decay.HELD / perVoltage);
        this.perCharge = columns.increments().map(StepReader::scale).orElse(perCurrent * perTime);
    }

    /**
     * What was read.
     *
     * @param steps in their order
     * @param rest the current in A up to which the cell counts as left alone
     * @param reversals how often time ran backwards
     * @param strays rows of an earlier time that were passed over
     */
    record Reading(List<Step> steps, double rest, int reversals, int strays) {
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
        return new Reading(reader.steps, least, reader.reversals, reader.strays);
    }

    /** 1/2000 of the greatest current of a sample of rows. */
    private static double restOf(Column current) {
        int stride = Math.max(1, current.rows() / SAMPLES);
        double greatest = 0;
        for (int row = 0; row < current.rows(); row += stride) {
            double a = Math.abs(current.at(row));
            if (a > greatest) {
                greatest = a;
            }
        }
        return greatest * scale(current) / 2000;
    }

    private static double scale(Column column) {
        return column.spec().unit().factor();
    }

    private void run(Progress progress) {
        int all = columns.rows();
        for (int at = 0; at < all; at += Rows.MOST) {
            if (at % (BLOCKS_BETWEEN_CHECKS * Rows.MOST) == 0) {
                progress.checkCancelled();
            }
            block(at, rows.read(at, all));
        }
        if (from >= 0) {
            finish(all);
        }
    }

    /** Rows of a block, in stretches of one step each. */
    private void block(int at, int n) {
        int k = 0;
        while (k < n) {
            int end = from < 0 ? k : sameStep(k, n);
            sums.add(rows, k, end);
            if (end < n && isHole(end)) {
                // goes with the step it lies in, which is then read again
                isHoled = true;
            } else if (end < n) {
                if (from >= 0) {
                    finish(at + end);
                }
                begin(at + end, end);
            }
            k = end + 1;
        }
    }

    private boolean isHole(int k) {
        boolean isUncounted = Double.isNaN(rows.cycle[k]) || Double.isNaN(rows.step[k]);
        return !rows.isReadable(k) || from >= 0 && isUncounted;
    }

    /**
     * The first row from {@code k} on that does not belong to the step. Times are not looked at:
     * one that is no number makes the sums none, and the step is read again.
     */
    private int sameStep(int k, int n) {
        double[] i = rows.current;
        double[] c = rows.cycle;
        double[] s = rows.step;
        double least = low;
        double most = high;
        double ofCycle = cycle;
        double ofStep = step;
        int row = k;
        while (row < n
                && i[row] >= least
                && i[row] <= most
                && c[row] == ofCycle
                && s[row] == ofStep) {
            row++;
        }
        return row;
    }

    private void begin(int row, int k) {
        from = row;
        before = steps.isEmpty() ? Double.NaN : sums.time;
        cycle = Double.isNaN(rows.cycle[k]) ? cycle : rows.cycle[k];
        step = Double.isNaN(rows.step[k]) ? step : rows.step[k];
        firstIncrement = rows.isMeasured() ? rows.increments[k] : Double.NaN;
        isHoled = false;
        direct(rows.current[k]);
        sums.begin(rows, k, direction == 0);
    }

    /** Takes the direction of a step, and the currents that go on with it, from its first row. */
    private void direct(double current) {
        if (!byCurrent) {
            direction = ANY;
            low = -Double.MAX_VALUE;
            high = Double.MAX_VALUE;
        } else if (Math.abs(current) > on) {
            boolean isPositive = current > 0;
            direction = isPositive == perCurrent > 0 ? 1 : -1;
            low = isPositive ? Math.nextUp(off) : -Double.MAX_VALUE;
            high = isPositive ? Double.MAX_VALUE : -Math.nextUp(off);
        } else {
            direction = 0;
            low = -on;
            high = on;
        }
    }

    private void finish(int to) {
        double gap = sums.firstTime - before;
        if (gap < 0) {
            reversals++;
            offset -= gap;
            gap = 0;
        }
        double began = offset;
        lastRow = to - 1;
        if (isHoled || !sums.isSound()) {
            readAgain(to);
        }
        double length = sums.time - sums.firstTime + (offset - began);
        double bridged = perTime * gap <= Step.longestGap(perTime * length, to - from) ? gap : 0;
        if (Double.isFinite(firstIncrement)) {
            sums.addBefore(firstIncrement);
        } else if (bridged > 0 && !rows.isMeasured()) {
            sums.addBefore(bridged * sums.firstCurrent);
        }
        double charge = perCharge * sums.charge;
        double moved = Math.abs(perCharge) * sums.moved;
        double energy = perCharge * perVoltage * sums.energy;
        double movedEnergy = Math.abs(perCharge) * perVoltage * sums.movedEnergy;
        int sense = direction != ANY ? direction : moved > 0 ? (int) Math.signum(charge) : 0;
        boolean moves = sense != 0;
        steps.add(
                new Step(
                        recording,
                        from,
                        to,
                        sense,
                        columns.cycle().isPresent() ? cycle : Double.NaN,
                        columns.step().isPresent() ? step : Double.NaN,
                        perTime * (sums.firstTime + began),
                        perTime * (sums.time + offset),
                        moves ? (moved + charge) / 2 : 0,
                        moves ? (moved - charge) / 2 : 0,
                        moves ? (movedEnergy + energy) / 2 : 0,
                        moves ? (movedEnergy - energy) / 2 : 0,
                        perVoltage * sums.firstVoltage,
                        perVoltage * sums.voltage,
                        heldCurrent(length, bridged),
                        Math.abs(perCurrent * sums.current),
                        Math.abs(perCharge) * sums.tapered,
                        sums.rises >= StepSums.VARYING,
                        counted(columns.charge(), sense > 0),
                        counted(columns.discharge(), sense < 0),
                        temperature(to)));
        rowBefore = lastRow;
    }

    /**
     * Once more over holes and time that runs backwards: rows without time or current are left out,
     * and a voltage that is missing is the one before, or the first there is.
     */
    private void readAgain(int to) {
        double last = sums.firstTime;
        double volts = Double.isNaN(sums.firstVoltage) ? someVoltage(to) : sums.firstVoltage;
        double back = 0;
        sums.restart(volts);
        Rows again = new Rows(columns);
        for (int at = from + 1; at < to; at += Rows.MOST) {
            int n = again.read(at, to);
            int kept = 0;
            for (int k = 0; k < n; k++) {
                if (!again.isReadable(k)) {
                    continue;
                }
                if (Rows.isStray(columns.time(), at + k, last)) {
                    strays++;
                    lastRow = at + k == to - 1 ? to - 2 : lastRow;
                    continue;
                }
                if (again.time[k] < last) {
                    reversals++;
                    back += last - again.time[k];
                }
                last = again.time[k];
                volts = Double.isNaN(again.voltage[k]) ? volts : again.voltage[k];
                again.move(k, kept++, last + back, volts);
            }
            sums.add(again, 0, kept);
        }
        sums.time = last;
        offset += back;
    }

    /** The first voltage of the step; 0 without any. */
    private double someVoltage(int to) {
        for (int row = from; row < to && columns.voltage().isPresent(); row++) {
            double volts = columns.voltage().get().at(row);
            if (!Double.isNaN(volts)) {
                return volts;
            }
        }
        return 0;
    }

    /** The current before it tapers off; the greatest where it hardly was held at all. */
    private double heldCurrent(double length, double bridged) {
        double greatest = Math.abs(perCurrent) * sums.greatest;
        double held = length - sums.taperTime;
        double charge = Math.abs(perCharge) * (sums.moved - sums.tapered);
        return held > 0.01 * length && charge > 0
                ? Math.min(greatest, charge / (perTime * (held + bridged)))
                : greatest;
    }

    /**
     * What a counter of the instrument rose by, though it may start anew between steps, and one of
     * both directions may pass zero within a step.
     *
     * @param isOwn whether the step goes in the counter's direction, so that a counter of both
     *     tells
     */
    private double counted(Optional<Column> counter, boolean isOwn) {
        boolean isBoth = counter.isEmpty();
        Optional<Column> used = isBoth ? columns.total() : counter;
        if (used.isEmpty()) {
            return Double.NaN;
        }
        if (isBoth && !isOwn) {
            return 0;
        }
        Column column = used.get();
        ColumnSpec spec = column.spec();
        double first = spec.toSi(column.at(from));
        double last = spec.toSi(column.at(lastRow));
        double earlier = from == 0 ? first : spec.toSi(column.at(rowBefore));
        boolean follows = isBoth && first * earlier > 0 && 2 * Math.abs(first) > Math.abs(earlier);
        boolean goesOn =
                isBoth && (Math.abs(last) < Math.abs(first) || follows && last * earlier < 0);
        if (goesOn) {
            return Math.abs(last - earlier);
        }
        boolean isAnew = Math.abs(first) < Math.abs(earlier) * (1 - 1e-9);
        return isAnew ? Math.abs(last) : Math.max(0, Math.abs(last) - Math.abs(earlier));
    }

    /** The mean of some rows of the step. */
    private double temperature(int to) {
        if (columns.temperature().isEmpty()) {
            return Double.NaN;
        }
        Column column = columns.temperature().get();
        int count = Math.min(to - from, TEMPERATURES);
        double sum = 0;
        int found = 0;
        for (int k = 0; k < count; k++) {
            double x = column.at(from + (int) ((long) k * (to - from) / count));
            if (!Double.isNaN(x)) {
                sum += x;
                found++;
            }
        }
        return found == 0 ? Double.NaN : column.spec().toSi(sum / found);
    }
}
