// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.smoothing;

import java.util.Arrays;

/**
 * The natural cubic spline that minimises
 *
 * <pre>sum (y_k - s(x_k))^2 + lambda integral s''(x)^2 dx</pre>
 *
 * (Reinsch, Numer. Math. 10 (1967) 177, doi 10.1007/BF02162161; the banded solution of Green and
 * Silverman 1994). For lambda 0 it goes through the points, for a large one it becomes the straight
 * line of least squares. Time and memory are proportional to the number of points. Immutable.
 */
public final class SmoothingSpline {
    private final double[] x;
    private final double[] g;
    private final double[] gamma;

    private SmoothingSpline(double[] x, double[] g, double[] gamma) {
        this.x = x;
        this.g = g;
        this.gamma = gamma;
    }

    /**
     * Fits points.
     *
     * @param x strictly increasing, two or more
     * @param lambda not negative; over points of spacing h a wave of length l is halved at lambda =
     *     (l / 2 pi)^4 / h
     * @throws IllegalArgumentException for too few points or abscissae that do not increase
     */
    public static SmoothingSpline fit(double[] x, double[] y, double lambda) {
        int n = x.length;
        if (n < 2 || y.length != n || !(lambda >= 0)) {
            throw new IllegalArgumentException(
                    n + " points with " + y.length + " values and lambda " + lambda);
        }
        double[] h = new double[n - 1];
        for (int k = 0; k < n - 1; k++) {
            h[k] = x[k + 1] - x[k];
            if (!(h[k] > 0)) {
                throw new IllegalArgumentException("abscissae do not increase at point " + k);
            }
        }
        int m = n - 2;
        double[] gamma = new double[n];
        if (m > 0) {
            // (R + lambda Q'Q) gamma = Q'y, five bands
            double[] d0 = new double[m];
            double[] d1 = new double[m];
            double[] d2 = new double[m];
            double[] b = new double[m];
            for (int k = 0; k < m; k++) {
                double a0 = 1 / h[k];
                double a2 = 1 / h[k + 1];
                double a1 = -a0 - a2;
                d0[k] = (h[k] + h[k + 1]) / 3 + lambda * (a0 * a0 + a1 * a1 + a2 * a2);
                if (k + 1 < m) {
                    double c1 = -1 / h[k + 1] - 1 / h[k + 2];
                    d1[k] = h[k + 1] / 6 + lambda * (a1 * a2 + a2 * c1);
                }
                if (k + 2 < m) {
                    d2[k] = lambda * a2 / h[k + 2];
                }
                b[k] = (y[k + 2] - y[k + 1]) * a2 - (y[k + 1] - y[k]) * a0;
            }
            double[] solved = solve(d0, d1, d2, b);
            System.arraycopy(solved, 0, gamma, 1, m);
        }
        double[] g = y.clone();
        for (int k = 0; k < m; k++) {
            double c = lambda * gamma[k + 1];
            g[k] -= c / h[k];
            g[k + 1] += c / h[k] + c / h[k + 1];
            g[k + 2] -= c / h[k + 1];
        }
        return new SmoothingSpline(x.clone(), g, gamma);
    }

    /** By L D L' of a symmetric matrix of five bands. */
    private static double[] solve(double[] d0, double[] d1, double[] d2, double[] b) {
        int m = d0.length;
        double[] d = new double[m];
        double[] l1 = new double[m];
        double[] l2 = new double[m];
        double[] z = new double[m];
        for (int k = 0; k < m; k++) {
            double e1 = k > 0 ? d1[k - 1] - (k > 1 ? l1[k - 2] * d[k - 2] * l2[k - 2] : 0) : 0;
            if (k > 0) {
                l1[k - 1] = e1 / d[k - 1];
            }
            d[k] =
                    d0[k]
                            - (k > 0 ? l1[k - 1] * l1[k - 1] * d[k - 1] : 0)
                            - (k > 1 ? l2[k - 2] * l2[k - 2] * d[k - 2] : 0);
            if (k > 0) {
                l2[k - 1] = d2[k - 1] / d[k - 1];
            }
            z[k] = b[k] - (k > 0 ? l1[k - 1] * z[k - 1] : 0) - (k > 1 ? l2[k - 2] * z[k - 2] : 0);
        }
        double[] s = new double[m];
        for (int k = m - 1; k >= 0; k--) {
            s[k] =
                    z[k] / d[k]
                            - (k + 1 < m ? l1[k] * s[k + 1] : 0)
                            - (k + 2 < m ? l2[k] * s[k + 2] : 0);
        }
        return s;
    }

    /** The value at a place; beyond the points the line on from there. */
    public double valueAt(double place) {
        int n = x.length;
        if (place < x[0]) {
            return g[0] + (place - x[0]) * slopeAt(x[0]);
        }
        if (place > x[n - 1]) {
            return g[n - 1] + (place - x[n - 1]) * slopeAt(x[n - 1]);
        }
        int k = piece(place);
        double h = x[k + 1] - x[k];
        double a = place - x[k];
        double c = x[k + 1] - place;
        return (a * g[k + 1] + c * g[k]) / h
                - a * c / 6 * ((1 + a / h) * gamma[k + 1] + (1 + c / h) * gamma[k]);
    }

    /** The slope at a place; beyond the points that at the nearest. */
    public double slopeAt(double place) {
        double p = Math.clamp(place, x[0], x[x.length - 1]);
        int k = piece(p);
        double h = x[k + 1] - x[k];
        double a = p - x[k];
        double c = x[k + 1] - p;
        return (g[k + 1] - g[k]) / h
                - (c - a) / 6 * ((1 + a / h) * gamma[k + 1] + (1 + c / h) * gamma[k])
                - a * c / (6 * h) * (gamma[k + 1] - gamma[k]);
    }

    private int piece(double place) {
        int at = Arrays.binarySearch(x, place);
        int k = at >= 0 ? at : -at - 2;
        return Math.clamp(k, 0, x.length - 2);
    }
}
