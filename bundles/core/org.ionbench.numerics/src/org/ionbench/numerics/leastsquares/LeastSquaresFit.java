// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import java.util.List;

/** Result of a nonlinear least-squares fit: the best point found and what led to it. Immutable. */
public final class LeastSquaresFit {
    private final List<Parameter> parameters;
    private final double[] values;
    private final double[] residuals;
    private final double[] jacobian;
    private final boolean[] atBound;
    private final double chiSquare;
    private final Termination termination;
    private final int iterations;
    private final int evaluations;

    /** Takes over the arrays. */
    LeastSquaresFit(
            List<Parameter> parameters,
            double[] values,
            double[] residuals,
            double[] jacobian,
            boolean[] atBound,
            double chiSquare,
            Termination termination,
            int iterations,
            int evaluations) {
        this.parameters = List.copyOf(parameters);
        this.values = values;
        this.residuals = residuals;
        this.jacobian = jacobian;
        this.atBound = atBound;
        this.chiSquare = chiSquare;
        this.termination = termination;
        this.iterations = iterations;
        this.evaluations = evaluations;
    }

    /** The parameters as given, with starts and bounds, in the order of the model. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Fitted values in the order of the model, fixed ones included; a copy. */
    public double[] values() {
        return values.clone();
    }

    /** Fitted value of the parameter at an index. */
    public double value(int index) {
        return values[index];
    }

    /**
     * Fitted value of the parameter with a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public double value(String name) {
        for (int j = 0; j < values.length; j++) {
            if (parameters.get(j).name().equals(name)) {
                return values[j];
            }
        }
        throw new IllegalArgumentException("no parameter " + name);
    }

    /** Whether the parameter rests on a bound that keeps it from a smaller sum of squares. */
    public boolean atBound(int index) {
        return atBound[index];
    }

    /** Weighted residuals at the fitted values; a copy. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Sum of the squared weighted residuals. */
    public double chiSquare() {
        return chiSquare;
    }

    /** Number of residuals less number of varying parameters; may be zero or negative. */
    public int degreesOfFreedom() {
        return residuals.length - varyingCount();
    }

    /** Chi-square for each degree of freedom; NaN without one. */
    public double reducedChiSquare() {
        int degrees = degreesOfFreedom();
        return degrees > 0 ? chiSquare / degrees : Double.NaN;
    }

    public int residualCount() {
        return residuals.length;
    }

    /** Number of parameters that vary, whether or not they rest on a bound. */
    public int varyingCount() {
        int count = 0;
        for (Parameter parameter : parameters) {
            count += parameter.varies() ? 1 : 0;
        }
        return count;
    }

    /** Akaike's criterion N ln(chi-square / N) + 2 p, with p the number of varying parameters. */
    public double akaikeCriterion() {
        return logarithmicMisfit() + 2.0 * varyingCount();
    }

    /** Bayesian criterion N ln(chi-square / N) + p ln N (Schwarz 1978). */
    public double bayesianCriterion() {
        return logarithmicMisfit() + Math.log(residuals.length) * varyingCount();
    }

    private double logarithmicMisfit() {
        int count = residuals.length;
        return count * Math.log(chiSquare / count);
    }

    public Termination termination() {
        return termination;
    }

    /** Short for {@code termination().converged()}. */
    public boolean converged() {
        return termination.converged();
    }

    /** Steps tried, over all starts of a multistart fit. */
    public int iterations() {
        return iterations;
    }

    /** Calls of the model, over all starts of a multistart fit. */
    public int evaluations() {
        return evaluations;
    }

    /**
     * Covariance of the parameters for residuals whose weights are right up to a common factor: the
     * inverse of J<sup>T</sup>J times the reduced chi-square; intervals use Student's t. Computed
     * anew by each call.
     */
    public Covariance covariance() {
        int degrees = degreesOfFreedom();
        double variance = degrees > 0 ? chiSquare / degrees : Double.POSITIVE_INFINITY;
        return Covariance.of(this, jacobian, variance, degrees);
    }

    /**
     * Covariance for residuals that were divided by their true standard deviations: the inverse of
     * J<sup>T</sup>J as it is; intervals use the normal distribution.
     */
    public Covariance covarianceForKnownErrors() {
        return Covariance.of(this, jacobian, 1, Double.POSITIVE_INFINITY);
    }
}
