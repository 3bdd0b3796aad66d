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
    public static Impedance resistor(double ohm) {
        return new Impedance(ohm, 0);
    }

    /** A resistor beside a capacitor: R / (1 + j w R C). */
    public static Impedance arc(double ohm, double farad, double w) {
        double wt = w * ohm * farad;
        return new Impedance(ohm / (1 + wt * wt), -ohm * wt / (1 + wt * wt));
    }

    /** A constant-phase element: 1 / (Q (j w)^n). */
    public static Impedance constantPhase(double q, double n, double w) {
        double modulus = 1 / (q * StrictMath.pow(w, n));
        double angle = Math.PI / 2 * n;
        return new Impedance(modulus * StrictMath.cos(angle), -modulus * StrictMath.sin(angle));
    }

    /** A resistor beside a constant-phase element: R / (1 + R Q (j w)^n). */
    public static Impedance zarc(double ohm, double q, double n, double w) {
        double size = ohm * q * StrictMath.pow(w, n);
        double re = 1 + size * StrictMath.cos(Math.PI / 2 * n);
        double im = size * StrictMath.sin(Math.PI / 2 * n);
        double square = re * re + im * im;
        return new Impedance(ohm * re / square, -ohm * im / square);
    }

    /** Both in series. */
    public Impedance plus(Impedance other) {
        return new Impedance(real + other.real, imaginary + other.imaginary);
    }

    public double modulus() {
        return StrictMath.hypot(real, imaginary);
    }
}
