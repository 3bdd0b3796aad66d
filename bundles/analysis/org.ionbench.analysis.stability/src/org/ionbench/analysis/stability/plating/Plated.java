// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.plating;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.numerics.statistics.Samples;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was plated on a falling branch and stripped on the rising one after it.
 *
 * <p>With the background b of each branch, the median current of the upper half of its potentials
 * above the metal's: the plated charge is the integral of b - I where it is positive below the
 * metal's potential on the way down and, on the way up, until the current changes its sign; the
 * stripped charge is that of I - b from there on, as long as it is positive. What is reduced above
 * the metal's potential on the way down is kept apart. Standard uncertainties come from the scatter
 * of the background: of each point, and of the median common to all.
 *
 * @param cycle its number
 * @param plated charge in C, positive
 * @param platedError its standard uncertainty
 * @param stripped charge in C
 * @param strippedError its standard uncertainty
 * @param before charge reduced above the metal's potential, in C, positive
 * @param beyond of that what is beyond the background, in C
 * @param beforeError standard uncertainty of what was reduced above the metal's potential
 * @param beyondError standard uncertainty of what of it is beyond the background
 * @param nucleation where plating began, in V; empty where that is not to be told
 * @param crossover where the current changed its sign on the way up, in V; empty where it did not
 * @param step the distance of the potentials of two points, in V
 * @param duration seconds the scan fell above the metal's potential
 */
record Plated(
        int cycle,
        double plated,
        double platedError,
        double stripped,
        double strippedError,
        double before,
        double beyond,
        double beforeError,
        double beyondError,
        Optional<Double> nucleation,
        Optional<Double> crossover,
        double step,
        double duration) {
    private static final int IN_A_ROW = 3;

    /**
     * Reads a pair of branches; empty where nothing was plated.
     *
     * @param boundary the metal's potential in V as recorded
     * @param takesOff whether the background is taken off
     * @param share of the largest current at which plating has begun, 0 to 1
     * @param scanRate in V/s where there are no times
     */
    static Optional<Plated> of(
            Voltammogram scan,
            Branch down,
            Branch up,
            double boundary,
            boolean takesOff,
            double share,
            double scanRate) {
        double[] falling = background(scan, down, boundary);
        double[] rising = background(scan, up, boundary);
        double bDown = takesOff ? falling[0] : 0;
        double bUp = takesOff ? rising[0] : 0;
        double peak = 0;
        for (int k = down.from(); k < down.to(); k++) {
            if (scan.potential(k) < boundary) {
                peak = Math.max(peak, bDown - scan.current(k));
            }
        }
        if (!(peak > 5 * falling[1]) || !(peak > 0)) {
            return Optional.empty();
        }
        Integral plating = new Integral(falling[1], falling[2]);
        Integral before = new Integral(falling[1], falling[2]);
        Integral beyond = new Integral(falling[1], falling[2]);
        Optional<Double> nucleation = Optional.empty();
        for (int k = down.from() + 1; k < down.to(); k++) {
            double dt = seconds(scan, k, scanRate);
            double mean = (scan.current(k) + scan.current(k - 1)) / 2;
            if (scan.potential(k) < boundary) {
                plating.add(Math.max(0, bDown - mean), dt);
                boolean less = bDown - scan.current(k - 1) < share * peak;
                if (less && bDown - scan.current(k) >= share * peak && nucleation.isEmpty()) {
                    nucleation = Optional.of(between(scan, k, bDown - share * peak));
                }
            } else {
                before.add(-mean, dt);
                beyond.add(falling[0] - mean, dt);
            }
        }
        int turn = crossing(scan, up, bUp);
        Integral stripping = new Integral(rising[1], rising[2]);
        for (int k = up.from() + 1; k < up.to(); k++) {
            double dt = seconds(scan, k, scanRate);
            double mean = (scan.current(k) + scan.current(k - 1)) / 2 - bUp;
            if (k < turn) {
                plating.add(Math.max(0, -mean), dt);
            } else {
                stripping.add(mean, dt);
            }
        }
        return Optional.of(
                new Plated(
                        down.cycle(),
                        plating.sum,
                        plating.error(takesOff, false),
                        stripping.sum,
                        stripping.error(takesOff, true),
                        before.sum,
                        beyond.sum,
                        before.error(false, false),
                        beyond.error(true, true),
                        nucleation,
                        turn < up.to() ? Optional.of(between(scan, turn, bUp)) : Optional.empty(),
                        scan.span(down) / (down.size() - 1),
                        before.duration));
    }

    /** Median current, scatter and standard error of the upper half of a branch. */
    private static double[] background(Voltammogram scan, Branch b, double boundary) {
        double top = Math.max(scan.potential(b.from()), scan.potential(b.to() - 1));
        double middle = (top + boundary) / 2;
        double[] i = new double[b.size()];
        int n = 0;
        for (int k = b.from(); k < b.to(); k++) {
            if (scan.potential(k) >= middle) {
                i[n++] = scan.current(k);
            }
        }
        double[] part = Arrays.copyOf(i, n);
        double median = n == 0 ? 0 : Samples.median(part);
        double scatter = n < 3 ? 0 : Samples.robustStandardDeviation(part);
        // the median of normal values has the error of the mean times 1.2533
        return new double[] {median, scatter, n == 0 ? 0 : 1.2533 * scatter / Math.sqrt(n)};
    }

    /** The first point of the way up from which on the current stays beyond the background. */
    private static int crossing(Voltammogram scan, Branch up, double background) {
        int run = 0;
        for (int k = up.from(); k < up.to(); k++) {
            run = scan.current(k) > background ? run + 1 : 0;
            if (run == IN_A_ROW) {
                return Math.max(up.from() + 1, k - IN_A_ROW + 1);
            }
        }
        return up.to();
    }

    private static double between(Voltammogram scan, int k, double current) {
        double a = scan.current(k - 1) - current;
        double b = scan.current(k) - current;
        double part = a == b ? 0 : Math.clamp(a / (a - b), 0, 1);
        return scan.potential(k - 1) + part * (scan.potential(k) - scan.potential(k - 1));
    }

    /** The time from the point before to a point, from the scan rate where none was recorded. */
    static double seconds(Voltammogram scan, int k, double scanRate) {
        return scan.isTimed()
                ? scan.time(k) - scan.time(k - 1)
                : Math.abs(scan.potential(k) - scan.potential(k - 1)) / scanRate;
    }

    /** Stripped over plated charge. */
    double efficiency() {
        return stripped / plated;
    }

    /** How far below the change of sign plating had to go to begin, in V. */
    Optional<Double> overpotential() {
        return nucleation.flatMap(n -> crossover.map(c -> c - n)).filter(v -> v > 0);
    }

    /** A charge with the errors of its points and of its background. */
    private static final class Integral {
        private final double scatter;
        private final double common;
        private double sum;
        private double squares;
        private double duration;

        Integral(double scatter, double common) {
            this.scatter = scatter;
            this.common = common;
        }

        void add(double amperes, double seconds) {
            sum += amperes * seconds;
            squares += seconds * seconds;
            duration += seconds;
        }

        /**
         * The standard error.
         *
         * @param takesOff whether the background was taken off, whose error is common to all points
         * @param holds whether it was read from points of this charge: what they are too high by,
         *     it is too
         */
        double error(boolean takesOff, boolean holds) {
            double points = scatter * scatter * squares;
            double background = takesOff ? common * common * duration * duration : 0;
            double both = takesOff && holds ? -2 * points : 0;
            return Math.sqrt(Math.max(0, points + background + both));
        }
    }

    /** The pairs of branches of a scan: down, then up. */
    static List<Branch[]> pairs(Voltammogram scan) {
        List<Branch> all = scan.branches();
        return IntStream.range(0, all.size() - 1)
                .filter(k -> !all.get(k).rising() && all.get(k + 1).rising())
                .mapToObj(k -> new Branch[] {all.get(k), all.get(k + 1)})
                .toList();
    }
}
