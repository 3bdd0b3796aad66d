// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.studies;

import org.ionbench.api.importing.Technique;
import org.ionbench.demo.Conduction;
import org.ionbench.demo.Labels;
import org.ionbench.demo.Pellet;
import org.ionbench.demo.TwinCell;
import org.ionbench.demo.TwinFile;
import org.ionbench.demo.TwinRun;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Impedance of pellets over temperature and over the time of milling.
 *
 * <p>All pellets: 50 mg, 10 mm, eps_r 10, 30 % of the resistance in grain boundaries, blocking tail
 * 1e-5 ohm^-1 s^n with n 0.90, 61 points from 1 MHz to 1 Hz at 20 mV (RMS).
 */
public final class ConductionStudy {
    private static final String CONDUCTIVITY = "org.ionbench.analysis.eis.conductivity";
    private static final String ARRHENIUS = "org.ionbench.analysis.eis.arrhenius";
    private static final int TEMPERATURES_OF_A_LINE = 3;

    /** The bulk arc lies beyond 1 MHz: one arc takes both resistances. */
    private static final String CIRCUIT = "p(R1,CPE1)-CPE2";

    private static final double[] SERIES = {30, 40, 50, 60, 70, 80, 90, 100};
    private static final double MASS = 50e-6;

    private ConductionStudy() {}

    /** The three materials from 30 to 100 degC. */
    public static List<TwinCell> materials() {
        return List.of(
                cell(
                        "pristine",
                        Powder.salt(Labels.PRISTINE),
                        Pellet.of(Conduction.of(0.52, 1.0e-6, 60), 0.60, 2e-10),
                        0,
                        SERIES),
                cell(
                        "ball-milled",
                        Powder.salt(Labels.BALL_MILLED),
                        Pellet.of(Conduction.of(0.47, 9e-5, 60), 0.60, 5e-10),
                        1,
                        SERIES),
                cell(
                        "composite",
                        Powder.composite(),
                        Pellet.of(Conduction.of(0.424, 2.94e-4, 30), 0.32, 1e-9),
                        2,
                        SERIES));
    }

    /** Composites of other times of milling at 60 degC. */
    public static List<TwinCell> milling() {
        Map<Integer, Double> sigma = new LinkedHashMap<>();
        sigma.put(20, 0.25e-3);
        sigma.put(24, 0.40e-3);
        sigma.put(36, 0.75e-3);
        sigma.put(72, 1.14e-3);
        sigma.put(90, 1.13e-3);
        List<TwinCell> cells = new ArrayList<>();
        sigma.forEach(
                (hours, at60) ->
                        cells.add(
                                cell(
                                        "milled-" + hours + "h",
                                        Powder.composite(
                                                Labels.COMPOSITE + ", milled " + hours + " h",
                                                hours),
                                        Pellet.of(Conduction.of(0.424, at60, 60), 0.32, 1e-9),
                                        3 + cells.size(),
                                        60)));
        return cells;
    }

    private static TwinCell cell(
            String name, Powder powder, Pellet pellet, int day, double... temperatures) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(
                "thickness",
                String.format(Locale.ROOT, "%.2f +- 0.01 mm", pellet.thickness() * 1000));
        properties.put("diameter", "10.00 +- 0.01 mm");
        properties.put("mass", "50.0 +- 0.2 mg");
        properties.put("electrodes", "steel rods, blocking");
        properties.put("note", Labels.NOTE);
        List<TwinFile> spectra = new ArrayList<>();
        for (double celsius : temperatures) {
            spectra.add(spectrum(name, powder, pellet, celsius, day, spectra.size()));
        }
        List<TwinRun> runs = new ArrayList<>();
        runs.add(
                new TwinRun(
                        temperatures.length >= TEMPERATURES_OF_A_LINE ? ARRHENIUS : CONDUCTIVITY,
                        Map.of("circuit", CIRCUIT)));
        if (temperatures.length >= TEMPERATURES_OF_A_LINE) {
            runs.add(TwinRun.of(CompositionStudy.COMPOSITION));
        }
        return new TwinCell(
                name,
                powder.name(),
                powder.properties(),
                properties,
                CIRCUIT,
                spectra,
                Optional.of(Desk.SHORT),
                runs,
                Optional.of(pellet));
    }

    private static TwinFile spectrum(
            String cell, Powder powder, Pellet pellet, double celsius, int day, int hour) {
        String name = Desk.name(cell, "EIS", celsius, "par");
        String comment =
                String.format(
                        Locale.ROOT,
                        "%s, %.0f degC, pellet 50 mg, 10 mm, %.2f mm",
                        powder.name(),
                        celsius,
                        pellet.thickness() * 1000);
        return Desk.file(
                name,
                Technique.EIS,
                celsius,
                comment,
                Desk.time(day, hour),
                pellet.area(),
                MASS,
                Desk.spectrum(f -> pellet.impedance(celsius, f), name));
    }
}
