// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.smoothing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class SmoothingTest {

    /** The table of Savitzky and Golay 1964, as corrected: (-3, 12, 17, 12, -3)/35. */
    @Test
    void weightsOfTheTable() {
        double[] impulse = new double[9];
        impulse[4] = 1;
        double[] s = SavitzkyGolay.of(2, 2).smooth(impulse);
        double[] table = {0, 0, -3, 12, 17, 12, -3, 0, 0};
        for (int k = 2; k < 7; k++) {
            assertEquals(table[k] / 35, s[k], 1e-14);
        }
        // first derivative, quadratic, seven points: (-3 ... 3)/28
        double[] d = SavitzkyGolay.of(3, 2).derivative(new double[] {0, 0, 0, 0, 0, 0, 28}, 1, 1);
        assertEquals(3, d[3], 1e-12);
    }

    @Test
    void polynomialsComeBackToTheEnds() {
        double[] x = IntStream.range(0, 40).mapToDouble(k -> 2 + 0.1 * k).toArray();
        double[] y = IntStream.range(0, 40).mapToDouble(k -> cubic(x[k])).toArray();
        double[] slope =
                IntStream.range(0, 40).mapToDouble(k -> 3 - 2 * x[k] + 1.5 * x[k] * x[k]).toArray();
        assertArrayEquals(y, SavitzkyGolay.of(5, 3).smooth(y), 1e-11);
        assertArrayEquals(slope, SavitzkyGolay.of(5, 3).derivative(y, 0.1, 1), 1e-10);
        assertThrows(
                IllegalArgumentException.class,
                () -> SavitzkyGolay.of(20, 3).smooth(new double[40]));
    }

    private static double cubic(double x) {
        return 1 + 3 * x - x * x + 0.5 * x * x * x;
    }

    /** Without a penalty through the points, with a great one the line of least squares. */
    @Test
    void splineBetweenItsLimits() throws Exception {
        Random r = new Random(3);
        int n = 30;
        double[] x = new double[n];
        double[] y = new double[n];
        double at = 0;
        for (int k = 0; k < n; k++) {
            at += 0.2 + r.nextDouble();
            x[k] = at;
            y[k] = Math.sin(at) + 0.1 * r.nextGaussian();
        }
        SmoothingSpline through = SmoothingSpline.fit(x, y, 0);
        for (int k = 0; k < n; k++) {
            assertEquals(y[k], through.valueAt(x[k]), 1e-12);
        }
        LineFit line = StraightLine.fit(x, y);
        SmoothingSpline straight = SmoothingSpline.fit(x, y, 1e12);
        for (int k = 0; k < n; k++) {
            assertEquals(line.valueAt(x[k]), straight.valueAt(x[k]), 1e-6);
            assertEquals(line.slope(), straight.slopeAt(x[k]), 1e-6);
        }
    }

    /** The minimum: no other natural spline through moved points does better. */
    @Test
    void splineIsTheMinimum() {
        double[] x = {0, 1, 2.5, 3, 4.5, 6};
        double[] y = {0, 2, 1, 3, 0, 1};
        double lambda = 0.3;
        SmoothingSpline best = SmoothingSpline.fit(x, y, lambda);
        double[] g = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            g[k] = best.valueAt(x[k]);
        }
        double least = objective(x, y, g, lambda);
        Random r = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            double[] moved = g.clone();
            for (int k = 0; k < x.length; k++) {
                moved[k] += 0.01 * r.nextGaussian();
            }
            assertTrue(objective(x, y, moved, lambda) > least);
        }
        // slope by a difference
        assertEquals((best.valueAt(2.001) - best.valueAt(1.999)) / 0.002, best.slopeAt(2), 1e-6);
    }

    private static double objective(double[] x, double[] y, double[] g, double lambda) {
        SmoothingSpline s = SmoothingSpline.fit(x, g, 0);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += (y[k] - g[k]) * (y[k] - g[k]);
        }
        double h = 1e-3;
        double rough = 0;
        for (double at = x[0] + h; at < x[x.length - 1] - h; at += h) {
            double second = (s.slopeAt(at + h / 2) - s.slopeAt(at - h / 2)) / h;
            rough += second * second * h;
        }
        return sum + lambda * rough;
    }

    @Test
    void peaks() {
        double[] x = IntStream.range(0, 201).mapToDouble(k -> 0.05 * k).toArray();
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            y[k] = Math.exp(-Math.pow(x[k] - 3.02, 2)) + 0.4 * Math.exp(-Math.pow(x[k] - 7.01, 2));
        }
        List<Peaks.Peak> found = Peaks.of(x, y, 0.1);
        assertEquals(2, found.size());
        assertEquals(3.02, found.get(0).place(), 1e-3);
        assertEquals(1, found.get(0).height(), 1e-3);
        assertEquals(7.01, found.get(1).place(), 1e-3);
        assertEquals(1, Peaks.of(x, y, 0.5).size());
    }
}
