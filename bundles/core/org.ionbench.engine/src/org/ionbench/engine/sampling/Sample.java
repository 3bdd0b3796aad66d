// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

/**
 * The points of a series that are worth drawing, in the order of the series.
 *
 * @param x abscissae; NaN where a line is interrupted
 * @param y ordinates; NaN where a line is interrupted
 * @param index of each point in the series; -1 where a line is interrupted
 */
public record Sample(double[] x, double[] y, int[] index) {

    public int size() {
        return x.length;
    }
}
