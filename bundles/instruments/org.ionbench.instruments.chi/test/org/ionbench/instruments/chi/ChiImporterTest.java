// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.chi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
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

class ChiImporterTest implements ImporterContract {
    private static final String SPECTRUM =
            """
            Feb. 3, 2020   15:55:08
            A.C. Impedance
            File: c:\\a, b/c.bin
            Data Source:  Experiment
            Instrument Model:  CHI660E
            Header:\s
            Note: of a pellet

            Init E (V) = 0
            High Frequency (Hz) = 2e+6
            Imp SF
            Cycles (.1-1Hz) = 1

            Freq/Hz, Z'/ohm, Z"/ohm, Z/ohm, Phase/deg

            1.000e+3, 3.000e+1, -4.000e+1, 5.000e+1, -53.1
            1.000e+2, 6.000e+1, -8.000e+1, 1.000e+2, -53.1
            """;
    private static final String VOLTAMMOGRAM =
            """
            June 13, 2024   13:13:28
            Cyclic Voltammetry
            File: a.txt
            Data Source:  Experiment
            Instrument Model:  CHI760E
            Header:\s
            Note:\s

            Init E (V) = -0.5
            Init P/N = P

            Results:

            Channel 1:
            Segment 1:
            Ep = 0.273V
            ip = 4.046e-6A
            Ep = 0.5V

            Segment 2:

            Potential/V, Current/A, Charge/C, Time/s

            -0.500\t-4.214e-4\t1e-3\t0.5
            -0.499\t-4.046e-4\t2e-3\t1
            """;

    @Override
    public Importer importer() {
        return new ChiImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("eis.txt", SPECTRUM), MemorySource.of("cv.txt", VOLTAMMOGRAM));
    }

    private Recording read(MemorySource file) throws IOException {
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        List<Recording> all = RecordedSink.read(importer(), file).recordings();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private Recording read(String text) throws IOException {
        return read(MemorySource.of("a.dat", text));
    }

    private Recording read(Path sample) throws IOException {
        return read(MemorySource.of("a.dat", MemorySource.of(sample).content()));
    }

    @Test
    void spectrum() throws IOException {
        Recording r = read(SPECTRUM);
        assertEquals(Technique.EIS, r.technique());
        assertEquals("A.C. Impedance", r.name());
        assertEquals("CHI660E", r.instrument());
        assertEquals(Optional.of(LocalDateTime.of(2020, 2, 3, 15, 55, 8)), r.start());
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {30, 60}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(
                new double[] {-40, -80}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertEquals(
                Math.toRadians(-53.1), r.si(QuantityKind.IMPEDANCE_PHASE).orElseThrow()[0], 1e-12);
        assertEquals(2e6, r.metadata().get("High Frequency (Hz)"));
        assertEquals(1L, r.metadata().get("Cycles (.1-1Hz)"));
        assertEquals(true, r.metadata().get("Imp SF"));
        assertEquals("of a pellet", r.metadata().get("Note"));
        assertEquals("c:\\a, b/c.bin", r.metadata().get("File"));
        assertEquals(List.of(), r.problems());
        assertEquals(List.of(), r.assumptions());
    }

    @Test
    void resultsAndTabsBelowNamesWithCommas() throws IOException {
        Recording r = read(VOLTAMMOGRAM);
        assertEquals(Technique.CV, r.technique());
        assertArrayEquals(new double[] {-0.5, -0.499}, r.si(QuantityKind.POTENTIAL).orElseThrow());
        assertArrayEquals(
                new double[] {-4.214e-4, -4.046e-4}, r.si(QuantityKind.CURRENT).orElseThrow());
        assertArrayEquals(new double[] {0.5, 1}, r.si(QuantityKind.TIME).orElseThrow());
        assertEquals(0.273, r.metadata().get("Channel 1 Segment 1 Ep / V"));
        assertEquals(0.5, r.metadata().get("Channel 1 Segment 1 Ep / V (2)"));
        assertEquals(4.046e-6, r.metadata().get("Channel 1 Segment 1 ip / A"));
        assertEquals("P", r.metadata().get("Init P/N"));
        assertTrue(r.assumptions().getFirst().contains("anodic"));
    }

    @Test
    void cutWithinARow() throws IOException {
        Recording r = read(VOLTAMMOGRAM.substring(0, VOLTAMMOGRAM.length() - 8));
        assertEquals(1, r.table().rows());
        assertEquals("rows.cut", r.problems().getFirst().code());
        assertThrows(
                FormatException.class,
                () -> read(VOLTAMMOGRAM.substring(0, VOLTAMMOGRAM.indexOf("Potential/V"))));
    }

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        List<Path> samples = Samples.of("chi", ".txt");
        assertEquals(6, samples.size());
        return samples.stream()
                .map(s -> DynamicTest.dynamicTest(s.getFileName() + "", () -> compare(s)));
    }

    private void compare(Path sample) throws IOException {
        Recording r = read(sample);
        Samples.Table table = Samples.expected(sample).getFirst();
        assertEquals(table.rows(), r.table().rows());
        for (int i = 0; i < table.columns().size(); i++) {
            Samples.Expectation expected = table.columns().get(i);
            String where = sample.getFileName() + " " + expected.name();
            expected.check(where, Samples.stored(r.table().columns().get(i)));
        }
        assertTrue(r.start().isPresent());
        assertTrue(r.instrument().startsWith("CHI"));
        assertTrue(r.technique() != Technique.OTHER);
    }

    @Test
    void whatSamplesSay() throws IOException {
        Recording cv = read(Samples.one("chi", "nomad-chemical-energy__CV-1T.txt"));
        assertEquals(0.04, cv.metadata().get("Scan Rate (V/s)"));
        assertEquals(Optional.of(LocalDateTime.of(2024, 6, 13, 13, 13, 28)), cv.start());
        Recording dpv = read(Samples.one("chi", "potentiostat-data-parser__MPRN_tab.txt"));
        assertEquals(Technique.DPV, dpv.technique());
        assertEquals(0.506, dpv.metadata().get("Ep / V"));
        Recording eis = read(Samples.one("chi", "impedance.py__exampleDataCHInstruments.txt"));
        assertArrayEquals(
                new double[] {99.61e3, 82.52e3},
                java.util.Arrays.copyOf(eis.si(QuantityKind.FREQUENCY).orElseThrow(), 2),
                1e-6);
    }
}
