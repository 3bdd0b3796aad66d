// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

/**
 * A complex impedance in ohm; a capacitor's imaginary part is negative.
 *
 * @param real the resistance
 * @param imaginary the reactance
 */
public record Impedance(double real, double imaginary) {

    /** A resistor. */
    static Impedance resistor(double ohm) {
        return new Impedance(ohm, 0);
    }

    /** A resistor beside a capacitor: R / (1 + j w R C). */
    static Impedance arc(double ohm, double farad, double w) {
        double wt = w * ohm * farad;
        return new Impedance(ohm / (1 + wt * wt), -ohm * wt / (1 + wt * wt));
    }

    /** A constant-phase element: 1 / (Q (j w)^n). */
    static Impedance constantPhase(double q, double n, double w) {
        double modulus = 1 / (q * StrictMath.pow(w, n));
        double angle = Math.PI / 2 * n;
        return new Impedance(modulus * StrictMath.cos(angle), -modulus * StrictMath.sin(angle));
    }

    /** Both in series. */
    Impedance plus(Impedance other) {
        return new Impedance(real + other.real, imaginary + other.imaginary);
    }

    public double modulus() {
        return StrictMath.hypot(real, imaginary);
    }
}
