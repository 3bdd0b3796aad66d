// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.circuit;

import java.util.List;

/**
 * A kind of circuit element. Stateless.
 *
 * <p>Impedances are evaluated for all frequencies of a spectrum at once into interleaved arrays:
 * {@code z[2 i]} is Re Z and {@code z[2 i + 1]} Im Z at the i-th angular frequency, in ohm.
 */
public interface Element {

    /** The letters before the number in a circuit code: {@code "CPE"}. */
    String symbol();

    /** A noun for lists and tooltips: {@code "constant phase element"}. */
    String label();

    /** Its parameters in order. */
    List<ElementParameter> parameters();

    /**
     * Evaluates impedance and derivatives.
     *
     * @param p the array that holds this element's parameters from {@code offset} on
     * @param offset index of the first parameter
     * @param grid angular frequencies and what is derived from them
     * @param z receives the impedance, interleaved, {@code 2 * grid.size()} numbers
     * @param dz receives dZ/dp for each parameter, interleaved, in the same layout; {@code null} if
     *     derivatives are not wanted
     */
    void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz);
}
