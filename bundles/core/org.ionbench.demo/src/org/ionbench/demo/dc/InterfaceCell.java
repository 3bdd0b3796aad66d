// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

import org.ionbench.demo.Impedance;

/**
 * The impedance of a small cell whose electrolyte relaxes beyond the window and whose interfaces
 * make one arc:
 *
 * <pre>R_e - R_i || 1/(Q_i (j w)^n_i) - 1/(Q (j w)^n)</pre>
 *
 * The last part, a blocking electrode, is left out with a Q of infinity.
 *
 * @param electrolyte R_e in ohm
 * @param interfaces R_i in ohm
 * @param interfaceQ Q_i in ohm^-1 s^n
 * @param interfaceExponent n_i
 * @param tailQ Q in ohm^-1 s^n
 * @param tailExponent n
 */
public record InterfaceCell(
        double electrolyte,
        double interfaces,
        double interfaceQ,
        double interfaceExponent,
        double tailQ,
        double tailExponent) {

    /** Between two electrodes that take the ions. */
    public static InterfaceCell reversible(double electrolyte, double interfaces) {
        return new InterfaceCell(
                electrolyte, interfaces, 3e-6, 0.85, Double.POSITIVE_INFINITY, 0.9);
    }

    /** Its impedance at a frequency in Hz. */
    public Impedance impedance(double hertz) {
        double w = 2 * Math.PI * hertz;
        Impedance z =
                Impedance.resistor(electrolyte)
                        .plus(Impedance.zarc(interfaces, interfaceQ, interfaceExponent, w));
        return Double.isInfinite(tailQ)
                ? z
                : z.plus(Impedance.constantPhase(tailQ, tailExponent, w));
    }
}
