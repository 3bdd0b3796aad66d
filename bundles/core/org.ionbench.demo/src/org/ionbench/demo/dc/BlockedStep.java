// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

/**
 * The current after a step of the voltage across a pellet between blocking electrodes:
 *
 * <pre>I(t) = V Q t^-n / Gamma(1 - n) + V G_e</pre>
 *
 * which is the response of a constant-phase element beside an electronic conductance. It holds once
 * t is long against (R Q)^(1/n) of the electrolyte's resistance, which is milliseconds.
 *
 * @param volts the step V
 * @param q Q of the blocking electrodes in ohm^-1 s^n
 * @param n their exponent, 0 to 1
 * @param electronic the electronic conductance G_e in S
 */
public record BlockedStep(double volts, double q, double n, double electronic) {
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    /** The true current in A a time in s after the step. */
    public double current(double t) {
        return volts * q * StrictMath.pow(t, -n) / gamma(1 - n) + volts * electronic;
    }

    /**
     * Records it.
     *
     * @param interval time between points in s; the first point comes after one
     * @param points how many
     */
    public Trace record(double interval, int points, Meter meter, long seed) {
        double[] t = new double[points];
        double[] applied = new double[points];
        double[] truth = new double[points];
        for (int i = 0; i < points; i++) {
            t[i] = interval * (i + 1);
            applied[i] = volts;
            truth[i] = current(t[i]);
        }
        return meter.read(t, applied, truth, seed);
    }

    /** The gamma function of a number above zero, by the series of Lanczos. */
    static double gamma(double x) {
        if (x < 0.5) {
            return Math.PI / (StrictMath.sin(Math.PI * x) * gamma(1 - x));
        }
        double sum = LANCZOS[0];
        for (int k = 1; k < LANCZOS.length; k++) {
            sum += LANCZOS[k] / (x - 1 + k);
        }
        double t = x - 1 + LANCZOS.length - 1.5;
        return StrictMath.sqrt(2 * Math.PI) * StrictMath.pow(t, x - 0.5) * StrictMath.exp(-t) * sum;
    }
}
