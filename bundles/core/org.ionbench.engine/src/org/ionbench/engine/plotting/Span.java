// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

/**
 * The part of an axis that is shown, in the unit of the axis.
 *
 * @param low the lower end
 * @param high the upper end, above {@code low}
 */
public record Span(double low, double high) {

    public Span {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("no span: " + low + " to " + high);
        }
    }

    public double length() {
        return high - low;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
