// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

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
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

class SessionImporterTest implements ImporterContract {
    private static final String WHOLE =
            SessionFile.session(SessionFile.spectrum(), SessionFile.voltammogram());

    @Override
    public Importer importer() {
        return new SessionImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("whole.pssession", SessionFile.bytes(WHOLE)),
                MemorySource.of("elder.pssession", SessionFile.bytes(SessionFile.elder())));
    }

    private RecordedSink sink(byte[] content) throws IOException {
        MemorySource file = MemorySource.of("a.dat", content);
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        return RecordedSink.read(importer(), file);
    }

    private List<Recording> read(String json) throws IOException {
        return sink(SessionFile.bytes(json)).recordings();
    }

    @Test
    void signsAreTurnedAndUnitsBelieved() throws IOException {
        Recording r = read(WHOLE).getFirst();
        assertEquals("Impedance Spectroscopy", r.name());
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {30, 60}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(
                new double[] {-40, -80}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertEquals(Math.atan2(-4, 3), r.si(QuantityKind.IMPEDANCE_PHASE).orElseThrow()[0], 1e-9);
        assertArrayEquals(
                new double[] {5e-6, 6e-6}, r.si(QuantityKind.CURRENT).orElseThrow(), 1e-18);
        assertEquals(1, r.changes().size());
        assertEquals(7, r.table().column("Idc.C").orElseThrow().at(0));
    }

    @Test
    void whatIsSaid() throws IOException {
        Recording r = read(WHOLE).getFirst();
        assertEquals(Optional.of(LocalDateTime.of(2025, 7, 17, 10, 1, 32, 986_096_000)), r.start());
        assertEquals(Optional.of("+02:00"), r.zone());
        assertEquals("PalmSens4 PS4A22B000001", r.instrument());
        assertEquals(-0.5, r.metadata().get("E_BEGIN"));
        assertEquals(2L, r.metadata().get("N_SCANS"));
        assertEquals("a cell\nb", r.metadata().get("NOTES"));
        assertEquals("R(RC)", r.metadata().get("CDC"));
        assertEquals("1.5, 2", r.metadata().get("FitValues"));
        assertEquals("pssession.unit", r.problems().getFirst().code());
        assertTrue(r.problems().getFirst().message().contains("Furlong"));
    }

    @Test
    void spectraOfASeriesAreApartAndOfEveryChannel() throws IOException {
        List<Recording> all = read(SessionFile.session(SessionFile.series()));
        assertEquals(
                List.of(
                        "Impedance Spectroscopy, CH 1, E=0.1 V",
                        "Impedance Spectroscopy, CH 1, E=0.2 V",
                        "Impedance Spectroscopy, CH 2, E=0.1 V",
                        "Impedance Spectroscopy, CH 2, E=0.2 V"),
                all.stream().map(Recording::name).toList());
        for (int i = 0; i < 4; i++) {
            double first = 10 * (1 + i / 2) + 1 + 2 * (i % 2);
            assertArrayEquals(
                    new double[] {first, first + 1},
                    all.get(i).si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
            assertEquals(List.of(), all.get(i).problems());
        }
    }

    @Test
    void scansAreApart() throws IOException {
        List<Recording> all = read(WHOLE);
        assertEquals(
                List.of(
                        "Impedance Spectroscopy",
                        "Cyclic Voltammetry scan 1",
                        "Cyclic Voltammetry scan 2",
                        "Cyclic Voltammetry scan 1, 3 values"),
                all.stream().map(Recording::name).toList());
        assertEquals(
                List.of(Technique.EIS, Technique.CV, Technique.CV, Technique.OTHER),
                all.stream().map(Recording::technique).toList());
        Recording first = all.get(1);
        assertArrayEquals(new double[] {0, 1}, first.si(QuantityKind.TIME).orElseThrow());
        assertArrayEquals(new double[] {0.1, 0.2}, first.si(QuantityKind.POTENTIAL).orElseThrow());
        assertTrue(first.table().column("scan1 Current").isPresent());
        assertArrayEquals(
                new double[] {9e-6}, all.get(2).si(QuantityKind.CURRENT).orElseThrow(), 1e-18);
        assertArrayEquals(
                new double[] {0, 7e-6, 8e-6},
                all.get(3).si(QuantityKind.CHARGE).orElseThrow(),
                1e-18);
    }

    @Test
    void firstVersionsKeepDataInCurves() throws IOException {
        Recording r = read(SessionFile.elder()).getFirst();
        assertEquals("Differential Pulse Voltammetry, DPV", r.name());
        assertEquals(Technique.DPV, r.technique());
        assertArrayEquals(new double[] {-0.5, -0.4}, r.si(QuantityKind.POTENTIAL).orElseThrow());
        assertArrayEquals(
                new double[] {1e-6, 2e-6}, r.si(QuantityKind.CURRENT).orElseThrow(), 1e-18);
    }

    @Test
    void aSessionThatEndsEarlyGivesItsWholeArrays() throws IOException {
        String cut =
                WHOLE.substring(0, WHOLE.lastIndexOf("\"ArrayType\":2,\"Description\":\"scan2"));
        RecordedSink sink = sink(("\ufeff" + cut).getBytes(StandardCharsets.UTF_16LE));
        assertEquals("pssession.cut", sink.problems().getFirst().code());
        Recording first = sink.recordings().get(1);
        assertArrayEquals(new double[] {0.1, 0.2}, first.si(QuantityKind.POTENTIAL).orElseThrow());
    }

    @Test
    void nothingWholeIsRefused() {
        assertThrows(FormatException.class, () -> sink(SessionFile.bytes(WHOLE.substring(0, 80))));
        assertThrows(
                FormatException.class,
                () ->
                        RecordedSink.read(
                                importer(), MemorySource.of("a", SessionFile.bytes("[1]"))));
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"Type\":\"PalmSens.DataFiles.SessionFile\",\"x\":" + "[".repeat(100_000);
        assertThrows(FormatException.class, () -> sink(SessionFile.bytes(deep)));
    }
}
