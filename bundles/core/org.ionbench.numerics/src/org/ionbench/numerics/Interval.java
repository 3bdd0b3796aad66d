// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics;

/**
 * An interval of the real line, ends included; an end may be infinite, and both are NaN where
 * nothing can be said.
 *
 * @param lower lower end
 * @param upper upper end, not below the lower one
 */
public record Interval(double lower, double upper) {

    /** Refuses an upper end below the lower one. */
    public Interval {
        if (lower > upper) {
            throw new IllegalArgumentException("interval from " + lower + " to " + upper);
        }
    }

    /** The interval centre - radius to centre + radius; the radius is not negative. */
    public static Interval around(double centre, double radius) {
        return new Interval(centre - radius, centre + radius);
    }

    /** Whether the value lies between the ends or on one of them. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /** Half the distance of the ends. */
    public double radius() {
        return (upper - lower) / 2;
    }
}
