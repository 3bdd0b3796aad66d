// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import java.util.List;

/**
 * Least squares from many starting points, for problems with more than one minimum. The first start
 * is the guess; the others are drawn around it, or within the bounds where there are any, and the
 * search ends early once the lowest minimum has been reached several times. The points drawn depend
 * on the seed alone, so the same input gives the same result to the last bit.
 *
 * <p>Immutable; each {@code with} method returns a changed copy.
 */
public final class Multistart {
    /** Two fits agree if their sums of squares do to this fraction. */
    private static final double SAME_MINIMUM = 1e-4;

    /** Below this fraction of the guess's sum of squares every misfit counts as nothing. */
    private static final double NOTHING = 1e-18;

    /** A start that has not converged after so many steps is given up, unless it is the best. */
    private static final int TRIAL_ITERATIONS = 40;

    /** Enough to tell minima apart; the best is then fitted to the caller's tolerance. */
    private static final double TRIAL_TOLERANCE = 1e-6;

    private final long seed;
    private final int maximumStarts;
    private final int agreement;
    private final double decades;
    private final boolean withinBounds;

    private Multistart(
            long seed, int maximumStarts, int agreement, double decades, boolean withinBounds) {
        this.seed = seed;
        this.maximumStarts = maximumStarts;
        this.agreement = agreement;
        this.decades = decades;
        this.withinBounds = withinBounds;
        if (maximumStarts < 1 || agreement < 1 || !(decades > 0 && decades < 300)) {
            throw new IllegalArgumentException(
                    maximumStarts
                            + " starts, agreement of "
                            + agreement
                            + ", "
                            + decades
                            + " decades");
        }
    }

    /** At most 40 starts within 2 decades of the guess, until six agree on the lowest. */
    public static Multistart seeded(long seed) {
        return new Multistart(seed, 40, 6, 2, false);
    }

    /** Another largest number of starts. */
    public Multistart withMaximumStarts(int value) {
        return new Multistart(seed, value, agreement, decades, withinBounds);
    }

    /** Another number of starts that must reach the lowest minimum before the search ends. */
    public Multistart withAgreement(int value) {
        return new Multistart(seed, maximumStarts, value, decades, withinBounds);
    }

    /**
     * Draws around the guess: logarithmic parameters within so many decades up and down, linear
     * ones anywhere between two finite bounds, else between zero and twice the guess.
     */
    public Multistart withDecades(double value) {
        return new Multistart(seed, maximumStarts, agreement, value, false);
    }

    /**
     * Draws anywhere between the bounds whatever the guess, evenly in the logarithm for logarithmic
     * parameters; a parameter without two finite (and for a logarithmic one positive) bounds is
     * drawn around its guess.
     */
    public Multistart withinBounds() {
        return new Multistart(seed, maximumStarts, agreement, decades, true);
    }

    /**
     * Fits from many starts.
     *
     * @param options limits of each single fit; its hook for cancelling ends the whole search
     */
    public MultistartFit fit(ResidualModel model, List<Parameter> parameters, FitOptions options) {
        int trialIterations = Math.min(TRIAL_ITERATIONS, options.maximumIterations());
        FitOptions trial =
                options.withMaximumIterations(trialIterations)
                        .withReductionTolerance(
                                Math.max(TRIAL_TOLERANCE, options.reductionTolerance()));
        Descent descent = new Descent(model, parameters, trial);
        double[] start = new double[parameters.size()];
        double[] bestValues = new double[start.length];
        double best = Double.POSITIVE_INFINITY;
        double nothing = 0;
        int agreeing = 0;
        int starts = 0;
        int iterations = 0;
        int evaluations = 0;
        boolean bestConverged = false;
        boolean cancelled = false;
        SplitMix random = new SplitMix(seed);
        while (starts < maximumStarts && agreeing < agreement && !cancelled) {
            for (int j = 0; j < start.length; j++) {
                Parameter parameter = parameters.get(j);
                start[j] = starts == 0 ? parameter.start() : draw(parameter, random);
            }
            descent.startAt(start);
            Termination termination = descent.run();
            starts++;
            iterations += descent.iterations();
            evaluations += descent.evaluations();
            cancelled = termination == Termination.CANCELLED;
            if (termination == Termination.NOT_FINITE) {
                continue;
            }
            double cost = descent.cost();
            nothing = Math.max(nothing, NOTHING * descent.firstCost());
            double tolerance = SAME_MINIMUM * Math.min(cost, best) + nothing;
            boolean converged = termination.converged();
            if (cost < best - tolerance || best == Double.POSITIVE_INFINITY) {
                agreeing = converged ? 1 : 0;
            } else if (cost <= best + tolerance && converged) {
                agreeing++;
            }
            if (cost < best) {
                best = cost;
                bestConverged = converged;
                System.arraycopy(descent.parameters(), 0, bestValues, 0, bestValues.length);
            }
        }
        boolean found = best < Double.POSITIVE_INFINITY;
        if (!found) {
            for (int j = 0; j < start.length; j++) {
                bestValues[j] = parameters.get(j).start();
            }
        }
        FitOptions last =
                cancelled || !found
                        ? options.withMaximumIterations(0).withCancelled(() -> false)
                        : options;
        Descent polish = new Descent(model, parameters, last);
        polish.startAt(bestValues);
        Termination termination = polish.run();
        if (cancelled) {
            termination = Termination.CANCELLED;
        }
        LeastSquaresFit fit =
                polish.result(
                        parameters,
                        termination,
                        iterations + polish.iterations(),
                        evaluations + polish.evaluations());
        boolean changed = fit.chiSquare() < best - SAME_MINIMUM * fit.chiSquare() - nothing;
        if (found && (!bestConverged || changed)) {
            agreeing = fit.converged() ? 1 : 0;
        }
        return new MultistartFit(fit, starts, agreeing);
    }

    private double draw(Parameter parameter, SplitMix random) {
        if (!parameter.varies()) {
            return parameter.start();
        }
        double fraction = random.nextDouble();
        double min = parameter.min();
        double max = parameter.max();
        double guess = Math.min(Math.max(parameter.start(), min), max);
        boolean bounded = min > Double.NEGATIVE_INFINITY && max < Double.POSITIVE_INFINITY;
        if (parameter.scale() == Scale.LOGARITHMIC) {
            if (withinBounds && min > 0 && bounded) {
                return min * Math.exp(fraction * Math.log(max / min));
            }
            double low = Math.max(min, guess * Math.pow(10, -decades));
            double high = Math.min(max, guess * Math.pow(10, decades));
            return low * Math.exp(fraction * Math.log(high / low));
        }
        return bounded
                ? min + fraction * (max - min)
                : Math.min(Math.max(2 * fraction * guess, min), max);
    }

    /**
     * The generator SplitMix64 (Steele, Lea and Flood 2014), written out so that it never moves.
     */
    private static final class SplitMix {
        private long state;

        SplitMix(long seed) {
            state = seed;
        }

        double nextDouble() {
            state += 0x9E3779B97F4A7C15L;
            long z = state;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            z ^= z >>> 31;
            return (z >>> 11) * 0x1.0p-53;
        }
    }
}
