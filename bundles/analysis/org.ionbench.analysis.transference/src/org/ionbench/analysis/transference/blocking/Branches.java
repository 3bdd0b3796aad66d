// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.blocking;

import java.util.List;

/**
 * Wagner's currents of electrons and holes through a mixed conductor between a reversible and a
 * blocking electrode: I = (R T A / (L F)) (s_n (1 - exp(-x)) + s_p (exp(x) - 1)), x = E F / (R T),
 * fitted with s_n and s_p not below zero.
 *
 * @param electrons the factor of 1 - exp(-x), in A
 * @param holes the factor of exp(x) - 1, in A
 * @param electronsError its standard error in A
 * @param holesError its standard error in A
 * @param chiSquare sum of squared residuals over their errors
 */
record Branches(
        double electrons,
        double holes,
        double electronsError,
        double holesError,
        double chiSquare) {
    private static final double GAS = 8.314462618;
    private static final double FARADAY = 96485.33212;

    /**
     * A current at rest.
     *
     * @param potential in V
     * @param current in A
     * @param error standard error in A
     */
    record Point(double potential, double current, double error) {}

    /** R T / F, in V. */
    static double thermal(double kelvin) {
        return GAS * kelvin / FARADAY;
    }

    static Branches of(List<Point> points, double kelvin) {
        double vt = thermal(kelvin);
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double ay = 0;
        double by = 0;
        for (Point p : points) {
            double w = 1 / (p.error() * p.error());
            double a = -Math.expm1(-p.potential() / vt);
            double b = Math.expm1(p.potential() / vt);
            aa += w * a * a;
            ab += w * a * b;
            bb += w * b * b;
            ay += w * a * p.current();
            by += w * b * p.current();
        }
        double d = aa * bb - ab * ab;
        double n = (ay * bb - by * ab) / d;
        double h = (by * aa - ay * ab) / d;
        double un = Math.sqrt(bb / d);
        double uh = Math.sqrt(aa / d);
        if (!(d > 1e-12 * aa * bb) || n < 0 || h < 0) {
            boolean onlyElectrons = ay * ay / aa >= by * by / bb;
            n = onlyElectrons ? Math.max(0, ay / aa) : 0;
            h = onlyElectrons ? 0 : Math.max(0, by / bb);
            un = onlyElectrons ? 1 / Math.sqrt(aa) : 0;
            uh = onlyElectrons ? 0 : 1 / Math.sqrt(bb);
        }
        double chi = 0;
        for (Point p : points) {
            double r = (p.current() - current(n, h, p.potential(), vt)) / p.error();
            chi += r * r;
        }
        return new Branches(n, h, un, uh, chi);
    }

    /** The current at a potential, in A. */
    double at(double potential, double kelvin) {
        return current(electrons, holes, potential, thermal(kelvin));
    }

    /** dI/dE at a potential, in S. */
    double slope(double potential, double kelvin) {
        double vt = thermal(kelvin);
        return (electrons * Math.exp(-potential / vt) + holes * Math.exp(potential / vt)) / vt;
    }

    private static double current(double n, double h, double e, double vt) {
        return -n * Math.expm1(-e / vt) + h * Math.expm1(e / vt);
    }
}
