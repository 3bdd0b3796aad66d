// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.plating;

/**
 * The time after which the salt at an electrode is used up (Sand 1901, doi
 * 10.1080/14786440109462590).
 */
public final class SandTime {
    private static final double FARADAY = 96485.33212;

    private SandTime() {}

    /**
     * tau = pi D (F C / (2 J (1 - t+)))^2, in SI.
     *
     * @param diffusivity of the salt in m2/s
     * @param concentration in mol/m3
     * @param currentDensity in A/m2
     * @param transference number of the cation
     */
    public static double of(
            double diffusivity, double concentration, double currentDensity, double transference) {
        double ratio = FARADAY * concentration / (2 * currentDensity * (1 - transference));
        return Math.PI * diffusivity * ratio * ratio;
    }
}
