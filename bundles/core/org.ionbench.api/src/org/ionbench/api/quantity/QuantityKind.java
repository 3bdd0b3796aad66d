// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a column of a recording measures: a closed list, so that analyses and exporters find columns
 * by meaning and not by a vendor's spelling. The label is the one of the Battery Data Format's
 * columns ({@code Frequency / Hz}), the convention of the sign is part of the kind.
 */
public enum QuantityKind {
    TIME("time", "Test Time", Dimension.TIME),
    FREQUENCY("frequency", "Frequency", Dimension.FREQUENCY),
    IMPEDANCE_REAL("impedance real", "Real Impedance", Dimension.RESISTANCE),
    /** Negative for a capacitor. */
    IMPEDANCE_IMAGINARY("impedance imaginary", "Imaginary Impedance", Dimension.RESISTANCE),
    IMPEDANCE_MODULUS("impedance modulus", "Absolute Impedance", Dimension.RESISTANCE),
    /** Negative for a capacitor; SI unit rad. */
    IMPEDANCE_PHASE("impedance phase", "Phase", Dimension.ANGLE),
    /** Of the working electrode against the reference. */
    POTENTIAL("potential", "Potential", Dimension.POTENTIAL),
    COUNTER_POTENTIAL("counter potential", "Counter Potential", Dimension.POTENTIAL),
    CELL_VOLTAGE("cell voltage", "Voltage", Dimension.POTENTIAL),
    /** Positive = oxidation at the working electrode, charge of a battery. */
    CURRENT("current", "Current", Dimension.CURRENT),
    CURRENT_DENSITY("current density", "Current Density", Dimension.CURRENT_DENSITY),
    CHARGE("charge", "Charge", Dimension.CHARGE),
    CAPACITY_CHARGE("capacity charge", "Charging Capacity", Dimension.CHARGE),
    CAPACITY_DISCHARGE("capacity discharge", "Discharging Capacity", Dimension.CHARGE),
    ENERGY("energy", "Energy", Dimension.ENERGY),
    POWER("power", "Power", Dimension.POWER),
    TEMPERATURE("temperature", "Temperature", Dimension.TEMPERATURE),
    CYCLE("cycle", "Cycle Count", Dimension.NONE),
    STEP("step", "Step Index", Dimension.NONE),
    PRESSURE("pressure", "Pressure", Dimension.PRESSURE),
    ROTATION_RATE("rotation rate", "Rotation Rate", Dimension.ROTATION_RATE),
    OTHER("other", "", Dimension.NONE);

    private final String id;
    private final String label;
    private final Dimension dimension;

    QuantityKind(String id, String label, Dimension dimension) {
        this.id = id;
        this.label = label;
        this.dimension = dimension;
    }

    /** The word used in JSON, such as {@code "impedance real"}. */
    public String id() {
        return id;
    }

    /** The word used before the unit in a canonical column name. */
    public String label() {
        return label;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** The kind whose {@link #id()} is this. */
    public static Optional<QuantityKind> ofId(String id) {
        return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
    }
}
