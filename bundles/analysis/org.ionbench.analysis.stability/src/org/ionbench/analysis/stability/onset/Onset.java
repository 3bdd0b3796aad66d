// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

/**
 * An onset as one method reads it.
 *
 * @param method how it was read
 * @param level the density of a threshold in A/m2, the multiple of the noise; NaN for others
 * @param x where, over x of a {@link org.ionbench.analysis.stability.Rise}, in V
 * @param error its standard uncertainty from the scatter of the current
 */
record Onset(Method method, double level, double x, double error) {

    /** Whether another one was read the same way. */
    boolean isLike(Onset other) {
        return method == other.method && Double.compare(level, other.level) == 0;
    }
}
