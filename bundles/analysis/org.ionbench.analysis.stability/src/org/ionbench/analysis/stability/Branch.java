// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

/**
 * A stretch of a scan in one direction.
 *
 * @param from index of its first point
 * @param to index after its last point
 * @param rising whether the potential rises
 * @param cycle the cycle it belongs to, from 1
 */
public record Branch(int from, int to, boolean rising, int cycle) {

    /** How many points it has. */
    public int size() {
        return to - from;
    }
}
