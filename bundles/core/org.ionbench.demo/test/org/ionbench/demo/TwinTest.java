// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.engine.output.PublishedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

class TwinTest {
    @TempDir Path folder;

    @Test
    void writesTheSameBytesTwice() throws Exception {
        Path first = folder.resolve("a/b");
        Path second = folder.resolve("c");
        List<TwinFile> files = Twin.complete().write(first, Progress.NONE);
        Twin.complete().write(second, Progress.NONE);
        // three series, five times of milling, five steps, six of two scans, four cells, the
        // fixture
        assertEquals(3 * 8 + 5 + 5 + 6 + 4 + 1, files.size());
        for (TwinFile file : files) {
            assertArrayEquals(
                    Files.readAllBytes(file.in(first)),
                    Files.readAllBytes(file.in(second)),
                    file.name());
        }
        try (var all = Files.list(first)) {
            assertEquals(files.size(), all.count());
        }
    }

    @Test
    void namesOfFiles() {
        List<String> names = Twin.conduction().files().stream().map(TwinFile::name).toList();
        assertTrue(names.contains("composite_EIS_030C.par"), names.toString());
        assertTrue(names.contains("pristine_EIS_100C.par"), names.toString());
        assertEquals("fixture_short.par", names.getLast());
        assertEquals(names.size(), new HashSet<>(names).size());
        assertEquals(List.of("milled-20h_EIS_060C.par"), names(Twin.milling().cells().getFirst()));
    }

    private static List<String> names(TwinCell cell) {
        return cell.files().stream().map(TwinFile::name).toList();
    }

    /** Each file is one recording of what it is said to be, and says that it is synthetic. */
    @Test
    void everyFileSaysThatItIsSynthetic() throws Exception {
        Laboratory laboratory = new Laboratory(folder, "", true);
        for (TwinFile file : Twin.complete().write(folder, Progress.NONE)) {
            Recording r = laboratory.read(file);
            assertEquals(file.technique(), r.technique());
            boolean potentiostat = !file.technique().equals(Technique.CYCLING);
            if (file.technique().equals(Technique.EIS)) {
                assertEquals(61, r.table().rows());
                assertEquals(20L, r.metadata().get("Amplitude (mV RMS)"));
            }
            String comment = (String) r.metadata().get(potentiostat ? "Comment" : "Comments");
            assertTrue(comment.startsWith("Synthetic data written by Ionbench: "), comment);
            assertTrue(comment.contains("10.1021/acsami.5c01939"), comment);
            assertEquals(
                    potentiostat ? "synthetic" : "BioLogic VMP3 (SN synthetic)",
                    potentiostat ? r.metadata().get("Instrument/SN") : r.instrument());
        }
    }

    /** The noise of each file is its own, normal and 0.2 % of the modulus. */
    @Test
    void noise() throws Exception {
        List<Double> deviations = new ArrayList<>();
        Twin.conduction().write(folder, Progress.NONE);
        for (TwinCell cell : Twin.conduction().cells()) {
            for (TwinFile file : cell.files()) {
                Recording r = new Laboratory(folder, "", true).read(file);
                double[] f = r.si(QuantityKind.FREQUENCY).orElseThrow();
                double[] re = r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow();
                double[] im = r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow();
                for (int i = 0; i < f.length; i++) {
                    Impedance z =
                            cell.truth()
                                    .orElseThrow()
                                    .impedance(file.celsius().orElseThrow(), f[i])
                                    .plus(Twin.bench().fixture().impedance(f[i]));
                    deviations.add((re[i] - z.real()) / z.modulus());
                    deviations.add((im[i] - z.imaginary()) / z.modulus());
                }
            }
        }
        int n = deviations.size();
        assertEquals(2 * 24 * 61, n);
        double mean = deviations.stream().mapToDouble(d -> d).sum() / n;
        double square = deviations.stream().mapToDouble(d -> d * d).sum() / n;
        double neighbours = 0;
        for (int i = 1; i < n; i++) {
            neighbours += deviations.get(i) * deviations.get(i - 1) / n;
        }
        // four standard errors of each
        assertEquals(0, mean, 4 * 0.002 / Math.sqrt(n));
        assertEquals(0.002, Math.sqrt(square), 4 * 0.002 / Math.sqrt(2.0 * n));
        assertEquals(0, neighbours / square, 4 / Math.sqrt(n));
    }

    /** The worked numbers of the paper's twin. */
    @Test
    void truth() {
        TwinCell composite = Twin.conduction().cells().getLast();
        assertEquals(Labels.COMPOSITE, composite.sample());
        assertEquals(2.94e-4, composite.truth().orElseThrow().conduction().atCelsius(30), 1e-12);
        assertEquals(
                1.154e-3, composite.truth().orElseThrow().conduction().atCelsius(60), 0.0005e-3);
        assertEquals(138.6, composite.truth().orElseThrow().resistance(30), 0.05);
        Conduction science = Conduction.of(0.42, 2.9e-4, 30);
        double[] sigma = {
            2.9000e-4, 4.6911e-4, 7.3586e-4, 1.1225e-3, 1.6691e-3, 2.4248e-3, 3.4483e-3, 4.8085e-3
        };
        for (int i = 0; i < sigma.length; i++) {
            assertEquals(sigma[i], science.atCelsius(30 + 10 * i), 1e-4 * sigma[i]);
        }
    }

    /** Pellets of 50 mg are not denser than their material. */
    @Test
    void pelletsArePossible() {
        for (TwinCell cell : pellets()) {
            double density =
                    50e-6
                            / (cell.truth().orElseThrow().area()
                                    * cell.truth().orElseThrow().thickness());
            boolean mixture = cell.sampleProperties().get("composition").contains("ZrO2");
            double full = mixture ? 0.75 * 1177.3 + 0.25 * 5890 : 1177.3;
            assertTrue(density < full && density > 0.8 * full, cell.name() + " " + density / full);
        }
    }

    private static List<TwinCell> pellets() {
        List<TwinCell> all = new ArrayList<>(Twin.conduction().cells());
        all.addAll(Twin.milling().cells());
        return all;
    }

    @Test
    void published() {
        Quantity sigma = Quantity.of("conductivity", "sigma", 3e-4, Unit.of("S/cm"));
        Quantity at30 =
                sigma.withCondition("temperature", "303.15")
                        .withCondition("method", "Arrhenius line");
        assertEquals(
                OptionalDouble.of(2.9e-4), printed("Li2B12H12 + 25 vol% ZrO2", "composite", at30));
        Quantity at40 = sigma.withCondition("temperature", "313.15");
        assertTrue(printed(Labels.COMPOSITE, "composite", at40).isEmpty());
        assertTrue(printed(Labels.COMPOSITE, "composite", sigma).isEmpty());
        Quantity energy = Quantity.of("activation energy", "E_A", 0.5, Unit.of("eV"));
        assertEquals(
                OptionalDouble.of(0.52),
                printed("pristine Li2B12H12", "pristine", energy.withCondition("form", "sigma T")));
        assertTrue(
                printed(Labels.PRISTINE, "pristine", energy.withCondition("form", "sigma"))
                        .isEmpty());
        Quantity first =
                Quantity.of("discharge capacity", "Q", 200, Unit.of("mAh/g"))
                        .withCondition("cycle", "1")
                        .withCondition("basis", "mass of active material");
        assertEquals(OptionalDouble.of(205), printed(Labels.COMPOSITE, "TiS2-60C", first));
        assertTrue(printed(Labels.COMPOSITE, "TiS2-50C", first).isEmpty());
    }

    private static OptionalDouble printed(String sample, String cell, Quantity found) {
        return PublishedValue.of(sample, cell, found, Published.all()).stream()
                .mapToDouble(PublishedValue::value)
                .findFirst();
    }

    @Test
    void cancelledWriting() {
        Progress cancelled = Progress.until(() -> true);
        assertThrows(CancellationException.class, () -> Twin.conduction().write(folder, cancelled));
    }
}
