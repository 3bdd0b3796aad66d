// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

/**
 * A pellet of an ion conductor between blocking electrodes, as an equivalent circuit:
 *
 * <pre>
 * R_bulk || C_bulk - R_gb || C_gb - 1 / (Q (j w)^n)
 * R_bulk + R_gb = L / (sigma A),  C_bulk = eps0 eps_r A / L
 * </pre>
 *
 * With eps_r 10 the bulk arc of a good conductor lies beyond 1 MHz and only its resistance is seen.
 *
 * @param conduction the material
 * @param thickness L in m
 * @param diameter in m
 * @param permittivity eps_r, relative
 * @param grainShare the share of the grain boundaries in the resistance, 0 to 1
 * @param grainCapacitance C_gb in F
 * @param tailQ Q of the blocking electrodes in ohm^-1 s^n
 * @param tailExponent n of the blocking electrodes
 */
public record Pellet(
        Conduction conduction,
        double thickness,
        double diameter,
        double permittivity,
        double grainShare,
        double grainCapacitance,
        double tailQ,
        double tailExponent) {
    private static final double EPSILON_0 = 8.8541878128e-12;
    private static final double ZERO_CELSIUS = 273.15;

    /**
     * A pellet of 10 mm between steel rods: eps_r 10, 30 % of the resistance in grain boundaries,
     * tail 1e-5 ohm^-1 s^0.9.
     *
     * @param millimetres its thickness in mm
     * @param grainCapacitance C_gb in F
     */
    public static Pellet of(Conduction conduction, double millimetres, double grainCapacitance) {
        return new Pellet(
                conduction, millimetres / 1000, 0.010, 10, 0.3, grainCapacitance, 1e-5, 0.9);
    }

    /** The area of its face in m2. */
    public double area() {
        return Math.PI * diameter * diameter / 4;
    }

    /** R_bulk + R_gb in ohm at a temperature in degC. */
    public double resistance(double celsius) {
        return thickness / (conduction.at(celsius + ZERO_CELSIUS) * area());
    }

    /** Its impedance, without leads and noise, at a temperature in degC and a frequency in Hz. */
    public Impedance impedance(double celsius, double hertz) {
        double w = 2 * Math.PI * hertz;
        double r = resistance(celsius);
        double bulkCapacitance = EPSILON_0 * permittivity * area() / thickness;
        return Impedance.arc(r * (1 - grainShare), bulkCapacitance, w)
                .plus(Impedance.arc(r * grainShare, grainCapacitance, w))
                .plus(Impedance.constantPhase(tailQ, tailExponent, w));
    }
}
