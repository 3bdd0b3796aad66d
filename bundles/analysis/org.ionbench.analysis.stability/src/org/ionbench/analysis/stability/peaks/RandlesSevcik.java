// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.peaks;

/**
 * The peak current of a species that diffuses to a planar electrode. Reversible:
 *
 * <pre>i_p = 0.4463 n^(3/2) F^(3/2) (R T)^(-1/2) A C D^(1/2) v^(1/2)</pre>
 *
 * <p>(Nicholson and Shain, Anal. Chem. 36 (1964) 706, doi 10.1021/ac60210a007); irreversible with
 * the transfer coefficient alpha: 0.4958 alpha^(1/2) n in place of 0.4463 n^(3/2). SI units.
 */
final class RandlesSevcik {
    private static final double FARADAY = 96485.33212;
    private static final double GAS = 8.314462618;

    private RandlesSevcik() {}

    /**
     * i_p / (A C D^(1/2) v^(1/2)) in SI.
     *
     * @param alpha the transfer coefficient of an irreversible reaction; NaN for a reversible one
     */
    static double factor(double electrons, double kelvin, double alpha) {
        double kind =
                Double.isNaN(alpha)
                        ? 0.4463 * Math.pow(electrons, 1.5)
                        : 0.4958 * Math.sqrt(alpha) * electrons;
        return kind * Math.pow(FARADAY, 1.5) / Math.sqrt(GAS * kelvin);
    }

    /** The diffusion coefficient in m2/s from the slope of the peak current over v^(1/2). */
    static double diffusivity(double slope, double factor, double area, double concentration) {
        double root = slope / (factor * area * concentration);
        return root * root;
    }
}
