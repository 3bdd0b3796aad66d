// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Public files against what the vendor's own readers find in them. */
class ZahnerSamplesTest {
    private static final List<Importer> ALL =
            List.of(
                    new IsmImporter(),
                    new IscImporter(),
                    new IswImporter(),
                    new ZahnerTextImporter());

    /** Reads a file whatever its name with the one importer that is certain. */
    private static List<Recording> read(Path sample) throws IOException {
        MemorySource file = MemorySource.of("a.dat", MemorySource.of(sample).content());
        List<Importer> certain =
                ALL.stream()
                        .filter(i -> i.sniff(file.head()).certainty() != Sniff.Certainty.NO)
                        .toList();
        assertEquals(1, certain.size(), sample + " " + certain);
        assertEquals(Sniff.Certainty.CERTAIN, certain.getFirst().sniff(file.head()).certainty());
        return RecordedSink.read(certain.getFirst(), file).recordings();
    }

    private static Recording one(String name) throws IOException {
        return read(Samples.one("zahner", name)).getFirst();
    }

    @TestFactory
    Stream<DynamicTest> readAsExpected() throws IOException {
        List<Path> samples = Samples.of("zahner", ".ism", ".isc", ".isw", ".txt");
        assertEquals(25, samples.size());
        return samples.stream()
                .map(s -> DynamicTest.dynamicTest(s.getFileName() + "", () -> compare(s)));
    }

    private static void compare(Path sample) throws IOException {
        List<Recording> recordings = read(sample);
        for (Samples.Table table : Samples.expected(sample)) {
            Recording r = recordings.getFirst();
            assertEquals(table.rows(), r.table().rows());
            for (Samples.Expectation column : table.columns()) {
                String name = column.name().strip();
                Column found = r.table().column(name).orElseThrow();
                if (column.numbers().isPresent()) {
                    column.check(sample.getFileName() + " " + name, Samples.stored(found));
                }
            }
        }
    }

    @Test
    void spectraHaveTheQuantitiesAnalysesAskFor() throws IOException {
        Recording r = one("Zahner-Analysis-Python__000_mvdc.ism");
        assertEquals(Technique.EIS, r.technique());
        assertEquals(
                Optional.of(LocalDateTime.of(2021, 10, 15, 7, 14, 33, 299_500_000)), r.start());
        double[] im = r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow();
        assertTrue(im[im.length - 1] < 0, "negative for a capacitor");
        assertEquals(0.0253, r.si(QuantityKind.POTENTIAL).orElseThrow()[0], 1e-4);
        assertEquals(0.01, r.metadata().get("Amplitude / V"));
        assertEquals("0.0255V, Ampl: 10mV", r.metadata().get("Potential"));
        assertEquals(List.of(), r.problems());
    }

    @Test
    void theWayToTheTurnIsApart() throws IOException {
        List<Recording> all = read(Samples.one("zahner", "Zahner-Analysis-Python__rc-data.ism"));
        assertEquals(List.of(55, 20), all.stream().map(r -> r.table().rows()).toList());
        assertEquals("First Line", all.getFirst().metadata().get("Comment 1"));
        List<Recording> amperes =
                read(Samples.one("zahner", "Zahner-Analysis-Python__500uR_measurement_pro.ism"));
        assertEquals(1.0, amperes.getFirst().metadata().get("Amplitude / A"));
    }

    @Test
    void aClockThatWasNotSetIsNoStart() throws IOException {
        assertEquals(
                Optional.empty(),
                one("Zahner-Analysis-Python__500uR_measurement_pro_short_compensated.ism").start());
    }

    @Test
    void polarisationsAndVoltammogram() throws IOException {
        Recording cp = one("nomad-chemical-energy__21-cp-625ma-5min.isw");
        assertEquals(Technique.CP, cp.technique());
        assertEquals(Optional.of(LocalDateTime.of(2025, 7, 2, 12, 56, 56)), cp.start());
        assertEquals("MEA6-ID3", cp.metadata().get("System"));
        assertEquals(
                Technique.CA, one("nomad-chemical-energy__22-cp-1700mv-10min.isw").technique());
        Recording cv = one("nomad-chemical-energy__pt-wire-cv-.isc");
        assertEquals(Technique.CV, cv.technique());
        assertEquals(Optional.of(LocalDateTime.of(2021, 9, 21, 14, 41, 13)), cv.start());
        assertEquals(50.0, cv.metadata().get("Scan rate / mV/s"));
        assertEquals("KOH", cv.metadata().get("Comment 2"));
    }

    @Test
    void texts() throws IOException {
        Recording head = one("nomad-chemical-energy__21-cp-625ma-5min_c.txt");
        assertEquals("zahner.head", head.problems().getFirst().code());
        assertEquals(Optional.of(LocalDateTime.of(2025, 7, 2, 12, 56, 56)), head.start());
        assertEquals("MEA6-ID3", head.metadata().get("System"));
        Recording remote = one("Thales-Remote-Python__polarization.txt");
        assertEquals(
                Optional.of(LocalDateTime.of(2024, 12, 6, 10, 6, 54, 719_786_000)), remote.start());
        double[] time = remote.si(QuantityKind.TIME).orElseThrow();
        assertEquals(8.003218, time[8], 1e-6);
        assertEquals(0.9972541, remote.si(QuantityKind.POTENTIAL).orElseThrow()[0], 1e-9);
    }
}
