// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

/**
 * A current that falls between two rows of a held voltage: nearly exponentially, so that its mean
 * is the logarithmic one, (a - b) / ln(a/b), exact for an exponential, while the trapezoid is too
 * great by a factor of about 1 + ln(a/b)^2/12. This is "linear up, logarithmic down" of
 * pharmacokinetics (Yeh and Kwan 1978, J. Pharmacokinet. Biopharm. 6, 79, doi 10.1007/BF01066064;
 * Purves 1992, the same journal 20, 211).
 */
final class Decay {
    /** In V: a voltage that changes by no more from row to row is held. */
    static final double HELD = 0.005;

    /** A current that is less than this share of the one before was switched, it did not decay. */
    private static final double SWITCHED = 0.1;

    private static final double NEAR = 0.03;

    private Decay() {}

    /** Whether a current fell without being switched off. */
    static boolean isIt(double before, double after) {
        double ratio = after / before;
        return ratio < 1 && ratio > SWITCHED;
    }

    /** The logarithmic mean of two currents of one sign, better than 1e-10. */
    static double mean(double a, double b) {
        double x = (a - b) / (a + b);
        if (Math.abs(x) < NEAR) {
            // of x / artanh(x)
            double y = x * x;
            return (a + b) / 2 * (1 - y * (1 / 3.0 + y * (4 / 45.0 + y * 44 / 945)));
        }
        return (a - b) / Math.log(a / b);
    }
}
