// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.neware.internal.binary.CyclerRows.Field;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Puts the points of a {@code .ndax} together from {@code data.ndc}, {@code data_runInfo.ndc} and
 * {@code data_step.ndc}; the tables of {@code NdaxImporter} say what lies where.
 */
public final class NdaxPoints {
    private static final int HOUR = 3600;

    private final String file;
    private final Progress progress;
    private CyclerRows rows = new CyclerRows(0);

    public NdaxPoints(String file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    public CyclerRows rows() {
        return rows;
    }

    /** Takes {@code data.ndc}. */
    public void points(Ndc ndc) throws FormatException {
        switch (ndc.version()) {
            case 2 -> whole(ndc, 94, 8);
            case 5 -> whole(ndc, 87, 1);
            case 11, 16 -> pairs(ndc, 0.1, 1e3);
            case 14, 17 -> pairs(ndc, 1e3, 1e6);
            default ->
                    throw new FormatException(
                            file,
                            "data.ndc",
                            "expected version 2, 5, 11, 14, 16 or 17, found "
                                    + ndc.version()
                                    + "; please send us the file with the same test exported as"
                                    + " text by BTSDA");
        }
    }

    /** Versions 2 and 5 have everything in one item. */
    private void whole(Ndc ndc, int length, int fields) {
        ByteBuffer in = ndc.bytes();
        rows = new CyclerRows(ndc.places(length));
        ndc.each(
                length,
                progress,
                (at, place) -> {
                    int item = at + fields;
                    if (in.get(at) != 0x55 || in.getInt(item) == 0) {
                        return;
                    }
                    int row = rows.add();
                    rows.set(Field.INDEX, row, in.getInt(item) & 0xFFFFFFFFL);
                    rows.set(Field.CYCLE, row, (in.getInt(item + 4) & 0xFFFFFFFFL) + 1);
                    rows.set(Field.STEP_INDEX, row, in.get(item + 8) & 0xFF);
                    rows.type(row, in.get(item + 9));
                    Scaled.take(in, item + 15, item + 35, in.getInt(item + 74), row, rows);
                    rows.set(Field.DATE, row, Calendar.seconds(in, item + 67));
                });
    }

    /** Later versions have voltage and current only; the index is the place. */
    private void pairs(Ndc ndc, double millivolts, double microamperes) {
        ByteBuffer in = ndc.bytes();
        rows = new CyclerRows(ndc.places(8));
        double[] index = rows.of(Field.INDEX);
        double[] voltage = rows.of(Field.VOLTAGE);
        double[] current = rows.of(Field.CURRENT);
        ndc.each(
                8,
                progress,
                (at, place) -> {
                    int row = rows.add();
                    index[row] = place + 1.0;
                    voltage[row] = millivolts * in.getFloat(at);
                    current[row] = microamperes * in.getFloat(at + 4);
                });
    }

    /** Whether times and counters are yet to come, from {@code data_runInfo.ndc}. */
    public boolean needsRun() {
        return !rows.has(Field.STEP_TIME);
    }

    /**
     * Takes {@code data_runInfo.ndc}, which has times and counters of some of the points, and works
     * those between them out: they are as far apart as the point before says, and capacity and
     * energy are summed up.
     */
    public void run(Ndc ndc) throws FormatException {
        int length =
                switch (ndc.version()) {
                    case 11 -> 47;
                    case 14 -> 55;
                    case 16, 17 -> 100;
                    default -> throw unknown("data_runInfo.ndc", ndc);
                };
        boolean hours = ndc.version() == 14 || ndc.version() == 17;
        double milliamperehours = hours ? 1e3 : 1.0 / HOUR;
        ByteBuffer in = ndc.bytes();
        int[] known = new int[rows.size()];
        ndc.each(
                length,
                progress,
                (at, place) -> {
                    int row = row(in.getInt(at + 41) & 0xFFFFFFFFL);
                    if (row >= 0 && known[row] == 0) {
                        known[row] = at;
                    }
                });
        fill(in, known, milliamperehours);
    }

    private FormatException unknown(String name, Ndc ndc) {
        return new FormatException(
                file, name, "expected version 11, 14, 16 or 17, found " + ndc.version());
    }

    /** The row of an index; negative where there is none. */
    private int row(long index) {
        double[] all = rows.of(Field.INDEX);
        int guess = (int) Math.min(index - 1, rows.size() - 1L);
        if (guess >= 0 && all[guess] == index) {
            return guess;
        }
        return Arrays.binarySearch(all, 0, rows.size(), index);
    }

    private void fill(ByteBuffer in, int[] known, double milliamperehours) {
        double[] time = rows.of(Field.STEP_TIME);
        double[] stamp = rows.of(Field.TIMESTAMP);
        double[] charge = rows.of(Field.CHARGE_CAPACITY);
        double[] discharge = rows.of(Field.DISCHARGE_CAPACITY);
        double[] chargeEnergy = rows.of(Field.CHARGE_ENERGY);
        double[] dischargeEnergy = rows.of(Field.DISCHARGE_ENERGY);
        double[] voltage = rows.of(Field.VOLTAGE);
        double[] current = rows.of(Field.CURRENT);
        double[] jump = rows.of(Field.JUMP);
        int step = 0;
        int stored = 0;
        int last = -1;
        double apart = 0;
        double passed = 0;
        double capacity = 0;
        double energy = 0;
        for (int row = 0; row < known.length; row++) {
            int at = known[row];
            if (at > 0) {
                time[row] = (in.getInt(at) & 0xFFFFFFFFL) / 1e3;
                charge[row] = Math.abs(milliamperehours * in.getFloat(at + 5));
                discharge[row] = Math.abs(milliamperehours * in.getFloat(at + 9));
                chargeEnergy[row] = Math.abs(milliamperehours * in.getFloat(at + 13));
                dischargeEnergy[row] = Math.abs(milliamperehours * in.getFloat(at + 17));
                apart = in.getInt(at + 29) / 1e3;
                double millis = (in.getShort(at + 45) & 0xFFFF) / 1e3;
                stamp[row] = (in.getInt(at + 33) & 0xFFFFFFFFL) + millis;
                int count = in.getInt(at + 37);
                if (last < 0 || count != stored) {
                    step++;
                    stored = count;
                }
                last = row;
                passed = 0;
                capacity = 0;
                energy = 0;
            } else if (last >= 0) {
                passed += apart;
                // uA to mA, mV to V
                double more = apart * current[row] / 1e3 / HOUR;
                capacity += more;
                energy += more * voltage[row] / 1e3;
                time[row] = time[last] + passed;
                stamp[row] = stamp[last] + passed;
                charge[row] = charge[last] + Math.max(0, capacity);
                discharge[row] = discharge[last] + Math.max(0, -capacity);
                chargeEnergy[row] = chargeEnergy[last] + Math.max(0, energy);
                dischargeEnergy[row] = dischargeEnergy[last] + Math.max(0, -energy);
            }
            jump[row] = step;
        }
    }

    /** How many points have no value of a field. */
    public long without(Field field) {
        return Arrays.stream(rows.of(field), 0, rows.size()).filter(Double::isNaN).count();
    }

    /** Takes {@code data_step.ndc}: cycle, number and kind of each step that was run, in order. */
    public void steps(Ndc ndc) throws FormatException {
        int length =
                switch (ndc.version()) {
                    case 11, 14 -> 37;
                    case 16, 17 -> 100;
                    default -> throw unknown("data_step.ndc", ndc);
                };
        ByteBuffer in = ndc.bytes();
        int[] found = new int[ndc.places(length) + 1];
        int[] count = new int[1];
        ndc.each(
                length,
                progress,
                (at, place) -> {
                    if (in.getInt(at + 4) != 0) {
                        found[++count[0]] = at;
                    }
                });
        double[] jump = rows.of(Field.JUMP);
        double[] cycle = rows.of(Field.CYCLE);
        double[] index = rows.of(Field.STEP_INDEX);
        for (int row = 0; row < rows.size(); row++) {
            int step = (int) jump[row];
            if (step > 0 && step <= count[0]) {
                int at = found[step];
                cycle[row] = (in.getInt(at) & 0xFFFFFFFFL) + 1;
                index[row] = in.getInt(at + 4) & 0xFFFFFFFFL;
                rows.type(row, in.get(at + 24));
            }
        }
    }
}
