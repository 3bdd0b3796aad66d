// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import java.util.Objects;

/**
 * A parameter of a fit: name, starting value, bounds, {@link Scale}, and whether it varies.
 * Immutable; the methods named after a property return a changed copy.
 */
public final class Parameter {
    private final String name;
    private final double start;
    private final double min;
    private final double max;
    private final Scale scale;
    private final boolean varies;

    private Parameter(
            String name, double start, double min, double max, Scale scale, boolean varies) {
        this.name = Objects.requireNonNull(name, "name");
        this.start = start;
        this.min = min;
        this.max = max;
        this.scale = Objects.requireNonNull(scale, "scale");
        this.varies = varies;
        if (!Double.isFinite(start)) {
            throw new IllegalArgumentException(name + ": start is not finite: " + start);
        }
        if (!(min <= max)) {
            throw new IllegalArgumentException(name + ": bounds " + min + " and " + max);
        }
        if (scale == Scale.LOGARITHMIC && varies && !(start > 0 && min >= 0 && max > 0)) {
            throw new IllegalArgumentException(
                    name + ": a logarithmic parameter is positive, not " + start);
        }
    }

    /** A varying parameter without bounds on a linear scale. */
    public static Parameter linear(String name, double start) {
        return new Parameter(
                name,
                start,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Scale.LINEAR,
                true);
    }

    /** A varying parameter above zero on a logarithmic scale. */
    public static Parameter logarithmic(String name, double start) {
        return new Parameter(name, start, 0, Double.POSITIVE_INFINITY, Scale.LOGARITHMIC, true);
    }

    /** A parameter that stays at its value, which may then be any finite number. */
    public static Parameter fixed(String name, double value) {
        return new Parameter(
                name,
                value,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Scale.LINEAR,
                false);
    }

    /** The same with bounds; a start outside them is moved to the nearer bound by the fit. */
    public Parameter between(double lowest, double highest) {
        return new Parameter(name, start, lowest, highest, scale, varies);
    }

    /** The same with another starting value. */
    public Parameter startingAt(double value) {
        return new Parameter(name, value, min, max, scale, varies);
    }

    /** The same, varying or not. */
    public Parameter varying(boolean vary) {
        return new Parameter(name, start, min, max, scale, vary);
    }

    public String name() {
        return name;
    }

    public double start() {
        return start;
    }

    /** Lower bound, -infinity for none. */
    public double min() {
        return min;
    }

    /** Upper bound, +infinity for none. */
    public double max() {
        return max;
    }

    public Scale scale() {
        return scale;
    }

    public boolean varies() {
        return varies;
    }

    @Override
    public String toString() {
        return name + " = " + start + (varies ? " [" + min + ", " + max + "]" : " (fixed)");
    }
}
