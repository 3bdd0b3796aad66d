// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

/**
 * The leads, contacts and rods that are measured together with a pellet, in series with it.
 *
 * @param ohm their resistance
 * @param henry their inductance
 */
public record Fixture(double ohm, double henry) {

    /** Its impedance, which is that of the shorted fixture, at a frequency in Hz. */
    public Impedance impedance(double hertz) {
        return new Impedance(ohm, 2 * Math.PI * hertz * henry);
    }
}
