// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

/**
 * The frequencies of a spectrum, evenly spaced in their logarithm.
 *
 * @param first in Hz
 * @param last in Hz
 * @param points how many, 2 or more
 */
public record Sweep(double first, double last, int points) {

    public Sweep {
        if (!(first > 0) || !(last > 0) || first == last || points < 2) {
            throw new IllegalArgumentException(
                    "a sweep runs between two frequencies above zero in two points or more");
        }
    }

    /** Frequency of a point in Hz, counted from 0. */
    public double frequency(int point) {
        return first * StrictMath.pow(last / first, point / (points - 1.0));
    }

    /** Points to a factor of ten. */
    double pointsPerDecade() {
        return (points - 1) / Math.abs(StrictMath.log10(last / first));
    }
}
