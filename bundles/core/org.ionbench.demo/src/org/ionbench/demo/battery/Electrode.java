// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.battery;

/**
 * The voltage of an electrode against lithium. In equilibrium, with the share y of lithium in it,
 *
 * <pre>E(y) = E_0 - k (y - 0.5) + w ln((1 - z) / z),  z = 0.01 + 0.98 y</pre>
 *
 * which slopes for a solid solution (k large) and is flat for two phases (k = 0). Under a current
 * the resistance R adds I R, and the voltage runs into the limit at which the cycler turns. Shapes
 * are our invention; capacities do not come from them.
 *
 * @param middle E_0 in V
 * @param slope k in V
 * @param width w in V
 * @param resistance R in ohm
 * @param lower limit in V
 * @param upper limit in V
 */
public record Electrode(
        double middle, double slope, double width, double resistance, double lower, double upper) {
    private static final double EDGE = 0.01;
    private static final double ENTRY = 0.012;

    /** Layered titanium disulphide, a solid solution, 1.7 to 2.5 V. */
    public static Electrode titaniumDisulphide(double resistance) {
        return new Electrode(2.14, 0.36, 0.0287, resistance, 1.7, 2.5);
    }

    /** Lithium iron phosphate, two phases, 2.5 to 4.0 V. */
    public static Electrode ironPhosphate(double resistance) {
        return new Electrode(3.43, 0, 0.012, resistance, 2.5, 4.0);
    }

    /** In equilibrium, with a share of lithium from 0 to 1. */
    double equilibrium(double lithium) {
        double z = EDGE + (1 - 2 * EDGE) * Math.clamp(lithium, 0, 1);
        return middle - slope * (lithium - 0.5) + width * StrictMath.log((1 - z) / z);
    }

    /**
     * The voltage during a half cycle.
     *
     * @param from share of lithium at its begin
     * @param to share of lithium at its end
     * @param progress from 0 to 1
     * @param amperes the current, positive for charge
     * @param aged factor of the resistance
     */
    double voltage(double from, double to, double progress, double amperes, double aged) {
        double drop = amperes * resistance * aged;
        double limit = amperes > 0 ? upper : lower;
        double exit = 0.02 + 4 * Math.abs(drop) / 10;
        double at = equilibrium(from + (to - from) * progress) + drop;
        double end = equilibrium(to) + drop;
        double rest = equilibrium(from) - (equilibrium(from) + drop);
        return at
                + (limit - end) * StrictMath.exp(-(1 - progress) / exit)
                + rest * 0.5 * StrictMath.exp(-progress / ENTRY);
    }
}
