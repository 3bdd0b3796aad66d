// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.statistics;

import org.ionbench.numerics.Interval;

/**
 * The mean of values of one population, whose scatter is all that is known of their errors.
 *
 * @param count how many values
 * @param mean their arithmetic mean
 * @param standardDeviation of the population (divisor n - 1); NaN for one value
 */
public record SampleMean(int count, double mean, double standardDeviation) {

    /** Of values. */
    public static SampleMean of(double... values) {
        return new SampleMean(
                values.length, Samples.mean(values), Samples.standardDeviation(values));
    }

    /** Standard deviation of the mean. */
    public double standardError() {
        return standardDeviation / Math.sqrt(count);
    }

    /** Where the mean of the population lies by Student's t with n - 1 degrees of freedom. */
    public Interval interval(double level) {
        return Interval.around(
                mean, Distributions.coverageFactor(level, count - 1) * standardError());
    }
}
