// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.results;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.Map;

/** One name, one unit: in which unit each quantity is given at the command line. */
public final class PrintedUnits {
    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("conductivity", "S/cm"),
                    Map.entry("electronic conductivity", "S/cm"),
                    Map.entry("activation energy", "eV"),
                    Map.entry("resistance", "ohm"),
                    Map.entry("ionic transference number", "1"),
                    Map.entry("electronic transference number upper bound", "1"),
                    Map.entry("cation transference number", "1"),
                    Map.entry("onset potential", "V"),
                    Map.entry("stability window", "V"),
                    Map.entry("discharge capacity", "mAh/g"),
                    Map.entry("charge capacity", "mAh/g"),
                    Map.entry("areal capacity", "mAh/cm2"),
                    Map.entry("coulombic efficiency", "1"),
                    Map.entry("mean coulombic efficiency", "1"),
                    Map.entry("capacity retention", "1"),
                    Map.entry("capacity fade per cycle", "1"),
                    Map.entry("mass fraction", "1"),
                    Map.entry("volume fraction", "1"),
                    Map.entry("pore filling", "1"),
                    Map.entry("relative density", "1"));

    private PrintedUnits() {}

    /** The quantity in its unit; as it is where its name has none. */
    public static Quantity of(Quantity quantity) {
        String symbol = UNITS.get(quantity.name());
        if (symbol == null) {
            return quantity;
        }
        Unit unit = Unit.of(symbol);
        return quantity.unit().isCompatible(unit) ? quantity.in(unit) : quantity;
    }
}
