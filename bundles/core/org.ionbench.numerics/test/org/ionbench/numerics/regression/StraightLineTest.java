// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.stat.regression.SimpleRegression;
import org.ionbench.numerics.UndeterminedException;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class StraightLineTest {

    /** NIST StRD linear regression, set Norris: y, x. */
    private static final double[] NORRIS = {
        0.1, 0.2, 338.8, 337.4, 118.1, 118.2, 888.0, 884.6, 9.2, 10.1, 228.1, 226.5, 668.5, 666.3,
        998.5, 996.3, 449.1, 448.6, 778.9, 777.0, 559.2, 558.2, 0.3, 0.4, 0.1, 0.6, 778.1, 775.5,
        668.8, 666.9, 339.3, 338.0, 448.9, 447.5, 10.8, 11.6, 557.7, 556.0, 228.3, 228.1, 998.0,
        995.8, 888.8, 887.6, 119.6, 120.2, 0.3, 0.3, 0.6, 0.3, 557.6, 556.8, 339.3, 339.1, 888.0,
        887.2, 998.5, 999.0, 778.9, 779.0, 10.2, 11.1, 117.6, 118.3, 228.9, 229.2, 668.4, 669.1,
        449.2, 448.9, 0.2, 0.5
    };

    /** Pearson's points with York's weights: x, weight of x, y, weight of y. */
    private static final double[][] PEARSON = {
        {0, 0.9, 1.8, 2.6, 3.3, 4.4, 5.2, 6.1, 6.5, 7.4},
        {1000, 1000, 500, 800, 200, 80, 60, 20, 1.8, 1},
        {5.9, 5.4, 4.4, 4.6, 3.5, 3.7, 2.8, 2.8, 2.4, 1.5},
        {1, 1.8, 4, 8, 20, 20, 70, 70, 100, 500}
    };

    private static double[] everySecond(double[] values, int from) {
        double[] result = new double[values.length / 2];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[2 * i + from];
        }
        return result;
    }

    private static double[] deviations(double[] weights) {
        return Arrays.stream(weights).map(w -> 1 / Math.sqrt(w)).toArray();
    }

    @Test
    void norris() throws UndeterminedException {
        LineFit line = StraightLine.fit(everySecond(NORRIS, 1), everySecond(NORRIS, 0));
        assertEquals(1.00211681802045, line.slope(), 1e-13);
        assertEquals(-0.262323073774029, line.intercept(), 1e-11);
        assertEquals(0.429796848199937e-3, line.slopeError(), 1e-14);
        assertEquals(0.232818234301152, line.interceptError(), 1e-12);
        assertEquals(0.884796396144373, line.residualStandardDeviation(), 1e-12);
        assertEquals(0.999993745883712, line.determination(), 1e-14);
        assertEquals(34, line.degreesOfFreedom());
    }

    @Test
    void pearsonAndYork() throws UndeterminedException {
        LineFit line =
                StraightLine.fitWithErrorsInBoth(
                        PEARSON[0],
                        deviations(PEARSON[1]),
                        PEARSON[2],
                        deviations(PEARSON[3]),
                        ErrorScale.KNOWN);
        assertEquals(-0.480533407, line.slope(), 1e-9);
        assertEquals(5.47991022, line.intercept(), 1e-8);
        assertEquals(0.0579850, line.slopeError(), 1e-6);
        assertEquals(0.294971, line.interceptError(), 1e-5);
        assertEquals(11.866353, line.chiSquare(), 1e-6);
        LineFit scaled =
                StraightLine.fitWithErrorsInBoth(
                        PEARSON[0],
                        deviations(PEARSON[1]),
                        PEARSON[2],
                        deviations(PEARSON[3]),
                        ErrorScale.ESTIMATED);
        assertEquals(Math.sqrt(11.866353 / 8), scaled.slopeError() / line.slopeError(), 1e-7);
        assertEquals(2.306, scaled.coverageFactor(0.95), 5e-4); // Student, 8 degrees of freedom
    }

    @Test
    void bothErrorsMinimiseTheEffectiveVariance() throws UndeterminedException {
        Random random = new Random(99);
        for (int trial = 0; trial < 200; trial++) {
            int n = 4 + random.nextInt(12);
            double truth = Math.tan(1.4 * (2 * random.nextDouble() - 1));
            double[] x = new double[n];
            double[] y = new double[n];
            double[] sx = new double[n];
            double[] sy = new double[n];
            double[] r = new double[n];
            for (int i = 0; i < n; i++) {
                sx[i] = 0.05 + 0.1 * random.nextDouble();
                sy[i] = 0.05 + 0.1 * random.nextDouble();
                r[i] = 1.6 * random.nextDouble() - 0.8;
                double common = random.nextGaussian();
                double own = random.nextGaussian();
                x[i] = i + sx[i] * common;
                y[i] = 2 + truth * i + sy[i] * (r[i] * common + Math.sqrt(1 - r[i] * r[i]) * own);
            }
            LineFit line = StraightLine.fitWithErrorsInBoth(x, sx, y, sy, r, ErrorScale.KNOWN);
            double near = line.slope();
            double width = 0.2 * (1 + near * near);
            double found =
                    new BrentOptimizer(1e-10, 1e-12)
                            .optimize(
                                    new MaxEval(1000),
                                    new UnivariateObjectiveFunction(
                                            b -> misfit(b, x, sx, y, sy, r)),
                                    GoalType.MINIMIZE,
                                    new SearchInterval(near - width, near + width))
                            .getPoint();
            assertEquals(found, near, 1e-6 * (1 + near * near), "trial " + trial);
            assertEquals(misfit(near, x, sx, y, sy, r), line.chiSquare(), 1e-9 * n);
        }
    }

    /** Chi-square of the best line with slope b. */
    private static double misfit(
            double b, double[] x, double[] sx, double[] y, double[] sy, double[] r) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < x.length; i++) {
            double variance = sy[i] * sy[i] + b * b * sx[i] * sx[i] - 2 * b * r[i] * sx[i] * sy[i];
            double rest = y[i] - b * x[i];
            sum += 1 / variance;
            first += rest / variance;
            second += rest * rest / variance;
        }
        return second - first * first / sum;
    }

    @Test
    void exactAbscissaIsWeightedRegression() throws UndeterminedException {
        double[] sy = deviations(PEARSON[3]);
        LineFit both =
                StraightLine.fitWithErrorsInBoth(
                        PEARSON[0], new double[10], PEARSON[2], sy, ErrorScale.KNOWN);
        LineFit one = StraightLine.fitWithErrors(PEARSON[0], PEARSON[2], sy, ErrorScale.KNOWN);
        assertEquals(one.slope(), both.slope(), 1e-13);
        assertEquals(one.intercept(), both.intercept(), 1e-12);
        assertEquals(one.slopeError(), both.slopeError(), 1e-13);
        assertEquals(one.interceptError(), both.interceptError(), 1e-12);
        assertEquals(one.chiSquare(), both.chiSquare(), 1e-10);
    }

    @Test
    void wholeWeightsRepeatPoints() throws UndeterminedException {
        double[] x = {1, 2, 4, 7, 11};
        double[] y = {2.1, 3.7, 8.4, 13.2, 23.1};
        double[] weights = {1, 3, 2, 0, 4};
        SimpleRegression repeated = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < weights[i]; k++) {
                repeated.addData(x[i], y[i]);
            }
        }
        LineFit line = StraightLine.fitWeighted(x, y, weights);
        assertEquals(repeated.getSlope(), line.slope(), 1e-13);
        assertEquals(repeated.getIntercept(), line.intercept(), 1e-12);
        assertEquals(repeated.getRSquare(), line.determination(), 1e-13);
        assertEquals(repeated.getSumSquaredErrors(), line.chiSquare(), 1e-12);
        assertEquals(4, line.points());
        // ten repeated points have 8 degrees of freedom, four weighted ones 2
        assertEquals(repeated.getSlopeStdErr() * 2, line.slopeError(), 1e-12);
        double[] thousandfold = Arrays.stream(weights).map(w -> 1000 * w).toArray();
        LineFit same = StraightLine.fitWeighted(x, y, thousandfold);
        assertEquals(line.interceptError(), same.interceptError(), 1e-12);
    }

    @Test
    void randomLinesAgainstHipparchus() throws UndeterminedException {
        Random random = new Random(31);
        for (int trial = 0; trial < 200; trial++) {
            int n = 3 + random.nextInt(20);
            double[] x = new double[n];
            double[] y = new double[n];
            SimpleRegression oracle = new SimpleRegression();
            for (int i = 0; i < n; i++) {
                x[i] = 50 + 10 * random.nextGaussian();
                y[i] = 3 - 2 * x[i] + random.nextGaussian();
                oracle.addData(x[i], y[i]);
            }
            LineFit line = StraightLine.fit(x, y);
            assertEquals(oracle.getSlope(), line.slope(), 1e-10);
            assertEquals(oracle.getSlopeStdErr(), line.slopeError(), 1e-10);
            assertEquals(oracle.getInterceptStdErr(), line.interceptError(), 1e-8);
            assertEquals(
                    oracle.getSlopeConfidenceInterval(),
                    line.slopeInterval(0.95).radius(),
                    1e-7 * line.slopeInterval(0.95).radius());
        }
    }

    @Test
    void confidenceBandOfATextbook() throws UndeterminedException {
        // x = 1..5, y = 2, 4, 5, 4, 5: b = 0.6, a = 2.2, s squared = 0.8 and Sxx = 10
        double[] x = {1, 2, 3, 4, 5};
        LineFit line = StraightLine.fit(x, new double[] {2, 4, 5, 4, 5});
        assertEquals(0.6, line.slope(), 1e-14);
        assertEquals(2.2, line.intercept(), 1e-14);
        double t = 3.182446; // Student, 3 degrees of freedom, 97.5 %
        assertEquals(
                t * Math.sqrt(0.8 * (0.2 + 4.0 / 10)), line.valueInterval(5, 0.95).radius(), 1e-5);
        assertEquals(t * Math.sqrt(0.08), line.slopeInterval(0.95).radius(), 1e-5);
        assertEquals(4.0, line.valueAt(3), 1e-14);
        assertEquals(-3 * 0.08, line.covariance(), 1e-14);
        assertEquals(
                line.covariance() / line.slopeError() / line.interceptError(),
                line.correlation(),
                1e-14);
        assertEquals(-2.2 / 0.6, line.root(), 1e-13);
        assertEquals(line.valueError(line.root()) / 0.6, line.rootError(), 1e-13);
    }

    @Test
    void twoPointsHaveALineButNoScatter() throws UndeterminedException {
        double[] x = {1, 3};
        double[] y = {2, 8};
        LineFit line = StraightLine.fit(x, y);
        assertEquals(3, line.slope(), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, line.slopeError());
        assertTrue(Double.isNaN(line.reducedChiSquare()));
        LineFit known = StraightLine.fitWithErrors(x, y, new double[] {0.1, 0.1}, ErrorScale.KNOWN);
        assertEquals(Math.sqrt(0.02) / 2, known.slopeError(), 1e-15);
    }

    @Test
    void saysWhatIsMissing() {
        double[] same = {0.1 + 0.2, 0.3, 0.3};
        double[] y = {1, 2, 3};
        assertThrows(UndeterminedException.class, () -> StraightLine.fit(same, y));
        assertThrows(
                UndeterminedException.class,
                () -> StraightLine.fit(new double[] {1}, new double[] {1}));
        assertThrows(
                UndeterminedException.class,
                () -> StraightLine.fit(new double[] {1, 2, Double.NaN}, y));
        assertThrows(
                UndeterminedException.class,
                () -> StraightLine.fitWeighted(y, y, new double[] {0, 1, 0}));
        assertThrows(
                IllegalArgumentException.class, () -> StraightLine.fit(y, new double[] {1, 2}));
        assertThrows(
                IllegalArgumentException.class,
                () -> StraightLine.fitWithErrors(y, y, new double[] {1, 0, 1}, ErrorScale.KNOWN));
    }
}
