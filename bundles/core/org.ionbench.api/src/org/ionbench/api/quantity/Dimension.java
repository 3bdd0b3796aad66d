// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

/** The closed list of dimensions Ionbench knows, each with the symbol of its SI unit. */
public enum Dimension {
    NONE("1"),
    TIME("s"),
    FREQUENCY("Hz"),
    ANGLE("rad"),
    RESISTANCE("ohm"),
    CONDUCTANCE("S"),
    CAPACITANCE("F"),
    INDUCTANCE("H"),
    POTENTIAL("V"),
    CURRENT("A"),
    CHARGE("C"),
    ENERGY("J"),
    POWER("W"),
    TEMPERATURE("K"),
    LENGTH("m"),
    AREA("m2"),
    VOLUME("m3"),
    MASS("kg"),
    DENSITY("kg/m3"),
    SPECIFIC_VOLUME("m3/kg"),
    MOLAR_MASS("kg/mol"),
    PRESSURE("Pa"),
    ROTATION_RATE("rad/s"),
    SCAN_RATE("V/s"),
    CURRENT_DENSITY("A/m2"),
    SPECIFIC_CURRENT("A/kg"),
    RESISTIVITY("ohm m"),
    AREA_RESISTANCE("ohm m2"),
    CONDUCTIVITY("S/m"),
    CONDUCTIVITY_TEMPERATURE("S K/m"),
    CAPACITANCE_PER_LENGTH("F/m"),
    CAPACITANCE_PER_AREA("F/m2"),
    SPECIFIC_CAPACITY("C/kg"),
    AREAL_CAPACITY("C/m2"),
    SPECIFIC_ENERGY("J/kg"),
    DIFFERENTIAL_CAPACITY("C/V"),
    MOLAR_ENERGY("J/mol"),
    RECIPROCAL_TEMPERATURE("1/K"),
    RECIPROCAL_TIME("1/s"),
    DIFFUSIVITY("m2/s"),
    CONCENTRATION("mol/m3"),
    /** Pseudo-capacitance of a constant phase element; its SI unit depends on the exponent n. */
    CPE("ohm^-1 s^n"),
    /** Inductance-like coefficient of a constant phase inductor. */
    CPE_INDUCTANCE("ohm s^n"),
    /** Warburg coefficient. */
    WARBURG("ohm s^-1/2");

    private final String si;

    Dimension(String si) {
        this.si = si;
    }

    /** The symbol of the SI unit, as printed in JSON ({@code "S/m"}, {@code "ohm"}). */
    public String siSymbol() {
        return si;
    }
}
