// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The points of a test while they are read: one array for each value a file stores, grown by half.
 * What the vendor's software shows and files do not store is computed when they are told:
 *
 * <ul>
 *   <li>cycles are counted from the steps where the file demands it or stores none; where it stores
 *       fewer, both counts are told
 *   <li>the count of steps goes up where the step's number, or the count of jumps, changes;
 *   <li>the total time is the time within the step and the last times of the steps before;
 *   <li>capacity and energy of the step are charge less discharge, and discharge less charge within
 *       steps that discharge.
 * </ul>
 *
 * Points are put in the order of their index; of points with the same index the first is kept.
 */
public final class CyclerRows {
    /** What is known of each point, in the order of the columns. */
    public enum Field {
        INDEX(ColumnSpec.of("Index")),
        CYCLE(ColumnSpec.of("Cycle Index").as(QuantityKind.CYCLE, "1")),
        /** Counted from the steps, where the file stores fewer of them. */
        COUNTED_CYCLE(ColumnSpec.of("Cycle")),
        STEP_INDEX(ColumnSpec.of("Step Index").as(QuantityKind.STEP, "1")),
        STEP_COUNT(ColumnSpec.of("Step Count")),
        STEP_TIME(ColumnSpec.of("Time").unit("s")),
        TOTAL_TIME(ColumnSpec.of("Total Time").as(QuantityKind.TIME, "s")),
        VOLTAGE(ColumnSpec.of("Voltage(mV)").as(QuantityKind.CELL_VOLTAGE, "mV")),
        CURRENT(ColumnSpec.of("Current(uA)").as(QuantityKind.CURRENT, "uA")),
        CHARGE_CAPACITY(
                ColumnSpec.of("Charge_Capacity(mAh)").as(QuantityKind.CAPACITY_CHARGE, "mAh")),
        DISCHARGE_CAPACITY(
                ColumnSpec.of("Discharge_Capacity(mAh)")
                        .as(QuantityKind.CAPACITY_DISCHARGE, "mAh")),
        /** mA s, charge and discharge as one. */
        CAPACITY(ColumnSpec.of("Capacity(mAs)").as(QuantityKind.CHARGE, "mC")),
        /** mW s, charge and discharge as one. */
        ENERGY(ColumnSpec.of("Energy(mWs)").as(QuantityKind.ENERGY, "mJ")),
        CHARGE_ENERGY(ColumnSpec.of("Charge_Energy(mWh)").unit("mWh")),
        DISCHARGE_ENERGY(ColumnSpec.of("Discharge_Energy(mWh)").unit("mWh")),
        /** s since 1970 in universal time. */
        TIMESTAMP(ColumnSpec.of("Timestamp").unit("s")),
        /** s since 1970 in local time. */
        DATE(ColumnSpec.of("Date").unit("s")),
        /** Any number that changes with the step, beside the step's own; told as no column. */
        JUMP(ColumnSpec.of("Jump"));

        private final ColumnSpec spec;

        Field(ColumnSpec spec) {
            this.spec = spec;
        }
    }

    /** What a further channel measured at each point. */
    private record Auxiliary(ColumnSpec spec, double[] values) {}

    private static final double HOUR = 3600;

    private final Map<Field, double[]> values = new EnumMap<>(Field.class);
    private final Map<String, Auxiliary> auxiliaries = new LinkedHashMap<>();
    private final TreeSet<Integer> unknownTypes = new TreeSet<>();
    private final TreeSet<Integer> unknownRanges = new TreeSet<>();
    private byte[] types;
    private int capacity;
    private int rows;
    private boolean dischargeIsNegative;
    private boolean countsAnew;
    private Optional<Double> zone = Optional.empty();

    /**
     * @param expected about how many points will come, at most what the file has room for
     */
    public CyclerRows(int expected) {
        capacity = Math.max(16, expected);
        types = new byte[capacity];
    }

    public int size() {
        return rows;
    }

    /** The values of a field; those of points that were not set are NaN. */
    public double[] of(Field field) {
        double[] array = values.get(field);
        if (array == null) {
            array = new double[capacity];
            Arrays.fill(array, Double.NaN);
            values.put(field, array);
        }
        return array;
    }

    public boolean has(Field field) {
        return values.containsKey(field);
    }

    public void set(Field field, int row, double value) {
        of(field)[row] = value;
    }

    /** Adds a point without values and gives its row. */
    public int add() {
        if (rows == capacity) {
            int larger = capacity + (capacity >> 1);
            values.replaceAll(
                    (field, old) -> {
                        double[] array = Arrays.copyOf(old, larger);
                        Arrays.fill(array, capacity, larger, Double.NaN);
                        return array;
                    });
            types = Arrays.copyOf(types, larger);
            capacity = larger;
        }
        return rows++;
    }

    public void type(int row, int type) {
        types[row] = (byte) type;
        if (!StepType.isKnown(type)) {
            unknownTypes.add(type & 0xFF);
        }
    }

    /** The factor of a current range, which is told at the end where it is not known. */
    public double milliamperes(int range) {
        double factor = CurrentRange.milliamperes(range);
        if (Double.isNaN(factor)) {
            unknownRanges.add(range);
        }
        return factor;
    }

    /** The file stores what was discharged as negative numbers. */
    public void dischargeIsNegative() {
        dischargeIsNegative = true;
    }

    /** The file demands that cycles are counted from the steps, whatever it stores of them. */
    public void countsAnew() {
        countsAnew = true;
    }

    /** How many seconds local time is ahead of universal time. */
    public void zone(double seconds) {
        zone = Optional.of(seconds);
    }

    /**
     * A channel beside the main one.
     *
     * @param byIndex its values by the index of the points, from 1
     */
    public void auxiliary(ColumnSpec spec, double[] byIndex) {
        auxiliaries.putIfAbsent(spec.vendorName(), new Auxiliary(spec, byIndex));
    }

    /** The array of an auxiliary column, by the index of the points, made where it is not there. */
    public double[] auxiliary(ColumnSpec spec, int indices) {
        Auxiliary known = auxiliaries.get(spec.vendorName());
        if (known == null || known.values.length <= indices) {
            double[] larger = new double[Math.max(indices + 1, 2 * rows + 64)];
            Arrays.fill(larger, Double.NaN);
            if (known != null) {
                System.arraycopy(known.values, 0, larger, 0, known.values.length);
            }
            known = new Auxiliary(spec, larger);
            auxiliaries.put(spec.vendorName(), known);
        }
        return known.values;
    }

    /** The first value of a field; empty where there is none. */
    public Optional<Double> first(Field field) {
        double[] array = values.get(field);
        if (array != null) {
            for (int row = 0; row < rows; row++) {
                if (!Double.isNaN(array[row])) {
                    return Optional.of(array[row]);
                }
            }
        }
        return Optional.empty();
    }

    /** Hands everything over. */
    public void tell(RecordingSink recording) {
        order(recording);
        derive(recording);
        List<double[]> columns = new ArrayList<>();
        int text = -1;
        for (Field field : Field.values()) {
            if (field == Field.STEP_TIME && hasTypes()) {
                text = recording.column(ColumnSpec.text("Step Type"));
                columns.add(new double[0]);
            }
            if (field != Field.JUMP && has(field)) {
                boolean negated = dischargeIsNegative && field == Field.DISCHARGE_CAPACITY;
                recording.column(negated ? field.spec.negated() : field.spec);
                columns.add(of(field));
            }
        }
        for (Auxiliary auxiliary : auxiliaries.values()) {
            recording.column(auxiliary.spec);
            columns.add(at(auxiliary.values));
        }
        hand(recording, columns, text);
        problems(recording);
    }

    /** Computes what is not stored from what is; what can be told of nothing is left out. */
    private void derive(RecordingSink recording) {
        if (countsAnew && hasTypes()) {
            countCycles(of(Field.CYCLE));
            recording.change(
                    "Cycles are counted from the steps, one more at each charge after a discharge,"
                            + " as the file's setting CycleMode 1 demands.");
        } else if (!has(Field.CYCLE) && hasTypes()) {
            countCycles(of(Field.CYCLE));
            recording.assumption(
                    "Cycles are counted from the steps, one more at each charge after a discharge;"
                            + " the file has no count.");
        } else if (hasTypes()) {
            countBesides(recording);
        }
        if (has(Field.STEP_INDEX) || has(Field.JUMP)) {
            countSteps();
            double[] steps = of(Field.STEP_COUNT);
            if (!has(Field.STEP_TIME) && has(Field.TOTAL_TIME)) {
                stepTime(steps);
            }
            if (!has(Field.TOTAL_TIME) && has(Field.STEP_TIME)) {
                totalTime(steps);
            }
        }
        combine();
        if (zone.isPresent() && has(Field.TIMESTAMP)) {
            double[] local = of(Field.DATE);
            double[] universal = of(Field.TIMESTAMP);
            for (int row = 0; row < rows; row++) {
                local[row] = universal[row] + zone.get();
            }
        }
    }

    private boolean hasTypes() {
        for (int row = 0; row < rows; row++) {
            if (types[row] != 0) {
                return true;
            }
        }
        return false;
    }

    private void hand(RecordingSink recording, List<double[]> columns, int text) {
        String[][] texts = new String[columns.size()][0];
        if (text >= 0) {
            String[] names = new String[rows];
            for (int row = 0; row < rows; row++) {
                names[row] = StepType.name(types[row]);
            }
            texts[text] = names;
        }
        recording.rows(columns.toArray(double[][]::new), texts, rows);
    }

    /** Puts the points in the order of their index and drops those that come again. */
    private void order(RecordingSink recording) {
        double[] index = of(Field.INDEX);
        boolean rising = true;
        for (int row = 1; row < rows && rising; row++) {
            rising = index[row] > index[row - 1];
        }
        if (rising) {
            return;
        }
        Integer[] sorted = new Integer[rows];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> Double.compare(index[a], index[b]));
        int[] kept = new int[rows];
        int n = 0;
        for (Integer row : sorted) {
            if (n == 0 || index[row] != index[kept[n - 1]]) {
                kept[n++] = row;
            }
        }
        int[] order = Arrays.copyOf(kept, n);
        values.replaceAll((field, old) -> pick(old, order));
        byte[] oldTypes = types;
        types = new byte[n];
        for (int i = 0; i < n; i++) {
            types[i] = oldTypes[order[i]];
        }
        if (n < rows) {
            recording.change(
                    (rows - n) + " points that stand in the file a second time were left out.");
        }
        rows = n;
        capacity = n;
    }

    private static double[] pick(double[] old, int[] order) {
        double[] picked = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = old[order[i]];
        }
        return picked;
    }

    private void countSteps() {
        double[] count = of(Field.STEP_COUNT);
        double[] step = has(Field.STEP_INDEX) ? of(Field.STEP_INDEX) : of(Field.JUMP);
        double[] jump = has(Field.JUMP) ? of(Field.JUMP) : step;
        int n = 0;
        for (int row = 0; row < rows; row++) {
            if (row == 0
                    || Double.compare(step[row], step[row - 1]) != 0
                    || Double.compare(jump[row], jump[row - 1]) != 0) {
                n++;
            }
            count[row] = n;
        }
    }

    private void totalTime(double[] steps) {
        double[] total = of(Field.TOTAL_TIME);
        double[] time = of(Field.STEP_TIME);
        double before = 0;
        double longest = 0;
        for (int row = 0; row < rows; row++) {
            if (row > 0 && steps[row] != steps[row - 1]) {
                before += longest;
                longest = 0;
            }
            longest = Math.max(longest, Double.isNaN(time[row]) ? 0 : time[row]);
            total[row] = before + time[row];
        }
    }

    private void stepTime(double[] steps) {
        double[] total = of(Field.TOTAL_TIME);
        double[] time = of(Field.STEP_TIME);
        double start = 0;
        for (int row = 0; row < rows; row++) {
            if (row > 0 && steps[row] != steps[row - 1]) {
                start = total[row - 1];
            }
            time[row] = total[row] - start;
        }
    }

    /**
     * A loop of the schedule may hold several charges and discharges: then there are two counts.
     */
    private void countBesides(RecordingSink recording) {
        double[] counted = new double[capacity];
        countCycles(counted);
        double most = Arrays.stream(of(Field.CYCLE), 0, rows).max().orElse(0);
        if (counted[rows - 1] > most) {
            values.put(Field.COUNTED_CYCLE, counted);
            recording.change(
                    "Cycle was counted from the steps, one more at each charge after a discharge,"
                        + " as the vendor's software counts in its CycleMode 1; Cycle Index is what"
                        + " the file stores.");
        }
    }

    private void countCycles(double[] cycle) {
        int n = 1;
        boolean discharged = false;
        for (int row = 0; row < rows; row++) {
            if (StepType.isDischarge(types[row])) {
                discharged = true;
            } else if (discharged && StepType.isCharge(types[row])) {
                discharged = false;
                n++;
            }
            cycle[row] = n;
        }
    }

    /** One capacity and energy of the step out of two, or two out of one. */
    private void combine() {
        if (has(Field.CHARGE_CAPACITY)) {
            combine(Field.CAPACITY, Field.CHARGE_CAPACITY, Field.DISCHARGE_CAPACITY);
            combine(Field.ENERGY, Field.CHARGE_ENERGY, Field.DISCHARGE_ENERGY);
        } else if (has(Field.CAPACITY)) {
            part(Field.CAPACITY, Field.CHARGE_CAPACITY, Field.DISCHARGE_CAPACITY);
            part(Field.ENERGY, Field.CHARGE_ENERGY, Field.DISCHARGE_ENERGY);
        }
    }

    private void combine(Field sum, Field in, Field out) {
        if (has(sum)) {
            return;
        }
        double[] both = of(sum);
        double[] charge = of(in);
        double[] discharge = of(out);
        for (int row = 0; row < rows; row++) {
            double net = HOUR * (charge[row] - discharge[row]);
            both[row] = StepType.isDischarge(types[row]) ? 0 - net : net;
        }
    }

    /** The sign of one number, or where it has none that of the current, tells charge. */
    private void part(Field sum, Field in, Field out) {
        double[] both = of(sum);
        double[] charge = of(in);
        double[] discharge = of(out);
        for (int row = 0; row < rows; row++) {
            double value = both[row] / HOUR;
            boolean down = value < 0 || StepType.isDischarge(types[row]);
            charge[row] = down ? 0 : value;
            discharge[row] = down ? Math.abs(value) : 0;
        }
    }

    private double[] at(double[] byIndex) {
        double[] column = new double[rows];
        double[] index = of(Field.INDEX);
        for (int row = 0; row < rows; row++) {
            int i = (int) index[row];
            column[row] = i >= 0 && i < byIndex.length ? byIndex[i] : Double.NaN;
        }
        return column;
    }

    private void problems(RecordingSink recording) {
        if (rows == 0) {
            recording.problem(
                    Problem.warning("rows.empty", "There is not a single measured point."));
        }
        if (!unknownRanges.isEmpty()) {
            recording.problem(
                    Problem.warning(
                                    "neware.range",
                                    "The scale of current, capacity and energy is not known for"
                                            + " the current ranges "
                                            + unknownRanges
                                            + ", whose values are left empty.")
                            .with(unknownRanges)
                            .mend(
                                    "Please send us the file with the same test exported as text"
                                            + " by BTSDA."));
        }
        if (!unknownTypes.isEmpty()) {
            recording.problem(
                    Problem.info(
                                    "neware.step",
                                    "The kinds of steps "
                                            + unknownTypes
                                            + " have no known names and are told by number.")
                            .with(unknownTypes)
                            .mend("Please send us the file and what BTSDA calls these steps."));
        }
    }
}
