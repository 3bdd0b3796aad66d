// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.kinetics;

/** Relations of charge transfer. SI units. */
final class Kinetics {
    private static final double FARADAY = 96485.33212;
    private static final double GAS = 8.314462618;

    private Kinetics() {}

    /** R T / F in V: 25.69 mV at 25 degC. */
    static double thermalVoltage(double kelvin) {
        return GAS * kelvin / FARADAY;
    }

    /** Potential of a decade of current for alpha n = 1: 2.303 R T / F, 59.16 mV at 25 degC. */
    static double decade(double kelvin) {
        return Math.log(10) * thermalVoltage(kelvin);
    }

    /** The exchange current R T / (n F R_ct); a density in A/m2 for ohm m2. */
    static double exchangeCurrent(double transferResistance, double electrons, double kelvin) {
        return thermalVoltage(kelvin) / (electrons * transferResistance);
    }

    /**
     * Stern and Geary, J. Electrochem. Soc. 104 (1957) 56: B = b_a b_c / (ln 10 (b_a + b_c)) in V,
     * the corrosion current is B / R_p.
     *
     * @param anodic Tafel slope in V a decade, positive
     * @param cathodic the same, positive
     */
    static double sternGeary(double anodic, double cathodic) {
        return anodic * cathodic / (Math.log(10) * (anodic + cathodic));
    }

    /** D in m2/s from the slope of the current over t^(-1/2), Cottrell: n F A C (D/pi)^(1/2). */
    static double cottrell(double slope, double electrons, double area, double concentration) {
        double root = slope * Math.sqrt(Math.PI) / (electrons * FARADAY * area * concentration);
        return root * root;
    }
}
