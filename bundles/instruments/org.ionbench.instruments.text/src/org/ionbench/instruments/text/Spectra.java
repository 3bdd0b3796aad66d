// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import java.util.Arrays;

/** Follows the frequencies of a file, to tell where one spectrum ends and the next begins. */
final class Spectra {
    private static final double SAME = 0.01;
    private static final int FEWEST_POINTS = 3;

    private double first = Double.NaN;
    private double last = Double.NaN;
    private double lowest;
    private double highest;
    private int points;

    /**
     * Takes the frequency of the next row.
     *
     * @return whether a new spectrum begins with it: the sweep went from its first frequency to its
     *     last without turning back, and now starts once more
     */
    boolean begins(double frequency) {
        if (!(frequency > 0)) {
            return false;
        }
        boolean down = last < first;
        boolean atEnd = down ? last == lowest : last == highest;
        boolean back = down ? frequency >= first * (1 - SAME) : frequency <= first * (1 + SAME);
        if (points >= FEWEST_POINTS && last != first && atEnd && back) {
            start(frequency);
            return true;
        }
        if (points == 0) {
            start(frequency);
            return false;
        }
        last = frequency;
        lowest = Math.min(lowest, frequency);
        highest = Math.max(highest, frequency);
        points++;
        return false;
    }

    private void start(double frequency) {
        first = frequency;
        last = frequency;
        lowest = frequency;
        highest = frequency;
        points = 1;
    }

    /**
     * Whether values look like the frequencies of one spectrum or of several: all positive, over
     * more than a decade, in steps that are even on a logarithmic scale.
     */
    static boolean isFrequency(double[] values) {
        int n = values.length;
        if (n < 5) {
            return false;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double[] steps = new double[n - 1];
        for (int i = 0; i < n; i++) {
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                return false;
            }
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
            if (i > 0) {
                steps[i - 1] = Math.log(values[i] / values[i - 1]);
            }
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted[sorted.length / 2];
        long even =
                Arrays.stream(steps)
                        .filter(s -> s * usual > 0 && s / usual > 1 / 1.5 && s / usual < 1.5)
                        .count();
        return high >= 10 * low && even >= 0.8 * steps.length;
    }

    /**
     * Whether a column of bare numbers is -Im Z: nearly all are positive, and not because of an
     * inductance, whose reactance is largest at the highest frequency.
     */
    static boolean isTurned(double[] frequency, double[] imaginary) {
        int positive = 0;
        int largest = 0;
        int highest = 0;
        for (int i = 0; i < imaginary.length; i++) {
            positive += imaginary[i] > 0 ? 1 : 0;
            largest = imaginary[i] > imaginary[largest] ? i : largest;
            highest = frequency[i] > frequency[highest] ? i : highest;
        }
        return positive >= 0.8 * imaginary.length && largest != highest;
    }
}
