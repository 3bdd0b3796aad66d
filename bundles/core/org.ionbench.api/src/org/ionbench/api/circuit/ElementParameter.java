// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.circuit;

/**
 * A parameter of an element.
 *
 * @param name {@code "Q"}
 * @param unit the unit's symbol: {@code "ohm^-1 s^n"}
 * @param min the smallest allowed value
 * @param max the largest allowed value, may be infinite
 * @param typical a value to start from where nothing is known
 * @param logarithmic whether it is fitted on a logarithmic scale (positive, many decades)
 * @param fixed whether it is held unless freed
 */
public record ElementParameter(
        String name,
        String unit,
        double min,
        double max,
        double typical,
        boolean logarithmic,
        boolean fixed) {

    /** A positive parameter of many decades. */
    public static ElementParameter positive(String name, String unit, double typical) {
        return new ElementParameter(name, unit, 0, Double.POSITIVE_INFINITY, typical, true, false);
    }

    /** An exponent from 0 to 1. */
    public static ElementParameter exponent(String name, double typical) {
        return new ElementParameter(name, "1", 0, 1, typical, false, false);
    }

    /** This parameter, held unless freed. */
    public ElementParameter held() {
        return new ElementParameter(name, unit, min, max, typical, logarithmic, true);
    }
}
