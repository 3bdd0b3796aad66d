// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.titration;

/**
 * Diffusivities from titrations, in SI.
 *
 * <p>Weppner and Huggins, J. Electrochem. Soc. 124 (1977) 1569, doi 10.1149/1.2133112; Kang and
 * Chueh, J. Electrochem. Soc. 168 (2021) 120504, doi 10.1149/1945-7111/ac3940; Wen, Boukamp,
 * Huggins and Weppner, J. Electrochem. Soc. 126 (1979) 2258, doi 10.1149/1.2128939.
 */
public final class Titration {
    private Titration() {}

    /**
     * The diffusivity of a pulse of current, D = 4/(pi tau) (m V_M/(M S))^2 (dE_s/dE_tau)^2.
     *
     * @param pulse its duration tau
     * @param length m V_M / (M S), volume of the material over its area
     * @param steady change of the voltage at rest, dE_s
     * @param within change of the voltage during the pulse without its resistive part, dE_tau
     */
    public static double pulseDiffusivity(
            double pulse, double length, double steady, double within) {
        double ratio = length * steady / within;
        return 4 / (Math.PI * pulse) * ratio * ratio;
    }

    /**
     * From the slope of ln I over time long after a step of voltage, D = -slope 4 L^2 / pi^2.
     *
     * @param slope of ln I, negative
     * @param length L of diffusion, one side blocked
     */
    public static double longTimeDiffusivity(double slope, double length) {
        return -slope * 4 * length * length / (Math.PI * Math.PI);
    }

    /**
     * From I sqrt(t) soon after a step of voltage, D = pi (L I sqrt(t) / Q)^2 (Cottrell).
     *
     * @param product I sqrt(t), constant while it holds
     * @param charge all that flows after the step
     * @param length L of diffusion
     */
    public static double shortTimeDiffusivity(double product, double charge, double length) {
        double ratio = length * product / charge;
        return Math.PI * ratio * ratio;
    }
}
