// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.studies;

import org.ionbench.api.importing.Technique;
import org.ionbench.demo.Bench;
import org.ionbench.demo.Fixture;
import org.ionbench.demo.Impedance;
import org.ionbench.demo.Labels;
import org.ionbench.demo.ParFile;
import org.ionbench.demo.Sweep;
import org.ionbench.demo.TwinFile;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Where the electrolyte's cells were measured: the potentiostat, its fixture, the calendar. Names
 * of files end in the temperature.
 */
public final class Desk {
    /** The instrument: leads of 0.35 ohm + 0.6 uH, 1 MHz to 1 Hz, noise 0.2 % of the modulus. */
    public static final Bench BENCH =
            new Bench(new Fixture(0.35, 0.6e-6), new Sweep(1e6, 1, 61), 0.002);

    /** The spectrum of the shorted fixture. */
    static final TwinFile SHORT = shortCircuit();

    static final String CIRCUIT_FIT = "org.ionbench.analysis.eis.fit";
    static final double AMPLITUDE = 0.020;

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2025, 3, 3, 9, 0);

    private Desk() {}

    /** An hour of a working day, both counted from 0. */
    static LocalDateTime time(int day, int hour) {
        return FIRST_DAY.plusDays(day).plusHours(hour);
    }

    /** A name that tells cell, technique and temperature. */
    static String name(String cell, String what, double celsius, String ending) {
        return String.format(Locale.ROOT, "%s_%s_%03.0fC.%s", cell, what, celsius, ending);
    }

    /** A file of the potentiostat with one action. */
    static TwinFile file(
            String name,
            Technique technique,
            double celsius,
            String comment,
            LocalDateTime start,
            double area,
            double mass,
            UnaryOperator<ParFile> action) {
        return new TwinFile(
                name,
                technique,
                OptionalDouble.of(celsius),
                () ->
                        action.apply(
                                        ParFile.of(comment + "; " + Labels.NOTE, start)
                                                .electrode(area, mass))
                                .bytes());
    }

    /** A spectrum at the bench's usual amplitude. */
    static UnaryOperator<ParFile> spectrum(DoubleFunction<Impedance> cell, String name) {
        return file -> file.impedance(BENCH.measure(cell, name.hashCode()), AMPLITUDE);
    }

    private static TwinFile shortCircuit() {
        String name = "fixture_short.par";
        return new TwinFile(
                name,
                Technique.EIS,
                OptionalDouble.empty(),
                () ->
                        ParFile.of(
                                        "fixture with its rods shorted; " + Labels.NOTE,
                                        FIRST_DAY.minusHours(1))
                                .impedance(BENCH.measureShort(name.hashCode()), AMPLITUDE)
                                .bytes());
    }
}
