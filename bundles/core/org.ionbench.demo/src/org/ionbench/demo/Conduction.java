// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

/**
 * The true conductivity of a material over temperature, from hopping ions:
 *
 * <pre>sigma(T) = sigma_ref T_ref / T exp(-E_A / k (1 / T - 1 / T_ref))</pre>
 *
 * which is a straight line of ln(sigma T) over 1/T.
 *
 * @param energy activation energy E_A in eV
 * @param sigma conductivity at the reference temperature in S/m
 * @param kelvin the reference temperature in K
 */
public record Conduction(double energy, double sigma, double kelvin) {
    /** Boltzmann's constant in eV/K. */
    static final double BOLTZMANN = 8.617333262e-5;

    private static final double ZERO_CELSIUS = 273.15;

    /**
     * A material of which the conductivity at one temperature is known.
     *
     * @param energy in eV
     * @param siemensPerCm in S/cm
     * @param celsius where it has that conductivity, in degC
     */
    public static Conduction of(double energy, double siemensPerCm, double celsius) {
        return new Conduction(energy, siemensPerCm * 100, celsius + ZERO_CELSIUS);
    }

    /** Conductivity in S/m at a temperature in K. */
    public double at(double t) {
        return sigma * kelvin / t * StrictMath.exp(-energy / BOLTZMANN * (1 / t - 1 / kelvin));
    }

    /** Conductivity in S/cm at a temperature in degC. */
    public double atCelsius(double celsius) {
        return at(celsius + ZERO_CELSIUS) / 100;
    }
}
