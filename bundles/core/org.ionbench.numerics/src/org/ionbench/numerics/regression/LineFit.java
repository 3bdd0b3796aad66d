// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.regression;

import org.ionbench.numerics.Interval;
import org.ionbench.numerics.statistics.Distributions;

/**
 * A line y = intercept + slope x through n points, with the covariance of its two numbers.
 * Immutable. Without a degree of freedom (two points) standard errors from the scatter are
 * infinite.
 */
public final class LineFit {
    private final double slope;
    private final double intercept;
    private final double centre;
    private final double slopeVariance;
    private final double centreVariance;
    private final double chiSquare;
    private final double totalSquares;
    private final int points;
    private final ErrorScale errorScale;

    /**
     * @param centre the x at which value and slope of the line are uncorrelated
     * @param slopeVariance variance of the slope, before scaling by the scatter
     * @param centreVariance variance of the line at the centre, before scaling by the scatter
     * @param chiSquare weighted sum of the squared residuals
     * @param totalSquares weighted sum of the squared deviations of y from its mean
     */
    LineFit(
            double slope,
            double intercept,
            double centre,
            double slopeVariance,
            double centreVariance,
            double chiSquare,
            double totalSquares,
            int points,
            ErrorScale errorScale) {
        this.slope = slope;
        this.intercept = intercept;
        this.centre = centre;
        this.slopeVariance = slopeVariance;
        this.centreVariance = centreVariance;
        this.chiSquare = chiSquare;
        this.totalSquares = totalSquares;
        this.points = points;
        this.errorScale = errorScale;
    }

    public double slope() {
        return slope;
    }

    public double intercept() {
        return intercept;
    }

    /** Standard error of the slope. */
    public double slopeError() {
        return Math.sqrt(slopeVariance * scale());
    }

    /** Standard error of the intercept. */
    public double interceptError() {
        return valueError(0);
    }

    /** Covariance of slope and intercept. */
    public double covariance() {
        return -centre * slopeVariance * scale();
    }

    /** Coefficient of correlation of slope and intercept. */
    public double correlation() {
        return -centre * Math.sqrt(slopeVariance / variance(0));
    }

    /** Sum of the squared residuals, each divided by its variance or times its weight. */
    public double chiSquare() {
        return chiSquare;
    }

    /** Number of points less two. */
    public int degreesOfFreedom() {
        return points - 2;
    }

    /** Chi-square for each degree of freedom; NaN for two points. */
    public double reducedChiSquare() {
        return points > 2 ? chiSquare / (points - 2) : Double.NaN;
    }

    /** Standard deviation of the residuals about the line, for a point of weight one. */
    public double residualStandardDeviation() {
        return Math.sqrt(reducedChiSquare());
    }

    /** Coefficient of determination R&sup2;; NaN where all y are equal. */
    public double determination() {
        return totalSquares > 0 ? 1 - chiSquare / totalSquares : Double.NaN;
    }

    public int points() {
        return points;
    }

    public ErrorScale errorScale() {
        return errorScale;
    }

    /** Factor on a standard error for a two-sided interval: Student's t or the normal quantile. */
    public double coverageFactor(double level) {
        return Distributions.coverageFactor(
                level,
                errorScale == ErrorScale.KNOWN ? Double.POSITIVE_INFINITY : degreesOfFreedom());
    }

    /** Confidence interval of the slope, for example of level 0.95. */
    public Interval slopeInterval(double level) {
        return Interval.around(slope, coverageFactor(level) * slopeError());
    }

    /** Confidence interval of the intercept. */
    public Interval interceptInterval(double level) {
        return Interval.around(intercept, coverageFactor(level) * interceptError());
    }

    /** The line at x. */
    public double valueAt(double x) {
        return intercept + slope * x;
    }

    /** Standard error of the line at x. */
    public double valueError(double x) {
        return Math.sqrt(variance(x) * scale());
    }

    /** Confidence band of the line at x: where the true line passes, not where points fall. */
    public Interval valueInterval(double x, double level) {
        return Interval.around(valueAt(x), coverageFactor(level) * valueError(x));
    }

    /** Where the line meets y = 0; infinite or NaN for a slope of zero. */
    public double root() {
        return -intercept / slope;
    }

    /** Standard error of {@link #root()} to first order, good while the slope is well known. */
    public double rootError() {
        return valueError(root()) / Math.abs(slope);
    }

    private double variance(double x) {
        return centreVariance + (x - centre) * (x - centre) * slopeVariance;
    }

    private double scale() {
        if (errorScale == ErrorScale.KNOWN) {
            return 1;
        }
        return points > 2 ? chiSquare / (points - 2) : Double.POSITIVE_INFINITY;
    }
}
