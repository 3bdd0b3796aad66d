// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Tolerances and limits of a fit. Immutable; each {@code with} method returns a changed copy. */
public final class FitOptions {
    private static final BooleanSupplier NEVER = () -> false;
    private static final FitOptions STANDARD = new FitOptions(1e-9, 1e-10, 1e-12, 200, 1000, NEVER);

    private final double reductionTolerance;
    private final double stepTolerance;
    private final double gradientTolerance;
    private final int maximumIterations;
    private final int maximumEvaluations;
    private final BooleanSupplier cancelled;

    private FitOptions(
            double reductionTolerance,
            double stepTolerance,
            double gradientTolerance,
            int maximumIterations,
            int maximumEvaluations,
            BooleanSupplier cancelled) {
        this.reductionTolerance = tolerance(reductionTolerance);
        this.stepTolerance = tolerance(stepTolerance);
        this.gradientTolerance = tolerance(gradientTolerance);
        this.maximumIterations = maximumIterations;
        this.maximumEvaluations = maximumEvaluations;
        this.cancelled = Objects.requireNonNull(cancelled, "cancelled");
        if (maximumIterations < 0 || maximumEvaluations < 1) {
            throw new IllegalArgumentException("limits of iterations and evaluations");
        }
    }

    private static double tolerance(double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("a tolerance lies in [0, 1): " + value);
        }
        return value;
    }

    /**
     * Relative reduction 1e-9 (parameters within about 3e-4 standard errors of the minimum),
     * relative step 1e-10, gradient 1e-12, at most 200 iterations and 1000 evaluations.
     */
    public static FitOptions standard() {
        return STANDARD;
    }

    /**
     * As far as double precision goes: all digits of a minimum, at the price of some iterations.
     */
    public static FitOptions tight() {
        return new FitOptions(1e-15, 1e-14, 0, 2000, 10000, NEVER);
    }

    /**
     * The fit ends when an undamped step promises to reduce the sum of squares by less than this
     * fraction, and when the last step was that small as well or the model predicted it well.
     */
    public FitOptions withReductionTolerance(double value) {
        return new FitOptions(
                value,
                stepTolerance,
                gradientTolerance,
                maximumIterations,
                maximumEvaluations,
                cancelled);
    }

    /** The fit ends when the scaled step is this fraction of the scaled parameters. */
    public FitOptions withStepTolerance(double value) {
        return new FitOptions(
                reductionTolerance,
                value,
                gradientTolerance,
                maximumIterations,
                maximumEvaluations,
                cancelled);
    }

    /** The fit ends when no free column of the Jacobian has a larger cosine to the residuals. */
    public FitOptions withGradientTolerance(double value) {
        return new FitOptions(
                reductionTolerance,
                stepTolerance,
                value,
                maximumIterations,
                maximumEvaluations,
                cancelled);
    }

    /** Largest number of iterations, that is of accepted and refused steps. */
    public FitOptions withMaximumIterations(int value) {
        return new FitOptions(
                reductionTolerance,
                stepTolerance,
                gradientTolerance,
                value,
                maximumEvaluations,
                cancelled);
    }

    /** Largest number of calls of the model. */
    public FitOptions withMaximumEvaluations(int value) {
        return new FitOptions(
                reductionTolerance,
                stepTolerance,
                gradientTolerance,
                maximumIterations,
                value,
                cancelled);
    }

    /** Asked before each call of the model; the fit ends soon after it answers true. */
    public FitOptions withCancelled(BooleanSupplier asked) {
        return new FitOptions(
                reductionTolerance,
                stepTolerance,
                gradientTolerance,
                maximumIterations,
                maximumEvaluations,
                asked);
    }

    public double reductionTolerance() {
        return reductionTolerance;
    }

    public double stepTolerance() {
        return stepTolerance;
    }

    public double gradientTolerance() {
        return gradientTolerance;
    }

    public int maximumIterations() {
        return maximumIterations;
    }

    public int maximumEvaluations() {
        return maximumEvaluations;
    }

    public BooleanSupplier cancelled() {
        return cancelled;
    }
}
