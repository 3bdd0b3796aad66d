// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

/**
 * What an instrument records of a step or a scan, row by row.
 *
 * @param seconds time since the start
 * @param applied the potential that was asked for, in V
 * @param potential the potential that was measured, in V
 * @param current in A, positive for oxidation
 */
public record Trace(double[] seconds, double[] applied, double[] potential, double[] current) {

    public Trace {
        if (seconds.length != applied.length
                || seconds.length != potential.length
                || seconds.length != current.length) {
            throw new IllegalArgumentException("all columns of a trace have the same rows");
        }
    }

    public int rows() {
        return seconds.length;
    }
}
