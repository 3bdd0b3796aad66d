// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.regression;

import org.ionbench.numerics.UndeterminedException;

import java.util.Arrays;

/**
 * Straight-line regression y = a + b x. Sums are taken about the weighted means, so data far from
 * the origin lose no digits.
 *
 * <p>Arrays of unequal length and negative or infinite errors and weights are the caller's mistake
 * (IllegalArgumentException); data that determine no line raise {@link UndeterminedException}.
 */
public final class StraightLine {
    private static final int MOST_ITERATIONS = 1000;

    private StraightLine() {}

    /** Ordinary regression: equal errors of y, estimated from the scatter. */
    public static LineFit fit(double[] x, double[] y) throws UndeterminedException {
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1);
        return fitWeighted(x, y, weights);
    }

    /**
     * Weighted regression: the variance of each y is a common unknown factor over its weight.
     *
     * @param weights relative weights, not negative; a point of weight zero is left out
     */
    public static LineFit fitWeighted(double[] x, double[] y, double[] weights)
            throws UndeterminedException {
        return weighted(x, y, weights, ErrorScale.ESTIMATED);
    }

    /**
     * Regression with the standard deviation of each y.
     *
     * @param deviations standard deviations of y, positive
     * @param scale whether they are known or known up to a factor
     */
    public static LineFit fitWithErrors(
            double[] x, double[] y, double[] deviations, ErrorScale scale)
            throws UndeterminedException {
        double[] weights = new double[deviations.length];
        for (int i = 0; i < weights.length; i++) {
            if (!(deviations[i] > 0)) {
                throw new IllegalArgumentException("standard deviation " + deviations[i]);
            }
            weights[i] = 1 / (deviations[i] * deviations[i]);
        }
        return weighted(x, y, weights, scale);
    }

    /** Errors in both variables, uncorrelated; see the method with correlations. */
    public static LineFit fitWithErrorsInBoth(
            double[] x, double[] xDeviations, double[] y, double[] yDeviations, ErrorScale scale)
            throws UndeterminedException {
        return fitWithErrorsInBoth(x, xDeviations, y, yDeviations, new double[x.length], scale);
    }

    /**
     * Errors in both variables by the unified equations of York, Evensen, Martinez Lopez and De
     * Basabe Delgado, Am. J. Phys. 72 (2004) 367-375, doi 10.1119/1.1632486.
     *
     * @param xDeviations standard deviations of x, not negative
     * @param yDeviations standard deviations of y, not negative; not zero together with x
     * @param correlations between the errors of x and y of each point, inside (-1, 1)
     * @param scale whether the standard deviations are known or known up to a factor
     * @throws UndeterminedException also if the iteration for the slope does not settle
     */
    public static LineFit fitWithErrorsInBoth(
            double[] x,
            double[] xDeviations,
            double[] y,
            double[] yDeviations,
            double[] correlations,
            ErrorScale scale)
            throws UndeterminedException {
        int n = x.length;
        sameLength(n, y, xDeviations, yDeviations, correlations);
        double[] vx = new double[n];
        double[] vy = new double[n];
        double[] vxy = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            double sx = xDeviations[i];
            double sy = yDeviations[i];
            double r = correlations[i];
            if (!(sx >= 0 && sy >= 0 && sx + sy > 0 && sx + sy < Double.POSITIVE_INFINITY)
                    || !(Math.abs(r) < 1)) {
                throw new IllegalArgumentException(
                        "standard deviations " + sx + " and " + sy + ", correlation " + r);
            }
            vx[i] = sx * sx;
            vy[i] = sy * sy;
            vxy[i] = r * sx * sy;
        }
        double slope = fit(x, y).slope();
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double xMean = 0;
            double yMean = 0;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                w[i] = 1 / (vy[i] + slope * slope * vx[i] - 2 * slope * vxy[i]);
                xMean += w[i] * x[i];
                yMean += w[i] * y[i];
                sum += w[i];
            }
            xMean /= sum;
            yMean /= sum;
            double numerator = 0;
            double denominator = 0;
            for (int i = 0; i < n; i++) {
                double u = x[i] - xMean;
                double v = y[i] - yMean;
                double beta = w[i] * adjustment(slope, u, v, vx[i], vy[i], vxy[i]);
                numerator += w[i] * beta * v;
                denominator += w[i] * beta * u;
            }
            double next = numerator / denominator;
            if (!Double.isFinite(next)) {
                break;
            }
            double change = Math.abs(next - slope);
            slope = next;
            if (change <= 1e-15 * Math.abs(slope)) {
                return york(x, y, vx, vy, vxy, slope, scale);
            }
            if (iteration > 100 && change <= 1e-11 * Math.abs(slope)) {
                return york(x, y, vx, vy, vxy, slope, scale);
            }
        }
        throw new UndeterminedException(
                "the points with their errors in x and y determine no slope");
    }

    private static double adjustment(
            double slope, double u, double v, double vx, double vy, double vxy) {
        return u * vy + slope * v * vx - (slope * u + v) * vxy;
    }

    private static LineFit york(
            double[] x,
            double[] y,
            double[] vx,
            double[] vy,
            double[] vxy,
            double slope,
            ErrorScale scale) {
        int n = x.length;
        double[] w = new double[n];
        double sum = 0;
        double xMean = 0;
        double yMean = 0;
        for (int i = 0; i < n; i++) {
            w[i] = 1 / (vy[i] + slope * slope * vx[i] - 2 * slope * vxy[i]);
            sum += w[i];
            xMean += w[i] * x[i];
            yMean += w[i] * y[i];
        }
        xMean /= sum;
        yMean /= sum;
        double[] adjusted = new double[n];
        double centre = 0;
        double chiSquare = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double u = x[i] - xMean;
            double v = y[i] - yMean;
            adjusted[i] = w[i] * adjustment(slope, u, v, vx[i], vy[i], vxy[i]);
            centre += w[i] * adjusted[i];
            chiSquare += w[i] * (v - slope * u) * (v - slope * u);
            total += w[i] * v * v;
        }
        centre /= sum;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += w[i] * (adjusted[i] - centre) * (adjusted[i] - centre);
        }
        return new LineFit(
                slope,
                yMean - slope * xMean,
                xMean + centre,
                1 / squares,
                1 / sum,
                chiSquare,
                total,
                n,
                scale);
    }

    private static LineFit weighted(double[] x, double[] y, double[] weights, ErrorScale scale)
            throws UndeterminedException {
        int n = x.length;
        sameLength(n, y, weights);
        int points = 0;
        double sum = 0;
        double xMean = 0;
        double yMean = 0;
        for (int i = 0; i < n; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + weights[i]);
            }
            if (weights[i] > 0) {
                points++;
                sum += weights[i];
                xMean += weights[i] * x[i];
                yMean += weights[i] * y[i];
            }
        }
        if (points < 2) {
            throw new UndeterminedException("a line needs two points, there are " + points);
        }
        xMean /= sum;
        yMean /= sum;
        double xRest = 0;
        double yRest = 0;
        for (int i = 0; i < n; i++) {
            if (weights[i] > 0) {
                xRest += weights[i] * (x[i] - xMean);
                yRest += weights[i] * (y[i] - yMean);
            }
        }
        xMean += xRest / sum;
        yMean += yRest / sum;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double extent = 0;
        for (int i = 0; i < n; i++) {
            if (weights[i] > 0) {
                double u = x[i] - xMean;
                double v = y[i] - yMean;
                xx += weights[i] * u * u;
                xy += weights[i] * u * v;
                yy += weights[i] * v * v;
                extent = Math.max(extent, Math.abs(u));
            }
        }
        if (!Double.isFinite(xx + xy + yy)) {
            throw new UndeterminedException("a point of the line is not a finite number");
        }
        if (extent <= 4 * Math.ulp(xMean) || !(xx > 0)) {
            throw new UndeterminedException("all points have the same x, " + xMean + ": no slope");
        }
        double slope = xy / xx;
        double intercept = yMean - slope * xMean;
        double chiSquare = 0;
        for (int i = 0; i < n; i++) {
            if (weights[i] > 0) {
                double residual = (y[i] - yMean) - slope * (x[i] - xMean);
                chiSquare += weights[i] * residual * residual;
            }
        }
        return new LineFit(slope, intercept, xMean, 1 / xx, 1 / sum, chiSquare, yy, points, scale);
    }

    private static void sameLength(int n, double[]... others) {
        for (double[] other : others) {
            if (other.length != n) {
                throw new IllegalArgumentException(
                        "arrays of " + n + " and " + other.length + " numbers");
            }
        }
    }
}
