// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

/**
 * coth(x)/x and tanh(x)/x for complex x with Re x >= 0, safe for arguments of any size: both are
 * written with exp(-2x), which cannot overflow.
 */
final class FiniteDiffusion {
    /** Below this modulus the derivative of tanh(x)/x is taken from its power series. */
    private static final double SMALL = 0.03;

    private FiniteDiffusion() {}

    /**
     * F(x) = coth(x)/x.
     *
     * @param f receives Re F, Im F, Re x F', Im x F'
     */
    static void coth(double xr, double xi, double[] f) {
        hyperbolic(xr, xi, f, true);
    }

    /**
     * F(x) = tanh(x)/x.
     *
     * @param f receives Re F, Im F, Re x F', Im x F'
     */
    static void tanh(double xr, double xi, double[] f) {
        hyperbolic(xr, xi, f, false);
        if (Math.hypot(xr, xi) < SMALL) {
            // x F' = -2/3 x^2 + 8/15 x^4 - 34/105 x^6 + 496/2835 x^8
            double ar = xr * xr - xi * xi;
            double ai = 2 * xr * xi;
            double sr = 496.0 / 2835;
            double si = 0;
            for (double c : new double[] {-34.0 / 105, 8.0 / 15, -2.0 / 3, 0}) {
                double r = sr * ar - si * ai + c;
                si = sr * ai + si * ar;
                sr = r;
            }
            f[2] = sr;
            f[3] = si;
        }
    }

    private static void hyperbolic(double xr, double xi, double[] f, boolean coth) {
        double decay = Math.exp(-2 * xr);
        double cos = Math.cos(2 * xi);
        double sin = Math.sin(xi);
        if (!(decay > 0)) {
            cos = 1;
            sin = 0;
        }
        // q = exp(-2x); 1 - q without cancellation
        double qr = decay * cos;
        double qi = decay > 0 ? -decay * Math.sin(2 * xi) : 0;
        double lessR = -Math.expm1(-2 * xr) * cos + 2 * sin * sin;
        double lessI = -qi;
        double moreR = 1 + qr;
        double moreI = qi;
        double topR = coth ? moreR : lessR;
        double topI = coth ? moreI : lessI;
        double lowR = coth ? lessR : moreR;
        double lowI = coth ? lessI : moreI;
        double inverse = 1 / (lowR * lowR + lowI * lowI);
        double invR = lowR * inverse;
        double invI = -lowI * inverse;
        double hr = topR * invR - topI * invI;
        double hi = topR * invI + topI * invR;
        double size = Math.hypot(xr, xi);
        double xInvR = xr / size / size;
        double xInvI = -xi / size / size;
        f[0] = hr * xInvR - hi * xInvI;
        f[1] = hr * xInvI + hi * xInvR;
        // x F' = h' - F with coth' = -4q / (1 - q)^2 and tanh' = 4q / (1 + q)^2
        double wr = invR * invR - invI * invI;
        double wi = 2 * invR * invI;
        double sign = coth ? -4 : 4;
        f[2] = sign * (qr * wr - qi * wi) - f[0];
        f[3] = sign * (qr * wi + qi * wr) - f[1];
    }
}
