// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class DtaImporterTest implements ImporterContract {
    /** An impedance spectrum after an open circuit; tabs are written as bars. */
    private static final List<String> SPECTRUM =
            List.of(
                    "EXPLAIN",
                    "TAG|EISPOT",
                    "TITLE|LABEL|Potentiostatic EIS|Test &Identifier",
                    "DATE|LABEL|9/12/2024|Date",
                    "TIME|LABEL|16:43:15|Time",
                    "NOTES|NOTES|2|&Notes...",
                    "first | line",
                    "CURVE of the second",
                    "PSTAT|PSTAT|REF600-1|Potentiostat",
                    "VDC|POTEN|5.00000E-002|T|DC &Voltage (V)",
                    "AREA|QUANT|7.85000E-001|&Area (cm^2)",
                    "CYCLES|IQUANT|3|Cycles (#)",
                    "DELAY|TWOPARAM|T|1.50000E+001|2.5|Init. De&lay|Time(s)|Stab.(mV/s)",
                    "STRIPPING|TOGGLE|F|Used for Stripping",
                    "OCVCURVE|TABLE|2",
                    "|Pt|T|Vf|Vm|Ach|Over|Temp",
                    "|#|s|V vs. Ref.|V|V|bits|deg C",
                    "|0|0.25|2.00000E-001|0|0|..........a|25.5",
                    "|1|0.50|2.01000E-001|0|0|...........|25.6",
                    "EOC|QUANT|0.2005|Open Circuit (V)",
                    "FRAMEWORKVERSION|LABEL|7.8.4|Framework Version",
                    "ZCURVE|TABLE",
                    "|Pt|Time|Freq|Zreal|Zimag|Zsig|Zmod|Zphz|Idc|Vdc|IERange",
                    "|#|s|Hz|ohm|ohm|V|ohm|\u00b0|A|V|#",
                    "|0|3|100000|30|-40|1|50|-53.13010235|1.5E-006|0.0501|9",
                    "|1|5|1000|60|-80|1|100|-53.13010235|1.4E-006|0.0502|8");

    private final DtaImporter importer = new DtaImporter();

    private static byte[] bytes(List<String> lines, String end, Charset charset) {
        return (String.join(end, lines).replace('|', '\t') + end).getBytes(charset);
    }

    @Override
    public Importer importer() {
        return new DtaImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("a.DTA", bytes(SPECTRUM, "\r\n", StandardCharsets.UTF_8)));
    }

    private List<Recording> read(List<String> lines) throws IOException {
        return Collected.read(importer, "a.dta", bytes(lines, "\n", StandardCharsets.UTF_8))
                .recordings;
    }

    private static List<String> replaced(String from, String to) {
        return SPECTRUM.stream().map(l -> l.replace(from, to)).toList();
    }

    private static boolean has(Recording recording, String code) {
        return recording.problems().stream().anyMatch(p -> p.code().equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "Shift_JIS", "GBK"})
    void spectrumAfterOpenCircuit(String charset) throws IOException {
        List<Recording> all =
                Collected.read(importer, "a.DTA", bytes(SPECTRUM, "\r\n", Charset.forName(charset)))
                        .recordings;
        assertEquals(
                List.of(Technique.OCV, Technique.EIS),
                all.stream().map(Recording::technique).toList());
        Recording eis = all.get(1);
        assertEquals("ZCURVE", eis.name());
        assertArrayEquals(
                new double[] {100000, 1000}, eis.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(
                new double[] {-40, -80}, eis.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        // The angle of 3 - 4i.
        assertEquals(
                -0.9272952180016122, eis.si(QuantityKind.IMPEDANCE_PHASE).orElseThrow()[0], 1e-9);
        Recording ocv = all.get(0);
        assertArrayEquals(new double[] {0.2, 0.201}, ocv.si(QuantityKind.POTENTIAL).orElseThrow());
        assertEquals(298.65, ocv.si(QuantityKind.TEMPERATURE).orElseThrow()[0], 1e-12);
        assertEquals("..........a", ocv.table().column("Over").orElseThrow().text(0));
        assertEquals(Optional.of(LocalDateTime.of(2024, 9, 12, 16, 43, 15)), eis.start());
        assertTrue(eis.assumptions().getFirst().contains("month before day"));
        assertEquals("REF600-1", eis.instrument());
        assertTrue(eis.isCalibrated());
    }

    @Test
    void settingsAreTyped() throws IOException {
        var settings = read(SPECTRUM).getFirst().metadata();
        assertEquals(0.785, settings.get("AREA"));
        assertEquals(3L, settings.get("CYCLES"));
        assertEquals(false, settings.get("STRIPPING"));
        assertEquals(0.05, settings.get("VDC"));
        assertEquals("open circuit", settings.get("VDC vs."));
        assertEquals(true, settings.get("DELAY"));
        assertEquals(15.0, settings.get("DELAY Time(s)"));
        assertEquals(2.5, settings.get("DELAY Stab.(mV/s)"));
        assertEquals(0.2005, settings.get("EOC"));
        assertEquals("7.8.4", settings.get("FRAMEWORKVERSION"));
        assertEquals("first \t line\nCURVE of the second", settings.get("NOTES"));
    }

    @Test
    void decimalCommaTurnsTheDateToo() throws IOException {
        List<String> lines =
                SPECTRUM.stream()
                        .map(l -> l.replaceAll("(\\d)\\.(\\d)", "$1,$2"))
                        .map(l -> l.replaceFirst("(VERSION\\|)LABEL\\|[^|]*", "$1QUANT|7,07"))
                        .toList();
        Recording eis = read(lines).get(1);
        assertArrayEquals(
                new double[] {1.5e-6, 1.4e-6}, eis.si(QuantityKind.CURRENT).orElseThrow());
        assertEquals(0.785, eis.metadata().get("AREA"));
        assertEquals("7.07", eis.metadata().get("FRAMEWORKVERSION"));
        assertTrue(eis.assumptions().contains("decimal comma"));
        assertEquals(Optional.of(LocalDateTime.of(2024, 12, 9, 16, 43, 15)), eis.start());
    }

    @ParameterizedTest
    @CsvSource({
        "31/5/2024, 2024-05-31T16:43:15",
        "5/31/2024, 2024-05-31T16:43:15",
        "2024-05-31, 2024-05-31T16:43:15",
        "31.05.2024, 2024-05-31T16:43:15",
        "03.05.2024, 2024-05-03T16:43:15",
        "10-2-2024, 2024-02-10T16:43:15"
    })
    void dates(String date, LocalDateTime start) throws IOException {
        assertEquals(Optional.of(start), read(replaced("9/12/2024", date)).getFirst().start());
    }

    @Test
    void unreadableDate() throws IOException {
        Recording r = read(replaced("9/12/2024", "the ides")).getFirst();
        assertTrue(r.start().isEmpty());
        assertTrue(has(r, "dta.date"));
    }

    @ParameterizedTest
    @CsvSource({
        "CV, CURVE1, cv",
        "CVEQCM, CURVE3, cv",
        "LSV, CURVE, lsv",
        "CHRONOA, CURVE, ca",
        "CHRONOP, CURVE, cp",
        "CORPOT, CURVE, ocv",
        "SQUARE_WAVE, CURVE, swv",
        "EISPOT, ZCURVE, eis",
        "GALVEIS, ZCURVE1, eis",
        "PWR800_CHARGE, CURVE, cycling",
        "POTENTIODYNAMIC, CURVE, lsv",
        "COLLECTCHRONOA, CURVE DETECTOR, ca",
        "SOMETHING, CURVE, other"
    })
    void techniques(String tag, String table, String technique) throws IOException {
        Recording r =
                read(List.of("EXPLAIN", "TAG|" + tag, table + "|TABLE", "|Pt|T", "|#|s", "|0|1"))
                        .getFirst();
        assertEquals(technique, r.technique().id());
        assertEquals(1, r.table().rows());
    }

    @Test
    void cathodicPositiveCurrentsAreTurned() throws IOException {
        Recording r =
                read(List.of(
                                "EXPLAIN",
                                "TAG|CV",
                                "CURVE1|TABLE",
                                "|Pt|T|Vf|Im|Q",
                                "|#|s|V vs. Ref.|A|C",
                                "|0|1|0.5|2E-3|-3E-4",
                                "CONVENTION|IQUANT|0|Current Convention"))
                        .getFirst();
        assertArrayEquals(new double[] {-2e-3}, r.si(QuantityKind.CURRENT).orElseThrow());
        assertArrayEquals(new double[] {3e-4}, r.si(QuantityKind.CHARGE).orElseThrow());
        assertArrayEquals(new double[] {0.5}, r.si(QuantityKind.POTENTIAL).orElseThrow());
        assertEquals(1, r.changes().size());
    }

    @Test
    void fewerRowsThanAnnounced() throws IOException {
        Recording r = read(replaced("OCVCURVE|TABLE|2", "OCVCURVE|TABLE|40")).getFirst();
        assertEquals(2, r.table().rows());
        assertTrue(has(r, "dta.count"));
    }

    @Test
    void halfWrittenLastRow() throws IOException {
        byte[] all = bytes(SPECTRUM, "\n", StandardCharsets.UTF_8);
        Recording eis =
                Collected.read(importer, "a.dta", Arrays.copyOf(all, all.length - 12))
                        .recordings
                        .getLast();
        assertEquals(1, eis.table().rows());
        assertTrue(has(eis, "dta.cut"));
    }

    @Test
    void oddRows() throws IOException {
        Recording r =
                read(List.of(
                                "EXPLAIN",
                                "TAG|CV",
                                "CURVE|TABLE",
                                "|Pt|T|Vf",
                                "|#|s|V",
                                "|0|1|2",
                                "|1|2",
                                "|2|x|2"))
                        .getFirst();
        double[] time = r.si(QuantityKind.TIME).orElseThrow();
        assertEquals(2, time[1]);
        assertTrue(Double.isNaN(time[2]));
        assertTrue(has(r, "dta.ragged") && has(r, "dta.number"));
    }

    @Test
    void strayLinesAreLeftOut() throws IOException {
        Collected all =
                Collected.read(
                        importer,
                        "a.dta",
                        bytes(
                                List.of(
                                        "EXPLAIN",
                                        "TAG|CV",
                                        "CURVE|TABLE",
                                        "|Pt|T",
                                        "|#|s",
                                        "|0|1",
                                        "  1 2|3"),
                                "\n",
                                StandardCharsets.UTF_8));
        assertEquals(1, all.recordings.getFirst().table().rows());
        assertEquals("dta.stray", all.problems.getFirst().code());
    }

    @Test
    void tableWithoutRows() throws IOException {
        Recording r =
                read(List.of("EXPLAIN", "TAG|CV", "CURVE|TABLE|5", "|Pt|Im", "|#|A")).getFirst();
        assertEquals(0, r.table().rows());
        assertEquals(2, r.table().columns().size());
        assertTrue(has(r, "dta.empty"));
    }

    @Test
    void withoutTableIsRefused() {
        FormatException e =
                assertThrows(FormatException.class, () -> read(List.of("EXPLAIN", "TAG|CV")));
        assertTrue(e.getMessage().contains("table"), e.getMessage());
        assertThrows(FormatException.class, () -> read(List.of("<Application>")));
    }

    @Test
    void sniffs() {
        assertEquals(
                Sniff.Certainty.CERTAIN,
                Collected.sniff(importer, "x", bytes(SPECTRUM, "\r\n", StandardCharsets.UTF_8))
                        .certainty());
        for (String other : List.of("", "<Application>\n", "EC-Lab ASCII FILE\n")) {
            assertEquals(
                    Sniff.Certainty.NO,
                    Collected.sniff(importer, "x.DTA", other.getBytes(StandardCharsets.UTF_8))
                            .certainty());
        }
    }

    /** Cut or spoilt anywhere, a file is read or refused, never anything else. */
    @Test
    void spoiltFiles() {
        byte[] whole = bytes(SPECTRUM, "\r\n", StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            readOrRefuse(Arrays.copyOf(whole, length));
        }
        Random random = new Random(20240912);
        for (int i = 0; i < 3000; i++) {
            byte[] spoilt = whole.clone();
            for (int k = 0; k < 4; k++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(spoilt);
        }
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            Collected.read(importer, "spoilt.dta", bytes);
        } catch (FormatException e) {
            assertTrue(e.getMessage().startsWith("spoilt.dta"), e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anUnknownTechniqueCostsOnlyItself() throws IOException {
        List<String> lines = replaced("EISPOT", "QUANTUM").stream().toList();
        List<String> curve = lines.stream().map(l -> l.replace("ZCURVE|", "CURVE|")).toList();
        Recording r = read(curve).get(1);
        assertEquals(Technique.OTHER, r.technique());
        assertEquals(2, r.table().rows());
        assertTrue(has(r, "technique.unknown"));
        assertFalse(has(read(SPECTRUM).get(1), "technique.unknown"));
    }
}
