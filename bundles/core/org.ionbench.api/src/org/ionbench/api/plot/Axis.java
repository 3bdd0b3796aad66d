// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.plot;

/**
 * An axis. Values of the series are in {@code unit}; whoever draws chooses an SI prefix for it.
 *
 * @param id a stable id that settings name as their axis, such as {@code "frequency"}
 * @param quantity what is written before the slash: {@code "Re Z"}, {@code "\u2212Im Z"}
 * @param unit the unit's symbol as of the table: {@code "ohm"}, {@code "Hz"}, {@code "1"}
 * @param scale how values are laid out
 * @param top what runs along the opposite side
 */
public record Axis(String id, String quantity, String unit, Scale scale, Opposite top) {

    /** How values are laid out along an axis. */
    public enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    /** What runs along the opposite side of an axis. */
    public enum Opposite {
        NONE,
        /** Celsius temperatures over an axis of 1000/T. */
        CELSIUS
    }

    public static Axis linear(String id, String quantity, String unit) {
        return new Axis(id, quantity, unit, Scale.LINEAR, Opposite.NONE);
    }

    public static Axis logarithmic(String id, String quantity, String unit) {
        return new Axis(id, quantity, unit, Scale.LOGARITHMIC, Opposite.NONE);
    }

    /** This axis with Celsius temperatures along its opposite side. */
    public Axis withCelsius() {
        return new Axis(id, quantity, unit, scale, Opposite.CELSIUS);
    }
}
