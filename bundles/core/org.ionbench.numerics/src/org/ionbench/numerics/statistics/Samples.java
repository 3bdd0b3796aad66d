// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.statistics;

import java.util.Arrays;

/**
 * Location and spread of a sample. A value that is not a number makes a result that is not a
 * number; what a sample is too small for is NaN as well.
 */
public final class Samples {
    /** Median absolute deviation of a normal variable with standard deviation 1, inverted. */
    private static final double NORMAL_CONSISTENCY = 1.482602218505602;

    private Samples() {}

    /** Arithmetic mean, corrected for the rounding of the sum. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double rest = 0;
        for (double value : values) {
            rest += value - mean;
        }
        return mean + rest / values.length;
    }

    /** Standard deviation of the population the sample was drawn from (divisor n - 1). */
    public static double standardDeviation(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = mean(values);
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            double d = value - mean;
            squares += d * d;
            rest += d;
        }
        return Math.sqrt((squares - rest * rest / values.length) / (values.length - 1));
    }

    /** Median; the mean of the middle two for an even count. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n == 0 || Double.isNaN(sorted[n - 1])) {
            return Double.NaN;
        }
        double upper = sorted[n / 2];
        return n % 2 == 1 ? upper : sorted[n / 2 - 1] + (upper - sorted[n / 2 - 1]) / 2;
    }

    /** Median of the absolute deviations from the median. */
    public static double medianAbsoluteDeviation(double[] values) {
        double centre = median(values);
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - centre);
        }
        return median(deviations);
    }

    /**
     * Standard deviation that up to half the sample cannot spoil: the median absolute deviation
     * times 1.4826, which is consistent for a normal distribution.
     */
    public static double robustStandardDeviation(double[] values) {
        return NORMAL_CONSISTENCY * medianAbsoluteDeviation(values);
    }
}
