// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.circuit;

/**
 * The frequencies of a spectrum with what elements need again and again: omega = 2 pi f, its
 * logarithm and square root. The arrays are shared and must not be changed.
 */
public final class FrequencyGrid {
    private final double[] frequency;
    private final double[] omega;
    private final double[] logOmega;
    private final double[] sqrtOmega;

    private FrequencyGrid(double[] frequency) {
        int n = frequency.length;
        this.frequency = frequency.clone();
        omega = new double[n];
        logOmega = new double[n];
        sqrtOmega = new double[n];
        for (int i = 0; i < n; i++) {
            if (!(frequency[i] > 0) || Double.isInfinite(frequency[i])) {
                throw new IllegalArgumentException("not a frequency: " + frequency[i] + " Hz");
            }
            omega[i] = 2 * Math.PI * frequency[i];
            logOmega[i] = Math.log(omega[i]);
            sqrtOmega[i] = Math.sqrt(omega[i]);
        }
    }

    /**
     * A grid of positive frequencies in Hz, in any order.
     *
     * @throws IllegalArgumentException if one is not positive and finite
     */
    public static FrequencyGrid of(double... frequencies) {
        return new FrequencyGrid(frequencies);
    }

    public int size() {
        return omega.length;
    }

    /** Frequencies in Hz. */
    public double[] frequency() {
        return frequency;
    }

    /** Angular frequencies in rad/s. */
    public double[] omega() {
        return omega;
    }

    /** Natural logarithms of {@link #omega()}. */
    public double[] logOmega() {
        return logOmega;
    }

    /** Square roots of {@link #omega()}. */
    public double[] sqrtOmega() {
        return sqrtOmega;
    }
}
