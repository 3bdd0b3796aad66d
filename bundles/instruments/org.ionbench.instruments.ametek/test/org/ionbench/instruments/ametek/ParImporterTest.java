// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ParImporterTest implements ImporterContract {
    private final ParImporter importer = new ParImporter();

    @Override
    public Importer importer() {
        return new ParImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of(
                        "a.par",
                        ParFile.started("Open Circuit", "Potentiostatic EIS")
                                .defined()
                                .direct(0, 41, 0.1, 0)
                                .spectrum(1, 100, 5, -1)
                                .ended()
                                .bytes("\r\n")));
    }

    private List<Recording> read(String text) throws IOException {
        return Collected.read(importer, "a.par", text.getBytes(StandardCharsets.UTF_8)).recordings;
    }

    private static boolean has(Recording recording, String code) {
        return recording.problems().stream().anyMatch(p -> p.code().equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void spectraAndDirectCurrent(String lineEnd) throws IOException {
        byte[] file =
                ParFile.started(
                                "DAC Control",
                                "Open Circuit",
                                "Potentiostatic EIS",
                                "Potentiostatic EIS",
                                "Chronoamperometry")
                        .defined()
                        .direct(0, 41, 0.2, 0)
                        .spectrum(1, 1e6, 100.5, -3.25)
                        .spectrum(1, 1e5, 110, -30)
                        .spectrum(2, 1e6, 90, -2)
                        .direct(3, 3, 0.01, -2.5e-6)
                        .ended()
                        .bytes(lineEnd);
        List<Recording> all = Collected.read(importer, "a.par", file).recordings;
        assertEquals(
                List.of(Technique.OCV, Technique.EIS, Technique.EIS, Technique.CA),
                all.stream().map(Recording::technique).toList());
        assertEquals(
                List.of(2L, 3L, 4L, 5L),
                all.stream().map(r -> r.metadata().get("Number in Order")).toList());
        Recording eis = all.get(1);
        assertArrayEquals(new double[] {1e6, 1e5}, eis.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(
                new double[] {100.5, 110}, eis.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(
                new double[] {-3.25, -30}, eis.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertFalse(eis.isCalibrated());
        assertTrue(all.get(3).isCalibrated());
        assertArrayEquals(
                new double[] {-2.5e-6}, all.get(3).si(QuantityKind.CURRENT).orElseThrow());
        assertEquals(24, eis.table().columns().size());
        assertEquals("VersaSTAT3F-300", eis.instrument());
        assertEquals("0012345", eis.metadata().get("Instrument/SN"));
        assertEquals(false, eis.metadata().get("Leave Cell ON"));
        assertEquals(0.785, eis.metadata().get("Working Electrode Area (cm2)"));
        assertFalse(eis.metadata().containsKey("Experiment/Height"));
        assertEquals(Optional.of(LocalDateTime.of(2024, 9, 12, 15, 53, 19)), eis.start());
    }

    @Test
    void columnsFollowTheDefinition() throws IOException {
        Recording r =
                read("<Segment1>\n"
                                + "Definition=ActionId, Z Imag, Z Real, Frequency(Hz)\n"
                                + "21,-5,1.000000E+01,1.000000E+06\n</Segment1>\n")
                        .getFirst();
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {1e6}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {10}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(new double[] {-5}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {";", "\\t", ",_"})
    void decimalComma(String written) throws IOException {
        String separator = written.replace("\\t", "\t").replace('_', ' ');
        Recording r =
                read("<Segment1>\nDefinition=Segment #, Frequency(Hz), Z Real, Z Imag,"
                                + " ActionId, 0\n"
                                + String.join(separator, "0", "1,5E+03", "10,25", "-1,5", "21")
                                + "\n</Segment1>\n")
                        .getFirst();
        assertArrayEquals(new double[] {1500}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {10.25}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertTrue(r.assumptions().contains("decimal comma"));
    }

    @Test
    void decimalCommaAmongCommasIsRefused() {
        FormatException e =
                assertThrows(
                        FormatException.class,
                        () ->
                                read(
                                        "<Segment1>\nDefinition=Segment #, Frequency(Hz), Z Real, Z"
                                                + " Imag, 0\n0,1,5E+03,10,25,-1,5\n</Segment1>\n"));
        assertEquals("line 3", e.place());
        assertTrue(e.getMessage().contains("decimal comma"), e.getMessage());
    }

    @Test
    void unknownActionIsNamedAfterItsAction() throws IOException {
        List<Recording> all =
                read(
                        ParFile.started(
                                        "Square Wave Voltammetry",
                                        "Galvanostatic EIS",
                                        "Something New")
                                .defined()
                                .direct(0, 901, 0.1, 1)
                                .line("1,1,0,0,1,0,5,53,0,100,0,0,0,0,7,-8,0,0,0,0,0,0,902,0.01")
                                .ended()
                                .text());
        assertEquals(Technique.SWV, all.get(0).technique());
        assertEquals(Technique.EIS, all.get(1).technique());
        assertArrayEquals(
                new double[] {-8}, all.get(1).si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
    }

    @Test
    void severalSegmentsOfOneActionShareItsSettings() throws IOException {
        List<Recording> all =
                read(
                        ParFile.started("Cyclic Voltammetry (Multiple Cycles)", "Chronoamperometry")
                                .defined()
                                .direct(0, 38, 0.1, 1)
                                .direct(1, 38, 0.1, 1)
                                .direct(2, 3, 0.1, 1)
                                .ended()
                                .text());
        assertEquals(
                List.of(1L, 1L, 2L),
                all.stream().map(r -> r.metadata().get("Number in Order")).toList());
    }

    @Test
    void loopsBeginAgain() throws IOException {
        List<Recording> all =
                read(
                        ParFile.started("Loop", "Chronoamperometry", "Potentiostatic EIS")
                                .defined()
                                .direct(0, 3, 0.1, 1)
                                .spectrum(1, 10, 1, -1)
                                .direct(2, 3, 0.1, 1)
                                .spectrum(3, 10, 1, -1)
                                .ended()
                                .text());
        assertEquals(
                List.of(2L, 3L, 2L, 3L),
                all.stream().map(r -> r.metadata().get("Number in Order")).toList());
        assertEquals(4, all.stream().map(Recording::name).distinct().count());
    }

    @Test
    void pointsCountedAnewAreAnotherMeasurement() throws IOException {
        List<Recording> all =
                read(
                        "<Segment1>\nDefinition=Segment #, Point #, Frequency(Hz), Z Real, Z Imag,"
                                + " ActionId\n0,0,1000,1,-1,21\n0,1,100,2,-2,21\n"
                                + "0,0,1000,3,-3,21\n0,1,100,4,-4,21\n</Segment1>\n");
        assertEquals(2, all.size());
        assertArrayEquals(
                new double[] {3, 4}, all.get(1).si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertEquals(2, all.stream().map(Recording::name).distinct().count());
    }

    @Test
    void withoutPoints() throws IOException {
        Recording r =
                read(ParFile.started("Potentiostatic EIS").defined().ended().text()).getFirst();
        assertEquals(0, r.table().rows());
        assertEquals(24, r.table().columns().size());
        assertEquals(Technique.EIS, r.technique());
        assertTrue(has(r, "par.empty"));
    }

    @Test
    void halfWrittenLastRow() throws IOException {
        String text =
                ParFile.started("Potentiostatic EIS")
                        .defined()
                        .spectrum(0, 100, 1, -1)
                        .spectrum(0, 10, 2, -2)
                        .text();
        Recording r = read(text.substring(0, text.length() - 12)).getFirst();
        assertEquals(1, r.table().rows());
        assertTrue(has(r, "par.unfinished"));
    }

    @Test
    void aDamagedLineAmongThePointsCostsOnlyItself() throws IOException {
        Recording r =
                read(ParFile.started("Potentiostatic EIS")
                                .defined()
                                .spectrum(0, 1000, 1, -2)
                                .line("%%%% power failure")
                                .spectrum(0, 100, 3, -4)
                                .ended()
                                .text())
                        .getFirst();
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertTrue(r.problems().stream().anyMatch(p -> p.code().equals("par.lines")));
    }

    @Test
    void rowsOfAnotherWidth() throws IOException {
        Recording r =
                read("<Segment1>\nDefinition=Segment #, E(V), I(A)\n0,1,2\n0,1\n"
                                + "0,1,x\n</Segment1>\n")
                        .getFirst();
        double[] current = r.si(QuantityKind.CURRENT).orElseThrow();
        assertEquals(2, current[0]);
        assertTrue(Double.isNaN(current[1]) && Double.isNaN(current[2]));
        assertTrue(has(r, "par.ragged") && has(r, "par.number"));
    }

    @Test
    void definedColumnsWithoutValues() throws IOException {
        Recording r =
                read("<Segment1>\nDefinition=Segment #, E(V), I(A), Q(C), E2(V)\n0,1,2\n"
                                + "</Segment1>\n")
                        .getFirst();
        assertEquals(3, r.table().columns().size());
        assertTrue(has(r, "par.columns"));
    }

    @Test
    void binaryIsRefused() {
        FormatException e =
                assertThrows(
                        FormatException.class,
                        () ->
                                read(
                                        ParFile.started("Potentiostatic EIS").defined().text()
                                                + "\u0001\u0002PK\u0003\n</Segment1>\n"));
        assertTrue(e.getMessage().contains("binary"), e.getMessage());
    }

    @Test
    void settingsAloneAreRefused() {
        assertThrows(
                FormatException.class,
                () -> read("<Application>\nName=VersaStudio\n</Application>\n"));
    }

    @Test
    void sectionsMayFollowThePoints() throws IOException {
        Recording r =
                read("<Segment1>\nDefinition=Segment #, E(V), ActionId\n0,1,41\n"
                                + "</Segment1>\n<Instrument>\nType=PMC-1000\n</Instrument>\n"
                                + "<Action1>\nDuration (s)=30\nName=Open Circuit\n</Action1>\n")
                        .getFirst();
        assertEquals("PMC-1000", r.instrument());
        assertEquals(30L, r.metadata().get("Duration (s)"));
        assertEquals(Technique.OCV, r.technique());
    }

    @Test
    void layoutOfWindowsIsNoSection() throws IOException {
        Recording r =
                read("<DockingLayout>\n<Segment1>\n"
                                + "<a>".repeat(300_000)
                                + "\n"
                                + "</DockingLayout>\n<Segment1>\nDefinition=Segment #, E(V)\n"
                                + "0,1\n</Segment1>\n")
                        .getFirst();
        assertEquals(1, r.table().rows());
    }

    @Test
    void sniffs() {
        byte[] own = ParFile.started("Open Circuit").defined().ended().bytes("\r\n");
        assertEquals(Sniff.Certainty.CERTAIN, Collected.sniff(importer, "x.par", own).certainty());
        for (String other : List.of("", "EXPLAIN\r\nTAG\tCV\r\n", "<?xml version=\"1.0\"?><a/>")) {
            byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
            assertEquals(Sniff.Certainty.NO, Collected.sniff(importer, "x.par", bytes).certainty());
        }
    }

    /** Cut or spoilt anywhere, a file is read or refused, never anything else. */
    @Test
    void spoiltFiles() {
        byte[] whole =
                ParFile.started("Open Circuit", "Potentiostatic EIS")
                        .defined()
                        .direct(0, 41, 0.1, 0)
                        .spectrum(1, 100, 5, -1)
                        .ended()
                        .bytes("\r\n");
        for (int length = 0; length < whole.length; length++) {
            readOrRefuse(Arrays.copyOf(whole, length));
        }
        Random random = new Random(20240912);
        for (int i = 0; i < 2000; i++) {
            byte[] spoilt = whole.clone();
            for (int k = 0; k < 4; k++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(spoilt);
        }
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            Collected.read(importer, "spoilt.par", bytes);
        } catch (FormatException e) {
            assertTrue(e.getMessage().startsWith("spoilt.par"), e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
