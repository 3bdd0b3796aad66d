// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import org.ionbench.numerics.internal.BoxedQuadratic;
import org.ionbench.numerics.internal.NormalEquations;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The iteration of {@link LevenbergMarquardt} with its working arrays; nothing is allocated after
 * construction. The solver's coordinate u of a varying parameter is the parameter or its logarithm.
 */
final class Descent {
    /** Damping of the first step, relative to the scaling. */
    private static final double FIRST_DAMPING = 0.1;

    /** Strongest decrease of the damping after a step that went as predicted. */
    private static final double STRONGEST_RELIEF = 0.1;

    /** A step multiplies or divides a logarithmic parameter by exp(1.5) = 4.5 at most. */
    private static final double LONGEST_LOGARITHMIC_STEP = 1.5;

    /**
     * A logarithmic parameter without influence at the present point is damped as if it had this
     * part of the influence (squared) of the strongest one, so that it does not run away.
     */
    private static final double LEAST_SCALING = 1e-6;

    private final ResidualModel model;
    private final FitOptions options;
    private final int rows;
    private final int n;
    private final int[] columns;
    private final boolean[] logarithmic;
    private final double[] lower;
    private final double[] upper;
    private final double[] min;
    private final double[] max;

    private double[] parameters;
    private double[] residuals;
    private double[] jacobian;
    private double[] trialParameters;
    private double[] trialResiduals;
    private double[] trialJacobian;
    private final double[] u;
    private final double[] trialU;
    private final double[] matrix;
    private final double[] gradient;
    private final double[] scaling;
    private final double[] damping;
    private final double[] boxLower;
    private final double[] boxUpper;
    private final double[] step;
    private final BoxedQuadratic quadratic;

    private double cost;
    private double firstCost;
    private int iterations;
    private int evaluations;

    Descent(ResidualModel model, List<Parameter> list, FitOptions options) {
        this.model = model;
        this.options = options;
        int all = model.parameterCount();
        if (list.size() != all) {
            throw new IllegalArgumentException(list.size() + " parameters for a model of " + all);
        }
        rows = model.residualCount();
        parameters = new double[all];
        min = new double[all];
        max = new double[all];
        int count = 0;
        for (Parameter parameter : list) {
            count += parameter.varies() ? 1 : 0;
        }
        n = count;
        columns = new int[n];
        logarithmic = new boolean[n];
        lower = new double[n];
        upper = new double[n];
        int k = 0;
        for (int j = 0; j < all; j++) {
            Parameter parameter = list.get(j);
            parameters[j] = parameter.start();
            min[j] = parameter.min();
            max[j] = parameter.max();
            if (parameter.varies()) {
                boolean log = parameter.scale() == Scale.LOGARITHMIC;
                columns[k] = j;
                logarithmic[k] = log;
                lower[k] = log ? Math.log(parameter.min()) : parameter.min();
                upper[k] = log ? Math.log(parameter.max()) : parameter.max();
                k++;
            }
        }
        trialParameters = parameters.clone();
        residuals = new double[rows];
        trialResiduals = new double[rows];
        jacobian = new double[rows * all];
        trialJacobian = new double[rows * all];
        u = new double[n];
        trialU = new double[n];
        matrix = new double[n * n];
        gradient = new double[n];
        scaling = new double[n];
        damping = new double[n];
        boxLower = new double[n];
        boxUpper = new double[n];
        step = new double[n];
        quadratic = new BoxedQuadratic(n);
    }

    /** Sets the starting point; values outside the bounds move to the nearer bound. */
    void startAt(double[] values) {
        System.arraycopy(values, 0, parameters, 0, parameters.length);
        for (int k = 0; k < n; k++) {
            int j = columns[k];
            double value = Math.min(Math.max(values[j], min[j]), max[j]);
            u[k] = logarithmic[k] ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value;
        }
        toParameters(u, parameters);
        System.arraycopy(parameters, 0, trialParameters, 0, parameters.length);
    }

    private void toParameters(double[] coordinates, double[] values) {
        for (int k = 0; k < n; k++) {
            int j = columns[k];
            double c = coordinates[k];
            if (c <= lower[k]) {
                values[j] = min[j];
            } else if (c >= upper[k]) {
                values[j] = max[j];
            } else {
                double value = logarithmic[k] ? Math.exp(c) : c;
                values[j] = Math.min(Math.max(value, min[j]), max[j]);
            }
        }
    }

    Termination run() {
        BooleanSupplier cancelled = options.cancelled();
        iterations = 0;
        evaluations = 1;
        Arrays.fill(scaling, 0);
        model.residualsAndJacobian(parameters, residuals, jacobian);
        cost = NormalEquations.sumOfSquares(residuals, rows);
        firstCost = cost;
        if (!Double.isFinite(cost) || !linearise()) {
            return Termination.NOT_FINITE;
        }
        if (n == 0) {
            return Termination.SMALL_GRADIENT;
        }
        double lambda = FIRST_DAMPING;
        double growth = 2;
        boolean derivativesWithTrial = true;
        double lastReduction = Double.POSITIVE_INFINITY;
        double lastRatio = 0;
        while (true) {
            if (cost == 0 || gradientVanishes()) {
                return Termination.SMALL_GRADIENT;
            }
            if (iterations >= options.maximumIterations()) {
                return Termination.ITERATION_LIMIT;
            }
            // promise of the undamped step
            boolean trusted = lastRatio > 0.5 && lastRatio < 2;
            if (trusted || lastReduction <= options.reductionTolerance()) {
                if (solve(0) && predictedReduction() <= options.reductionTolerance() * cost) {
                    return Termination.SMALL_REDUCTION;
                }
            }
            double predicted;
            while (true) {
                if (lambda > 1e30) {
                    return Termination.NO_PROGRESS;
                }
                if (solve(lambda)) {
                    predicted = predictedReduction();
                    break;
                }
                lambda = Math.max(lambda * 10, 1e-16);
            }
            boolean tiny = stepIsSmall();
            for (int k = 0; k < n; k++) {
                trialU[k] = Math.min(Math.max(u[k] + step[k], lower[k]), upper[k]);
            }
            toParameters(trialU, trialParameters);
            if (evaluations >= options.maximumEvaluations()) {
                return Termination.EVALUATION_LIMIT;
            }
            if (cancelled.getAsBoolean()) {
                return Termination.CANCELLED;
            }
            iterations++;
            evaluations++;
            if (derivativesWithTrial) {
                model.residualsAndJacobian(trialParameters, trialResiduals, trialJacobian);
            } else {
                model.residuals(trialParameters, trialResiduals);
            }
            double trialCost = NormalEquations.sumOfSquares(trialResiduals, rows);
            double actual = cost - trialCost;
            double ratio = actual / predicted;
            boolean accepted = actual > 0 && Double.isFinite(trialCost);
            if (accepted) {
                if (!derivativesWithTrial) {
                    evaluations++;
                    model.residualsAndJacobian(trialParameters, trialResiduals, trialJacobian);
                }
                swap();
                lastReduction = actual / cost;
                lastRatio = ratio;
                cost = trialCost;
                if (!linearise()) {
                    return Termination.NO_PROGRESS;
                }
                double t = 2 * ratio - 1;
                lambda *= Math.max(STRONGEST_RELIEF, 1 - t * t * t);
                lambda = Math.max(lambda, 1e-20);
                growth = 2;
            } else {
                lastReduction = Math.abs(actual) / cost;
                lastRatio = 0;
                lambda *= growth;
                growth *= 2;
            }
            derivativesWithTrial = accepted;
            if (tiny) {
                return Termination.SMALL_STEP;
            }
        }
    }

    private void swap() {
        double[] p = parameters;
        parameters = trialParameters;
        trialParameters = p;
        double[] r = residuals;
        residuals = trialResiduals;
        trialResiduals = r;
        double[] j = jacobian;
        jacobian = trialJacobian;
        trialJacobian = j;
        System.arraycopy(trialU, 0, u, 0, n);
    }

    /** Normal equations at the current point in the solver's coordinates; false if not finite. */
    private boolean linearise() {
        NormalEquations.form(jacobian, rows, columns, residuals, matrix, gradient);
        for (int k = 0; k < n; k++) {
            if (logarithmic[k]) {
                double factor = parameters[columns[k]];
                gradient[k] *= factor;
                for (int m = 0; m < n; m++) {
                    matrix[k * n + m] *= factor;
                    matrix[m * n + k] *= factor;
                }
            }
        }
        double check = 0;
        double largest = 0;
        for (int k = 0; k < n; k++) {
            double square = matrix[k * n + k];
            check += square + gradient[k];
            largest = Math.max(largest, square);
        }
        for (int k = 0; k < n; k++) {
            double least = logarithmic[k] ? LEAST_SCALING * largest : 0;
            scaling[k] = Math.max(scaling[k], Math.max(matrix[k * n + k], least));
            if (scaling[k] == 0) {
                scaling[k] = 1;
            }
        }
        return Double.isFinite(check);
    }

    private boolean solve(double lambda) {
        for (int k = 0; k < n; k++) {
            damping[k] = lambda * scaling[k];
            double cap = logarithmic[k] ? LONGEST_LOGARITHMIC_STEP : Double.POSITIVE_INFINITY;
            boxLower[k] = Math.max(lower[k] - u[k], -cap);
            boxUpper[k] = Math.min(upper[k] - u[k], cap);
        }
        return quadratic.solve(matrix, damping, gradient, boxLower, boxUpper, step);
    }

    /** Decrease of the sum of squares that the linear model promises for the step. */
    private double predictedReduction() {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double row = 0;
            for (int m = 0; m < n; m++) {
                row += matrix[k * n + m] * step[m];
            }
            sum -= step[k] * (2 * gradient[k] + row);
        }
        return sum;
    }

    private boolean stepIsSmall() {
        double moved = 0;
        double size = 0;
        for (int k = 0; k < n; k++) {
            double s = scaling[k];
            double v = logarithmic[k] ? 1 : u[k];
            moved += s * step[k] * step[k];
            size += s * v * v;
        }
        double tolerance = options.stepTolerance();
        return moved <= tolerance * tolerance * size;
    }

    private boolean gradientVanishes() {
        double norm = Math.sqrt(cost);
        double tolerance = options.gradientTolerance();
        for (int k = 0; k < n; k++) {
            double slope = Math.abs(gradient[k]);
            if (!restsOnBound(k) && slope > tolerance * norm * Math.sqrt(matrix[k * n + k])) {
                return false;
            }
        }
        return true;
    }

    /** The point reached, with the working arrays handed over: this object is spent. */
    LeastSquaresFit result(
            List<Parameter> list, Termination termination, int allIterations, int allEvaluations) {
        boolean[] atBound = new boolean[parameters.length];
        for (int k = 0; k < n; k++) {
            atBound[columns[k]] = restsOnBound(k);
        }
        return new LeastSquaresFit(
                list,
                parameters,
                residuals,
                jacobian,
                atBound,
                cost,
                termination,
                allIterations,
                allEvaluations);
    }

    double[] parameters() {
        return parameters;
    }

    double cost() {
        return cost;
    }

    double firstCost() {
        return firstCost;
    }

    int iterations() {
        return iterations;
    }

    int evaluations() {
        return evaluations;
    }

    private boolean restsOnBound(int k) {
        return (u[k] <= lower[k] && gradient[k] >= 0) || (u[k] >= upper[k] && gradient[k] <= 0);
    }
}
