// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A synthetic twin of Hehn et al., ACS Appl. Mater. Interfaces 2025, 17, 33824 (doi
 * 10.1021/acsami.5c01939): solid electrolytes of Li2B12H12 and nanoporous ZrO2. Nothing in it was
 * measured. It holds cells as plain data and the files "measured" on them in the formats of real
 * instruments, so that a project is built from them by the same path as from any user's files.
 *
 * <p>All pellets: 50 mg, 10 mm, eps_r 10, 30 % of the resistance in grain boundaries, blocking tail
 * 1e-5 ohm^-1 s^n with n 0.90, leads 0.35 ohm + 0.6 uH with a spectrum of the shorted fixture,
 * noise 0.2 % of the modulus, 61 points from 1 MHz to 1 Hz at 20 mV (RMS). What the paper does not
 * say is our invention: the capacitances and the tail of the circuit, the split of the resistance,
 * the leads, uncertainties and dates.
 */
public final class Twin {
    /** The sample as it was bought. */
    public static final String PRISTINE = "pristine Li2B12H12";

    /** The sample after ball milling without an oxide. */
    public static final String BALL_MILLED = "ball-milled Li2B12H12";

    /** The nanocomposite. */
    public static final String COMPOSITE = "Li2B12H12 + 25 vol% ZrO2";

    private static final String SALT = "Li2B12H12 100 vol% @ 1.1773 g/cm3";
    private static final String MIXTURE =
            "Li2B12H12 75 vol% @ 1.1773 g/cm3; ZrO2 25 vol% @ 5.89 g/cm3";
    private static final String NOTE =
            "synthetic twin of Hehn et al. 2025, doi 10.1021/acsami.5c01939; nothing was measured";

    /** The bulk arc lies beyond 1 MHz: one arc takes both resistances. */
    private static final String CIRCUIT = "p(R1,CPE1)-CPE2";

    private static final double[] SERIES = {30, 40, 50, 60, 70, 80, 90, 100};
    private static final double AMPLITUDE = 0.020;
    private static final double MASS = 50e-6;
    private static final Bench BENCH =
            new Bench(new Fixture(0.35, 0.6e-6), new Sweep(1e6, 1, 61), 0.002);
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2025, 3, 3, 9, 0);
    private static final TwinFile SHORT = shortCircuit();

    private final List<TwinCell> cells;

    private Twin(List<TwinCell> cells) {
        this.cells = List.copyOf(cells);
    }

    /**
     * Impedance from 30 to 100 degC of the three materials.
     *
     * <p>Composite: E_A 0.424 eV, 2.94e-4 S/cm at 30 degC and so 1.154e-3 at 60 degC; 0.32 mm, C_gb
     * 1e-9 F. Pristine: 0.52 eV, 1.0e-6 S/cm at 60 degC; 0.60 mm, C_gb 2e-10 F. Ball-milled: 0.47
     * eV, 9e-5 S/cm at 60 degC, 0.60 mm, C_gb 5e-10 F, all our invention.
     */
    public static Twin conduction() {
        return new Twin(
                List.of(
                        cell(
                                "pristine",
                                sample(PRISTINE, SALT),
                                Pellet.of(Conduction.of(0.52, 1.0e-6, 60), 0.60, 2e-10),
                                0,
                                SERIES),
                        cell(
                                "ball-milled",
                                sample(BALL_MILLED, SALT),
                                Pellet.of(Conduction.of(0.47, 9e-5, 60), 0.60, 5e-10),
                                1,
                                SERIES),
                        cell(
                                "composite",
                                milled(COMPOSITE, 50),
                                Pellet.of(Conduction.of(0.424, 2.94e-4, 30), 0.32, 1e-9),
                                2,
                                SERIES)));
    }

    /**
     * Impedance at 60 degC of composites milled for 20, 24, 36, 72 and 90 h: 0.25, 0.40, 0.75, 1.14
     * and 1.13e-3 S/cm, our invention. The sample of 50 h, 1.154e-3 S/cm, is the composite of
     * {@link #conduction}.
     */
    public static Twin milling() {
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
                                        milled(COMPOSITE + ", milled " + hours + " h", hours),
                                        Pellet.of(Conduction.of(0.424, at60, 60), 0.32, 1e-9),
                                        3 + cells.size(),
                                        60)));
        return new Twin(cells);
    }

    /** All cells there are. */
    public static Twin complete() {
        return new Twin(Stream.of(conduction(), milling()).flatMap(t -> t.cells.stream()).toList());
    }

    /** The instrument all its spectra were measured with. */
    public static Bench bench() {
        return BENCH;
    }

    public List<TwinCell> cells() {
        return cells;
    }

    /** All its files, each once: those of the cells in their order, then those of the fixtures. */
    public List<TwinFile> files() {
        return Stream.concat(
                        cells.stream().flatMap(c -> c.files().stream()),
                        cells.stream().flatMap(c -> c.shortCircuit().stream()))
                .distinct()
                .toList();
    }

    /**
     * Writes all its files into a folder, which is made where it is missing, over files of the same
     * names.
     *
     * @return the files, which lie in {@code folder} under their names
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public List<TwinFile> write(Path folder, Progress progress) throws IOException {
        List<TwinFile> files = files();
        progress.task("Write the synthetic example files", files.size());
        Files.createDirectories(folder);
        for (TwinFile file : files) {
            progress.checkCancelled();
            progress.note(file.name());
            file.write(folder);
            progress.done(1);
        }
        return files;
    }

    /** The name and properties of a sample. */
    private record Powder(String name, Map<String, String> properties) {}

    private static Powder sample(String name, String composition) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("composition", composition);
        properties.put("note", NOTE);
        return new Powder(name, properties);
    }

    private static Powder milled(String name, int hours) {
        Powder powder = sample(name, MIXTURE);
        powder.properties.put("milling time", hours + " h");
        return powder;
    }

    private static TwinCell cell(
            String name, Powder powder, Pellet pellet, int day, double... temperatures) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(
                "thickness",
                String.format(Locale.ROOT, "%.2f +- 0.01 mm", pellet.thickness() * 1000));
        properties.put("diameter", "10.00 +- 0.01 mm");
        properties.put("mass", "50 mg");
        properties.put("electrodes", "steel rods, blocking");
        properties.put("note", NOTE);
        List<TwinFile> spectra = new ArrayList<>();
        for (double celsius : temperatures) {
            spectra.add(
                    spectrum(
                            name,
                            powder.name,
                            pellet,
                            celsius,
                            FIRST_DAY.plusDays(day).plusHours(spectra.size())));
        }
        return new TwinCell(
                name,
                powder.name,
                powder.properties,
                properties,
                CIRCUIT,
                spectra,
                Optional.of(SHORT),
                pellet);
    }

    private static TwinFile spectrum(
            String cell, String sample, Pellet pellet, double celsius, LocalDateTime start) {
        String name = String.format(Locale.ROOT, "%s_EIS_%03.0fC.par", cell, celsius);
        String comment =
                String.format(
                        Locale.ROOT,
                        "%s, %.0f degC, pellet 50 mg, 10 mm, %.2f mm; %s",
                        sample,
                        celsius,
                        pellet.thickness() * 1000,
                        NOTE);
        return new TwinFile(
                name,
                Technique.EIS,
                OptionalDouble.of(celsius),
                () ->
                        ParFile.of(comment, start)
                                .electrode(pellet.area(), MASS)
                                .impedance(
                                        BENCH.measure(pellet, celsius, name.hashCode()), AMPLITUDE)
                                .bytes());
    }

    private static TwinFile shortCircuit() {
        String name = "fixture_short.par";
        return new TwinFile(
                name,
                Technique.EIS,
                OptionalDouble.empty(),
                () ->
                        ParFile.of(
                                        "fixture with its rods shorted; " + NOTE,
                                        FIRST_DAY.minusHours(1))
                                .impedance(BENCH.measureShort(name.hashCode()), AMPLITUDE)
                                .bytes());
    }
}
