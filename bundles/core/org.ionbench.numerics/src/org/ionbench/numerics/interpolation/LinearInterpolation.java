// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.interpolation;

import java.util.Arrays;

/**
 * The broken line through points of strictly increasing x. Immutable. Outside the points it has no
 * value (NaN) rather than a guess.
 */
public final class LinearInterpolation {
    private final double[] x;
    private final double[] y;

    private LinearInterpolation(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * The line through points; the arrays are copied.
     *
     * @throws IllegalArgumentException for no point, arrays of unequal length, or x that does not
     *     increase strictly; ask {@link #strictlyIncreasing} first where data may not
     */
    public static LinearInterpolation through(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
        }
        if (!strictlyIncreasing(x)) {
            throw new IllegalArgumentException("x does not increase strictly");
        }
        return new LinearInterpolation(x.clone(), y.clone());
    }

    /** Whether each value is larger than the one before; false if one is not a number. */
    public static boolean strictlyIncreasing(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) || (i > 0 && !(values[i] > values[i - 1]))) {
                return false;
            }
        }
        return true;
    }

    /** The value at a place: exactly y at a given x, NaN outside the points. */
    public double valueAt(double place) {
        int found = Arrays.binarySearch(x, place);
        if (found >= 0) {
            return y[found];
        }
        int after = -found - 1;
        if (Double.isNaN(place) || after == 0 || after == x.length) {
            // binarySearch tells -0.0 from 0.0
            if (place == x[0]) {
                return y[0];
            }
            return place == x[x.length - 1] ? y[x.length - 1] : Double.NaN;
        }
        double fraction = (place - x[after - 1]) / (x[after] - x[after - 1]);
        return (1 - fraction) * y[after - 1] + fraction * y[after];
    }
}
