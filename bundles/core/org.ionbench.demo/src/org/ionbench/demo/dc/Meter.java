// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

import java.util.Random;

/**
 * Reads a true potential and current with normally distributed noise.
 *
 * @param volts standard deviation of a potential in V
 * @param amperes standard deviation of a current in A
 */
public record Meter(double volts, double amperes) {

    /** The currents of a ramp or a step as they are read. */
    Trace read(double[] seconds, double[] applied, double[] truth, long seed) {
        Random random = new Random(seed);
        double[] potential = new double[applied.length];
        double[] current = new double[applied.length];
        for (int i = 0; i < applied.length; i++) {
            potential[i] = applied[i] + volts * random.nextGaussian();
            current[i] = truth[i] + amperes * random.nextGaussian();
        }
        return new Trace(seconds, applied, potential, current);
    }
}
