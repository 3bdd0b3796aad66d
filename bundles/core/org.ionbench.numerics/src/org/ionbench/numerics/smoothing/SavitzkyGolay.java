// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.smoothing;

/**
 * Smoothing of evenly spaced values by a polynomial through a moving window (Savitzky and Golay,
 * Anal. Chem. 36 (1964) 1627, doi 10.1021/ac60214a047), and the derivatives of that polynomial. At
 * both ends, where the window does not fit, the polynomial of the outermost window is taken at the
 * place, so that a polynomial of the order comes back unchanged everywhere. Immutable.
 */
public final class SavitzkyGolay {
    private final int half;
    private final int order;

    private SavitzkyGolay(int half, int order) {
        this.half = half;
        this.order = order;
    }

    /**
     * A window of {@code 2 half + 1} points.
     *
     * @param order of the polynomial, from 0 to 6 and at most {@code 2 half}
     */
    public static SavitzkyGolay of(int half, int order) {
        if (half < 0 || order < 0 || order > 6 || order > 2 * half) {
            throw new IllegalArgumentException(
                    "no window of " + (2 * half + 1) + " points with order " + order);
        }
        return new SavitzkyGolay(half, order);
    }

    /** Points in the window. */
    public int points() {
        return 2 * half + 1;
    }

    /**
     * Smoothed values.
     *
     * @throws IllegalArgumentException if there are fewer than {@link #points}
     */
    public double[] smooth(double[] values) {
        return derivative(values, 1, 0);
    }

    /**
     * A derivative of the smoothed values.
     *
     * @param spacing of the points
     * @param degree 0 for the value, 1 for the slope, up to the order
     * @throws IllegalArgumentException if there are fewer than {@link #points}
     */
    public double[] derivative(double[] values, double spacing, int degree) {
        int n = values.length;
        if (n < points()) {
            throw new IllegalArgumentException(
                    n + " values are too few for a window of " + points());
        }
        if (degree < 0 || degree > order) {
            throw new IllegalArgumentException("no derivative " + degree + " of order " + order);
        }
        double scale = Math.pow(Math.max(1, half) * spacing, -degree);
        double[][] rows = new double[points()][];
        double[] result = new double[n];
        for (int k = 0; k < n; k++) {
            int centre = Math.clamp(k, half, n - 1 - half);
            int place = k - centre + half;
            if (rows[place] == null) {
                rows[place] = weights(place - half, degree);
            }
            double sum = 0;
            for (int j = 0; j < points(); j++) {
                sum += rows[place][j] * values[centre - half + j];
            }
            result[k] = scale * sum;
        }
        return result;
    }

    /** What each point of the window adds to the derivative at a place, abscissae in [-1, 1]. */
    private double[] weights(int place, int degree) {
        int m = points();
        double unit = Math.max(1, half);
        // orthogonal polynomials over the window by the recurrence of Gram
        double[][] p = new double[order + 1][m];
        double[][] at = new double[order + 1][degree + 1];
        double x0 = place / unit;
        double before = 1;
        for (int o = 0; o <= order; o++) {
            double beta = 0;
            if (o > 0) {
                double norm = dot(p[o - 1], p[o - 1]);
                beta = o > 1 ? norm / before : 0;
                before = norm;
            }
            for (int j = 0; j < m; j++) {
                double x = (j - half) / unit;
                p[o][j] = o == 0 ? 1 : x * p[o - 1][j] - (o > 1 ? beta * p[o - 2][j] : 0);
            }
            for (int d = 0; d <= degree; d++) {
                at[o][d] =
                        o == 0
                                ? d == 0 ? 1 : 0
                                : x0 * at[o - 1][d]
                                        + (d > 0 ? d * at[o - 1][d - 1] : 0)
                                        - (o > 1 ? beta * at[o - 2][d] : 0);
            }
        }
        double[] weights = new double[m];
        for (int o = 0; o <= order; o++) {
            double norm = dot(p[o], p[o]);
            for (int j = 0; j < m; j++) {
                weights[j] += at[o][degree] * p[o][j] / norm;
            }
        }
        return weights;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
