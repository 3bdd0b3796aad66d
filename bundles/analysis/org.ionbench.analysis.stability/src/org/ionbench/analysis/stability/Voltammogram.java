// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The current over a scanned potential, cut into branches and cycles. Potentials in V as recorded,
 * currents in A, positive where the working electrode oxidises, times in s.
 *
 * <p>A branch ends where the potential has turned back by 2 % of the range it runs over; so noise
 * makes no branches. Cycles are those of the instrument's counter, where there is one that counts;
 * else a cycle begins wherever the potential takes up its first direction again. Points without a
 * number are left out. Immutable.
 */
public final class Voltammogram {
    private static final double TURN = 0.02;
    private static final int FEWEST = 5;
    private static final int CHUNKS = 20;
    private static final double[] NONE = {};

    /** What tells the cycles apart. */
    public enum Counting {
        /** The instrument's counter where it counts, else the potential. */
        AUTO,
        /** The instrument's own counter. */
        COUNTER,
        /** The turning points of the potential. */
        POTENTIAL
    }

    private final double[] time;
    private final double[] potential;
    private final double[] current;
    private final List<Branch> branches;
    private final boolean isCounted;
    private final double toldScanRate;

    private Voltammogram(
            double[] time,
            double[] potential,
            double[] current,
            List<Branch> branches,
            boolean isCounted,
            double toldScanRate) {
        this.time = time;
        this.potential = potential;
        this.current = current;
        this.branches = List.copyOf(branches);
        this.isCounted = isCounted;
        this.toldScanRate = toldScanRate;
    }

    /** One sentence if the inputs are not one scan. A cheap look. */
    public static Optional<String> obstacle(Inputs inputs) {
        return inputs.recordings().size() == 1
                ? obstacle(inputs.recordings().getFirst())
                : Optional.of("One scan of the potential is needed.");
    }

    /** One sentence if a recording holds no currents over a potential. A cheap look. */
    public static Optional<String> obstacle(Recording recording) {
        return potentials(recording).isPresent() && currents(recording).isPresent()
                ? Optional.empty()
                : Optional.of("The recording holds no currents over a potential.");
    }

    private static Optional<Column> potentials(Recording recording) {
        return recording
                .table()
                .column(QuantityKind.POTENTIAL)
                .or(() -> recording.table().column(QuantityKind.CELL_VOLTAGE));
    }

    private static Optional<Column> currents(Recording recording) {
        return recording
                .table()
                .column(QuantityKind.CURRENT)
                .or(() -> recording.table().column(QuantityKind.CURRENT_DENSITY));
    }

    /**
     * Reads a recording.
     *
     * @param counting what tells the cycles apart
     * @param area in m2, for files that hold current densities
     * @throws AnalysisException with a sentence if it is no scan
     */
    public static Voltammogram of(Recording recording, Counting counting, Optional<Quantity> area)
            throws AnalysisException {
        Optional<String> obstacle = obstacle(recording);
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        double[] e = potentials(recording).orElseThrow().si();
        double[] i = amperes(currents(recording).orElseThrow(), area);
        int[] rows = rows(e, i);
        double[] potential = picked(e, rows);
        double[] current = picked(i, rows);
        List<Branch> branches = branches(potential);
        if (branches.isEmpty()) {
            throw new AnalysisException(
                    "The potential was not scanned: no stretch of "
                            + FEWEST
                            + " points runs in one direction.");
        }
        double[] time = recording.si(QuantityKind.TIME).map(t -> picked(t, rows)).orElse(NONE);
        double[] counter = recording.si(QuantityKind.CYCLE).map(c -> picked(c, rows)).orElse(NONE);
        boolean counts = counts(counter);
        if (counting == Counting.COUNTER && !counts) {
            throw new AnalysisException(
                    "The instrument counted no cycles: set cycles to auto or potential.");
        }
        boolean isCounted = counts && counting != Counting.POTENTIAL;
        return new Voltammogram(
                advances(time) ? time : NONE,
                potential,
                current,
                isCounted ? counted(branches, counter) : numbered(branches),
                isCounted,
                ScanRate.told(recording));
    }

    private static double[] amperes(Column column, Optional<Quantity> area)
            throws AnalysisException {
        double[] i = column.si();
        if (column.spec().kind() == QuantityKind.CURRENT_DENSITY) {
            double a =
                    area.orElseThrow(
                                    () ->
                                            new AnalysisException(
                                                    "The file holds current densities, and the"
                                                            + " area is not known: give the cell a"
                                                            + " diameter, or set the area."))
                            .si();
            for (int k = 0; k < i.length; k++) {
                i[k] *= a;
            }
        }
        return i;
    }

    private static int[] rows(double[] e, double[] i) {
        int[] rows = new int[e.length];
        int n = 0;
        for (int k = 0; k < e.length; k++) {
            if (Double.isFinite(e[k]) && Double.isFinite(i[k])) {
                rows[n++] = k;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    private static double[] picked(double[] all, int[] rows) {
        double[] some = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            some[k] = all[rows[k]];
        }
        return some;
    }

    private static boolean advances(double[] time) {
        for (int k = 0; k < time.length; k++) {
            if (!Double.isFinite(time[k]) || k > 0 && time[k] < time[k - 1]) {
                return false;
            }
        }
        return time.length > 0 && time[time.length - 1] > time[0];
    }

    private static boolean counts(double[] counter) {
        for (double c : counter) {
            if (!Double.isFinite(c)) {
                return false;
            }
        }
        return counter.length > 0 && Arrays.stream(counter).distinct().limit(2).count() > 1;
    }

    // ---- branches

    private static List<Branch> branches(double[] e) {
        List<Branch> found = new ArrayList<>();
        if (e.length < FEWEST) {
            return found;
        }
        double low = Arrays.stream(e).min().orElseThrow();
        double high = Arrays.stream(e).max().orElseThrow();
        double turn = TURN * (high - low);
        if (!(turn > 0)) {
            return found;
        }
        int start = 0;
        int lowest = 0;
        int highest = 0;
        int direction = 0;
        for (int k = 1; k < e.length; k++) {
            lowest = e[k] < e[lowest] ? k : lowest;
            highest = e[k] > e[highest] ? k : highest;
            if (direction >= 0 && e[highest] - e[k] > turn) {
                if (direction > 0 || highest > start) {
                    add(found, start, highest + 1, true, e, turn);
                    start = highest;
                }
                direction = -1;
                lowest = k;
            } else if (direction <= 0 && e[k] - e[lowest] > turn) {
                if (direction < 0 || lowest > start) {
                    add(found, start, lowest + 1, false, e, turn);
                    start = lowest;
                }
                direction = 1;
                highest = k;
            }
        }
        add(found, start, e.length, direction >= 0, e, turn);
        return found;
    }

    /** Adds a branch that is one: jumps and the wobble before a scan are none. */
    private static void add(
            List<Branch> found, int from, int to, boolean rising, double[] e, double turn) {
        if (to - from >= FEWEST && Math.abs(e[to - 1] - e[from]) > turn) {
            found.add(new Branch(from, to, rising, 1));
        }
    }

    private static List<Branch> numbered(List<Branch> branches) {
        List<Branch> all = new ArrayList<>();
        int cycle = 0;
        for (Branch b : branches) {
            if (b.rising() == branches.getFirst().rising()) {
                cycle++;
            }
            all.add(new Branch(b.from(), b.to(), b.rising(), cycle));
        }
        return all;
    }

    private static List<Branch> counted(List<Branch> branches, double[] counter) {
        double first = Arrays.stream(counter).min().orElseThrow();
        double shift = first < 1 ? 1 - first : 0;
        return branches.stream()
                .map(
                        b -> {
                            double told = counter[(b.from() + b.to()) / 2] + shift;
                            return new Branch(b.from(), b.to(), b.rising(), (int) Math.round(told));
                        })
                .toList();
    }

    // ---- scan rate

    /**
     * The scan rate of a branch in V/s: the median over its parts of what was measured; where no
     * times were recorded, what the file says; NaN where neither is known.
     */
    public double scanRate(Branch branch) {
        if (time.length == 0) {
            return toldScanRate;
        }
        int chunks = Math.min(CHUNKS, (branch.size() - 1) / 2);
        double[] rates = new double[chunks];
        for (int c = 0; c < chunks; c++) {
            int a = branch.from() + (int) ((long) (branch.size() - 1) * c / chunks);
            int b = branch.from() + (int) ((long) (branch.size() - 1) * (c + 1) / chunks);
            rates[c] = Math.abs(potential[b] - potential[a]) / (time[b] - time[a]);
        }
        double rate = Samples.median(rates);
        return Double.isFinite(rate) && rate > 0 ? rate : toldScanRate;
    }

    /** The scan rate that was set, where it is positive, else that of a branch. */
    public double scanRate(Branch branch, double set) {
        return set > 0 ? set : scanRate(branch);
    }

    /** Whether times were recorded. */
    public boolean isTimed() {
        return time.length > 0;
    }

    /** Whether the instrument counted the cycles. */
    public boolean isCounted() {
        return isCounted;
    }

    /** All branches in the order they were scanned. */
    public List<Branch> branches() {
        return branches;
    }

    /** The branches of a cycle. */
    public List<Branch> cycle(int number) {
        return branches.stream().filter(b -> b.cycle() == number).toList();
    }

    /** The numbers of the cycles in order. */
    public List<Integer> cycles() {
        return branches.stream().map(Branch::cycle).distinct().toList();
    }

    /**
     * A cycle that was asked for.
     *
     * @throws AnalysisException if there is no such cycle
     */
    public int cycleNumbered(int number) throws AnalysisException {
        List<Integer> all = cycles();
        if (all.contains(number)) {
            return number;
        }
        throw new AnalysisException(
                "The scan has no cycle "
                        + number
                        + "; it has "
                        + (all.size() == 1
                                ? "cycle " + all.getFirst()
                                : "cycles " + all.getFirst() + " to " + all.getLast())
                        + ".");
    }

    /** How far a branch runs, in V. */
    public double span(Branch branch) {
        return Math.abs(potential[branch.to() - 1] - potential[branch.from()]);
    }

    public int size() {
        return potential.length;
    }

    public double potential(int k) {
        return potential[k];
    }

    public double current(int k) {
        return current[k];
    }

    /** Seconds; NaN where none were recorded. */
    public double time(int k) {
        return time.length > 0 ? time[k] : Double.NaN;
    }

    /** Where the scan began, in V. */
    public double start() {
        return potential[branches.getFirst().from()];
    }

    public double lowestPotential() {
        return Arrays.stream(potential).min().orElseThrow();
    }

    public double highestPotential() {
        return Arrays.stream(potential).max().orElseThrow();
    }

    public double largestCurrent() {
        return Arrays.stream(current).map(Math::abs).max().orElseThrow();
    }
}
