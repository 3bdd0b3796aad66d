// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Public VersaStudio files against an independent reading of them. */
class ParSamplesTest {
    private final ParImporter importer = new ParImporter();

    @TestFactory
    List<DynamicTest> readAsExpected() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path sample : Samples.of("ametek", ".par")) {
            tests.add(
                    DynamicTest.dynamicTest(
                            sample.getFileName().toString(), () -> readAsExpected(sample)));
        }
        assertTrue(tests.size() >= 9);
        return tests;
    }

    private void readAsExpected(Path sample) throws IOException {
        assertEquals(
                Sniff.Certainty.CERTAIN,
                Collected.sniff(
                                importer,
                                sample.getFileName().toString(),
                                Files.readAllBytes(sample))
                        .certainty());
        List<Recording> recordings = Collected.read(importer, sample).recordings;
        List<Samples.Table> tables = Samples.expected(sample);
        for (Samples.Expectation column : tables.getFirst().columns()) {
            String name = column.name();
            double[] values =
                    recordings.stream()
                            .flatMapToDouble(
                                    r ->
                                            DoubleStream.iterate(0, i -> i + 1)
                                                    .limit(r.table().rows())
                                                    .map(
                                                            i ->
                                                                    r.table()
                                                                            .column(name)
                                                                            .orElseThrow()
                                                                            .at((int) i)))
                            .toArray();
            assertEquals(tables.getFirst().rows(), values.length);
            column.check(name, values);
        }
        List<Integer> perSegment = tables.stream().skip(1).map(Samples.Table::rows).toList();
        assertEquals(perSegment, recordings.stream().map(r -> r.table().rows()).toList());
        for (List<Samples.Table> check : Samples.crossChecks(sample)) {
            impedances(recordings, check.getFirst().columns());
        }
    }

    private static void impedances(List<Recording> recordings, List<Samples.Expectation> columns) {
        List<QuantityKind> kinds =
                List.of(
                        QuantityKind.FREQUENCY,
                        QuantityKind.IMPEDANCE_REAL,
                        QuantityKind.IMPEDANCE_IMAGINARY);
        for (int i = 0; i < kinds.size(); i++) {
            QuantityKind kind = kinds.get(i);
            double[] values =
                    recordings.stream()
                            .flatMapToDouble(r -> DoubleStream.of(r.si(kind).orElseThrow()))
                            .toArray();
            columns.get(i).check(kind.id(), values);
        }
    }

    private List<Recording> sample(String name) throws IOException {
        return Collected.read(importer, Samples.one("ametek", name)).recordings;
    }

    private static boolean has(Recording recording, String code) {
        return recording.problems().stream().anyMatch(p -> p.code().equals(code));
    }

    @Test
    void controlSpectrum() throws IOException {
        Recording eis = sample("pyimpspec__data.par").getFirst();
        assertEquals(Technique.EIS, eis.technique());
        assertEquals(10000, eis.si(QuantityKind.FREQUENCY).orElseThrow()[0]);
        assertEquals(109.009, eis.si(QuantityKind.IMPEDANCE_REAL).orElseThrow()[0], 1e-3);
        assertEquals(-26.556, eis.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow()[0], 1e-3);
        assertFalse(eis.isCalibrated());
        assertTrue(has(eis, "par.uncalibrated"));
        assertEquals("PMC-200", eis.instrument());
        assertEquals(Optional.of(LocalDateTime.of(2023, 5, 16, 10, 44, 37)), eis.start());
        assertEquals(12.57, eis.metadata().get("Working Electrode Area (cm2)"));
        assertEquals(100000L, eis.metadata().get("Start Frequency (Hz)"));
        assertEquals("-30.999 \u00b5V", eis.metadata().get("Measured Open Circuit"));
    }

    @Test
    void commentInJapanese() throws IOException {
        Recording eis = sample("impedance.py__exampleDataVersaStudio.par").getFirst();
        assertEquals(
                "\u30a8\u30af\u30b9\u30da\u30ea\u30e1\u30f3\u30c8\u306e\u30b3\u30e1\u30f3\u30c8"
                        + "\u3092\u5165\u529b",
                eis.metadata().get("Comment"));
        assertEquals("VersaSTAT4-400", eis.instrument());
    }

    @Test
    void actionsBecomeRecordings() throws IOException {
        List<Recording> all = sample("elchempy__N2_HPRR_DW28_0.1MHClO4+10mMH2O2_disk_298.par");
        assertEquals(
                List.of(Technique.CA, Technique.CV, Technique.CA, Technique.CV),
                all.stream().map(Recording::technique).toList());
        assertEquals(0.852, all.get(0).metadata().get("Potential (V),Value"));
        assertEquals(0.01, all.get(1).metadata().get("Scan Rate (V/s)"));
        assertTrue(all.stream().allMatch(Recording::isCalibrated));
        assertTrue(all.get(0).si(QuantityKind.FREQUENCY).isEmpty());
    }

    @Test
    void fourteenSpectra() throws IOException {
        List<Recording> all = sample("elchempy__N2_EIS-range_1500rpm_JOS2_high-load_263.par");
        assertEquals(14, all.size());
        assertEquals(14, all.stream().map(Recording::name).distinct().count());
        assertTrue(all.stream().allMatch(r -> r.technique().equals(Technique.EIS)));
        // The set potential falls from action to action as the measured one does.
        for (Recording r : all) {
            double set = ((Number) r.metadata().get("Potential (V),Value")).doubleValue();
            assertEquals(set, r.si(QuantityKind.POTENTIAL).orElseThrow()[0], 0.02);
        }
    }

    @Test
    void clockNeverSet() throws IOException {
        Recording cv = sample("PySimpleCV__example_CV_1.par").getFirst();
        assertEquals(Technique.CV, cv.technique());
        assertTrue(has(cv, "par.clock"));
        assertEquals(Optional.of(LocalDateTime.of(1980, 4, 27, 19, 40, 19)), cv.start());
    }

    @Test
    void reductionOfOxygenIsNegative() throws IOException {
        Recording cv = sample("elchempy__O2_ORR_DW28_0.5MH2SO4_PDX_Ch1_disk.par").get(9);
        double[] e = cv.si(QuantityKind.POTENTIAL).orElseThrow();
        double[] i = cv.si(QuantityKind.CURRENT).orElseThrow();
        double atLowest = 0;
        double lowest = 1;
        for (int k = 0; k < e.length; k++) {
            if (e[k] < lowest) {
                lowest = e[k];
                atLowest = i[k];
            }
        }
        assertTrue(atLowest < -1e-4, () -> "current of a reduction");
    }
}
