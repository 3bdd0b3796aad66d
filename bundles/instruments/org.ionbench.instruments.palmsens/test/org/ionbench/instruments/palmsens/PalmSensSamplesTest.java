// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Public files against independent readings of them. */
class PalmSensSamplesTest {
    private static List<Recording> read(Path sample) throws IOException {
        Importer importer =
                sample.toString().endsWith(".csv") ? new TraceImporter() : new SessionImporter();
        MemorySource file = MemorySource.of("a.dat", MemorySource.of(sample).content());
        assertEquals(Sniff.Certainty.CERTAIN, importer.sniff(file.head()).certainty());
        RecordedSink sink = RecordedSink.read(importer, file);
        assertEquals(List.of(), sink.problems());
        return sink.recordings();
    }

    @TestFactory
    Stream<DynamicTest> readAsExpected() throws IOException {
        List<Path> samples = Samples.of("palmsens", ".pssession", ".csv");
        assertEquals(15, samples.size());
        return samples.stream()
                .map(s -> DynamicTest.dynamicTest(s.getFileName() + "", () -> compare(s)));
    }

    /**
     * The reference took the arrays of a measurement by their lengths; here scans are apart. So
     * each of its arrays must be found among ours of the same length, with the same numbers, once.
     */
    private static void compare(Path sample) throws IOException {
        List<Recording> recordings = read(sample);
        List<Column> left = new ArrayList<>();
        recordings.forEach(
                r ->
                        r.table().columns().stream()
                                .filter(c -> !c.spec().isText())
                                .forEach(left::add));
        for (Samples.Table table : Samples.expected(sample)) {
            boolean again = table.name().contains("eisdata");
            for (Samples.Expectation expected : table.columns()) {
                if (table.rows() == 0 || again && !sample.toString().contains("pyimpspec")) {
                    continue;
                }
                String name =
                        expected.name().replaceFirst("^[xy\\d]+:", "").replaceFirst(" \\[.*", "");
                Column found =
                        left.stream()
                                .filter(c -> c.rows() == table.rows())
                                .filter(c -> (c.spec().vendorName() + " ").startsWith(name + " "))
                                .filter(c -> isSame(expected, c))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new AssertionError(
                                                        table.name() + ", " + expected.name()));
                left.remove(found);
            }
        }
    }

    private static boolean isSame(Samples.Expectation expected, Column column) {
        try {
            expected.check("", Samples.stored(column));
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    @Test
    void controlSpectrum() throws IOException {
        Recording r = read(Samples.one("palmsens", "pyimpspec__data.pssession")).getFirst();
        assertEquals(Technique.EIS, r.technique());
        assertEquals(10_000, r.si(QuantityKind.FREQUENCY).orElseThrow()[0], 1e-6);
        assertEquals(109.00918219, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow()[0], 1e-7);
        assertEquals(-26.55567988, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow()[0], 1e-7);
        assertTrue(r.si(QuantityKind.IMPEDANCE_PHASE).orElseThrow()[0] < 0);
    }

    /** PSTrace has smoothed the curves of this file and kept the measured points beside them. */
    @Test
    void smoothedCurvesAreApart() throws IOException {
        List<Recording> all =
                read(Samples.one("palmsens", "nomad-chemical-energy__04_N2_CV_50mV.pssession"));
        assertEquals(6, all.size());
        assertTrue(all.get(2).problems().isEmpty());
        assertEquals("pssession.plotted", all.get(3).problems().getFirst().code());
        assertEquals("Cyclic Voltammetry, CV i vs E Scan 1", all.get(3).name());
        double[] measured = all.get(0).si(QuantityKind.CURRENT).orElseThrow();
        double[] plotted = all.get(3).si(QuantityKind.CURRENT).orElseThrow();
        double greatest = 0;
        for (int i = 0; i < measured.length; i++) {
            greatest = Math.max(greatest, Math.abs(measured[i] - plotted[i]));
        }
        // The greatest difference in microamperes, by another reader.
        assertEquals(0.44727325439453125e-6, greatest, 1e-15);
    }

    @Test
    void techniques() throws IOException {
        Path demo =
                Samples.one("palmsens", "palmsens-sdk__Demo_CV_DPV_EIS_IS-C_electrode.pssession");
        assertEquals(
                List.of(Technique.DPV, Technique.CV, Technique.CV, Technique.CV, Technique.EIS),
                read(demo).stream()
                        .map(Recording::technique)
                        .filter(t -> t != Technique.OTHER)
                        .toList());
        Recording ocp =
                read(Samples.one("palmsens", "nomad-chemical-energy__01_N2_OCP.pssession"))
                        .getFirst();
        assertEquals(Technique.OCV, ocp.technique());
        assertEquals(0.2384185791015625e-6, ocp.si(QuantityKind.CURRENT).orElseThrow()[0], 1e-18);
        assertEquals(
                Technique.CP,
                read(Samples.one(
                                "palmsens",
                                "nomad-chemical-energy__05_N2_CP_10mAcm2_24h.pssession"))
                        .getFirst()
                        .technique());
    }
}
