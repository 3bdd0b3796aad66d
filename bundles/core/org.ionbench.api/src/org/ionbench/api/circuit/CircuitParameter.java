// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.circuit;

/**
 * A parameter of a circuit.
 *
 * @param leaf the element it belongs to
 * @param spec its unit, bounds and a typical value
 */
public record CircuitParameter(Circuit.Leaf leaf, ElementParameter spec) {

    /** Element and parameter: {@code "CPE1.Q"}. */
    public String name() {
        return leaf.name() + "." + spec.name();
    }
}
