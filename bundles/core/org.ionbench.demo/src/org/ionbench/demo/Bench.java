// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;

/**
 * The instrument with its leads: it adds the fixture to what it measures, and noise of a share of
 * the modulus to both parts, independent and normally distributed.
 *
 * <p>The noise is that of {@link Random}, whose algorithm is laid down, and all functions are those
 * of {@link StrictMath}: the same seed gives the same bytes on every machine.
 *
 * @param fixture the leads
 * @param sweep the frequencies
 * @param noise standard deviation of each part, relative to the modulus
 */
public record Bench(Fixture fixture, Sweep sweep, double noise) {

    /** Measures a pellet at a temperature in degC. */
    public Spectrum measure(Pellet pellet, double celsius, long seed) {
        return measure(f -> pellet.impedance(celsius, f), seed);
    }

    /** Measures whatever has this impedance, given the frequency in Hz. */
    public Spectrum measure(DoubleFunction<Impedance> cell, long seed) {
        return measure(f -> cell.apply(f).plus(fixture.impedance(f)), new Random(seed));
    }

    /** Measures the fixture with its electrodes shorted. */
    public Spectrum measureShort(long seed) {
        return measure(fixture::impedance, new Random(seed));
    }

    private Spectrum measure(DoubleFunction<Impedance> truth, Random random) {
        List<Impedance> measured = new ArrayList<>();
        for (int i = 0; i < sweep.points(); i++) {
            Impedance z = truth.apply(sweep.frequency(i));
            double size = noise * z.modulus();
            measured.add(
                    new Impedance(
                            z.real() + size * random.nextGaussian(),
                            z.imaginary() + size * random.nextGaussian()));
        }
        return new Spectrum(sweep, measured);
    }
}
