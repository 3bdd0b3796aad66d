// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.metrohm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class NovaImporterTest implements ImporterContract {
    private static final String SPECTRUM =
            """
            \ufeffIndex;Frequency (Hz);Z' (\u03a9);-Z'' (\u03a9);Z (\u03a9);-Phase (\u00b0);Time (s)
            1;1000;30;40;50;53,13;0,5
            2;100;60;80,5;100;53,13;1,5
            """;
    private static final String VOLTAMMOGRAM =
            """
            Potential applied (V)\tTime (s)\tWE(1).Current (A)\tWE(1).Potential (V)\tScan\tIndex\tQ+
            0.1\t0.5\t-1E-06\t0.101\t1\t1\t2E-5
            0.2\t1.5\t2E-06\t0.201\t2\t2\t2E-5
            Potential applied (V)\tTime (s)\tWE(1).Current (A)\tWE(1).Potential (V)\tScan\tIndex\tQ+
            0.3\t0.5\t3E-06\t0.301\t1\t1\t2E-5
            """;

    @Override
    public Importer importer() {
        return new NovaImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("eis.txt", SPECTRUM), MemorySource.of("cv.txt", VOLTAMMOGRAM));
    }

    private List<Recording> read(String text) throws IOException {
        MemorySource file = MemorySource.of("a.dat", text);
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        return RecordedSink.read(importer(), file).recordings();
    }

    @Test
    void spectrum() throws IOException {
        Recording r = read(SPECTRUM).getFirst();
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {30, 60}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(
                new double[] {-40, -80.5}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertEquals(
                Math.toRadians(-53.13), r.si(QuantityKind.IMPEDANCE_PHASE).orElseThrow()[0], 1e-12);
        assertArrayEquals(new double[] {0.5, 1.5}, r.si(QuantityKind.TIME).orElseThrow());
        assertTrue(r.assumptions().contains("decimal comma"));
        assertEquals(1, r.changes().size());
        assertEquals(List.of(), r.problems());
    }

    @Test
    void repeatedNamesBeginANewMeasurement() throws IOException {
        List<Recording> all = read(VOLTAMMOGRAM);
        assertEquals(List.of(2, 1), all.stream().map(r -> r.table().rows()).toList());
        Recording r = all.getFirst();
        assertEquals(Technique.CV, r.technique());
        assertArrayEquals(new double[] {-1e-6, 2e-6}, r.si(QuantityKind.CURRENT).orElseThrow());
        // The measured potential, not the applied one.
        assertArrayEquals(new double[] {0.101, 0.201}, r.si(QuantityKind.POTENTIAL).orElseThrow());
        assertArrayEquals(new double[] {1, 2}, r.si(QuantityKind.CYCLE).orElseThrow());
        assertEquals(List.of(), r.problems());
    }

    @Test
    void theAppliedPotentialWhereThereIsNoOther() throws IOException {
        Recording r =
                read("Potential applied (V),WE(1).Current (A)\n0.1,1E-3\n0.2,2E-3\n").getFirst();
        assertEquals(Technique.LSV, r.technique());
        assertArrayEquals(new double[] {0.1, 0.2}, r.si(QuantityKind.POTENTIAL).orElseThrow());
    }
}
