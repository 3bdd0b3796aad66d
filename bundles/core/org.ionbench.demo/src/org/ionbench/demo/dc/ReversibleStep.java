// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

/**
 * The current after a small step of the voltage across a cell with lithium on both sides: it falls
 * from I_0, which the resistances alone set, to the steady I_ss that cations carry.
 *
 * <pre>
 * I_0  = V / (R_e + R_0)
 * t    = I_ss (V - I_0 R_0) / (I_0 (V - I_ss R_ss))        (Bruce and Vincent)
 * I(t) = I_ss + (I_0 - I_ss) (0.6 exp(-t / 90 s) + 0.4 exp(-t / 600 s))
 * </pre>
 *
 * The two times of the decay are our invention.
 *
 * @param volts the step V
 * @param electrolyte R_e in ohm
 * @param before resistance of the interfaces R_0 in ohm
 * @param after resistance of the interfaces in the steady state R_ss in ohm
 * @param transference the true transference number t of the cation
 */
public record ReversibleStep(
        double volts, double electrolyte, double before, double after, double transference) {
    private static final double FAST = 90;
    private static final double SLOW = 600;
    private static final double FAST_SHARE = 0.6;

    /** I_0 in A. */
    public double initial() {
        return volts / (electrolyte + before);
    }

    /** I_ss in A. */
    public double steady() {
        double t = transference * initial();
        return t * volts / (volts - initial() * before + t * after);
    }

    /** The true current in A a time in s after the step. */
    public double current(double t) {
        double left =
                FAST_SHARE * StrictMath.exp(-t / FAST)
                        + (1 - FAST_SHARE) * StrictMath.exp(-t / SLOW);
        return steady() + (initial() - steady()) * left;
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
}
