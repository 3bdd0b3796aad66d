// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import static org.ionbench.instruments.biologic.Collected.column;
import static org.ionbench.instruments.biologic.Collected.names;
import static org.ionbench.instruments.biologic.Collected.si;
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
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

class MptImporterTest implements ImporterContract {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String FULL =
            """
            EC-Lab ASCII FILE
            Nb header lines : 15

            Potentio Electrochemical Impedance Spectroscopy

            Run on channel : 1 (SN 15265)
            Acquisition started on : 01/10/2024 11:02:29.886
            Device : SP-300 (SN 1854)
            Electrode surface area : 0,196 cm\u00b2
            Ei (V)              0,000
            vs.                 Eoc                 Ref
            Number of loops : 2
            Loop 0 from point number 0 to 1
            Loop 1 from point number 2 to 3
            freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\tCs/\u00b5F\tcycle number\t
            1,0000000E+004\t3,0000000E+000\t4,0000000E+000\t0\t1
            0,0000000E+000\t3,5000000E+000\t-5,0000000E-001\t0\t1
            1,0000000E+004\t3,0000000E+000\t4,0000000E+000\tXXX\t1
            1,0000000E+003\t3,0000000E+000\tINF\t0\t1
            """;

    @Override
    public Importer importer() {
        return new MptImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("made.mpt", FULL.getBytes(WESTERN)));
    }

    private static Collected read(String text, Charset charset) throws IOException {
        return read(MemorySource.of("made.mpt", text.getBytes(charset)));
    }

    private static Collected read(MemorySource source) throws IOException {
        return Collected.read(new MptImporter(), source);
    }

    @Test
    void readsAFullHeaderInEitherEncoding() throws IOException {
        for (Charset charset : List.of(WESTERN, StandardCharsets.UTF_8)) {
            Collected sink = read(FULL, charset);
            Recording t = sink.first();
            assertEquals(List.of("eclab.spectra"), sink.codes());
            assertEquals(Technique.EIS, t.technique());
            assertEquals("Potentio Electrochemical Impedance Spectroscopy", t.name());
            assertEquals("BioLogic SP-300 (SN 1854)", t.instrument());
            assertEquals(
                    LocalDateTime.of(2024, 1, 10, 11, 2, 29, 886_000_000), t.start().orElseThrow());
            assertTrue(t.assumptions().containsAll(List.of("month before day", "decimal comma")));
            assertEquals("0,196 cm\u00b2", t.metadata().get("Electrode surface area"));
            assertEquals("Eoc; Ref", t.metadata().get("vs."));
            assertEquals("0, 2", t.metadata().get("First rows of loops"));
            assertEquals("0, 2", t.metadata().get("First rows of spectra"));
            assertEquals("Cs/\u00b5F", names(t).get(3));
            assertArrayEquals(new double[] {1e4, 0, 1e4, 1e3}, column(t, "freq/Hz"));
            assertArrayEquals(
                    new double[] {4, -0.5, 4, Double.POSITIVE_INFINITY}, column(t, "-Im(Z)/Ohm"));
            assertTrue(Double.isNaN(column(t, "Cs/\u00b5F")[2]));
            assertEquals(
                    QuantityKind.IMPEDANCE_IMAGINARY, t.table().columns().get(2).spec().kind());
            assertTrue(t.table().columns().get(2).spec().isNegated());
        }
    }

    @Test
    void readsThreeLineAndMissingHeaders() throws IOException {
        String rows =
                "mode\terror\ttime/s\tEwe/V\t<I>/mA\t\n"
                        + "3\t0\t1.5E+001\t-1.7E-003\t2\n"
                        + "3\t0\t2.5E+001\t1\t-2\n";
        for (String head :
                List.of(
                        "EC-Lab ASCII FILE\nNb header lines : 3      \n",
                        "",
                        "\r\n",
                        "BT-Lab ASCII FILE\r\nNb header lines : 4\r\n\r\n")) {
            Collected sink = read(head + rows, WESTERN);
            Recording t = sink.first();
            assertEquals(List.of(), sink.codes());
            assertEquals(5, t.table().columns().size());
            assertArrayEquals(new double[] {15, 25}, column(t, "time/s"));
            assertEquals(-0.002, si(t, 4, 1), 1e-12);
        }
    }

    @Test
    void tellsTechniquesByTitleAndByColumns() throws IOException {
        Map<String, Technique> titles =
                Map.of(
                        "Cyclic Voltammetry Advanced", Technique.CV,
                        "Galvanostatic Cycling with Potential Limitation", Technique.CYCLING,
                        "Open Circuit Voltage", Technique.OCV,
                        "Chronoamperometry / Chronocoulometry", Technique.CA,
                        "Modulo Bat", Technique.CYCLING,
                        "Something New", Technique.CV);
        for (Map.Entry<String, Technique> title : titles.entrySet()) {
            String text =
                    "EC-Lab ASCII FILE\nNb header lines : 5\n\n"
                            + title.getKey()
                            + "\nmode\ttime/s\tcontrol/V\tEwe/V\tcycle number\n2\t0\t0\t0\t1\n";
            assertEquals(title.getValue(), read(text, WESTERN).first().technique());
        }
    }

    @Test
    void readsCommaSeparatedTables() throws IOException {
        String text = "time/s,freq/Hz,|Z|/Ohm,Phase(Z)/deg,I/A\n1.5,1e3,50.7,-20.7,-1.8e-07\n";
        MemorySource source = MemorySource.of("a.csv", text.getBytes(WESTERN));
        assertEquals(Sniff.Certainty.CERTAIN, new MptImporter().sniff(source.head()).certainty());
        Recording t = read(source).first();
        assertEquals(Technique.EIS, t.technique());
        assertArrayEquals(new double[] {-1.8e-7}, column(t, "I/A"));
    }

    @Test
    void turnsDatesIntoSeconds() throws IOException {
        String text =
                "EC-Lab ASCII FILE\nNb header lines : 4\n"
                        + "Acquisition started on : 12/31/2023 23:59:50.000\n"
                        + "time/s\tEwe/V\t\n"
                        + "12/31/2023 23:59:50.5000\t1\n01/01/2024 00:00:10.2500\t2\n";
        Recording t = read(text, WESTERN).first();
        assertArrayEquals(new double[] {0.5, 20.25}, column(t, "time/s"), 1e-9);
    }

    @Test
    void leavesOutAHalfWrittenLastRow() throws IOException {
        String text = "time/s\tEwe/V\tI/mA\n1\t2\t3\n4\t5\n6\t7\t8\n9\t1";
        Collected sink = read(text, WESTERN);
        Recording t = sink.first();
        assertArrayEquals(new double[] {1, 4, 6}, column(t, "time/s"));
        assertTrue(Double.isNaN(column(t, "I/mA")[1]));
        assertEquals(List.of("mpt.fields", "mpt.cut"), sink.codes());
        assertEquals("line 5", t.problems().get(1).place());
    }

    @Test
    void namesWhatIsNoNumber() throws IOException {
        Collected sink = read("time/s\tEwe/V\tI/mA\n1\t2\t3\n4\tfive\t6\n", WESTERN);
        assertEquals(List.of("mpt.number"), sink.codes());
        assertEquals("line 3", sink.first().problems().getFirst().place());
    }

    @Test
    void refusesSettingsFiles() {
        MemorySource source =
                MemorySource.of("a.mps", "EC-LAB SETTING FILE\r\n\r\nx".getBytes(WESTERN));
        assertEquals(Sniff.Certainty.NO, new MptImporter().sniff(source.head()).certainty());
        FormatException e = assertThrows(FormatException.class, () -> read(source));
        assertTrue(e.getMessage().contains("settings file"), e.getMessage());
    }

    @Test
    void readsOrRefusesWithAPlace() throws IOException {
        byte[] file = FULL.getBytes(WESTERN);
        for (int length = 0; length < file.length; length++) {
            attempt(Arrays.copyOf(file, length));
        }
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = file.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                damaged[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            attempt(damaged);
        }
    }

    private static void attempt(byte[] file) throws IOException {
        try {
            read(MemorySource.of("a.mpt", file));
        } catch (FormatException e) {
            assertTrue(e.place().startsWith("line "), e.getMessage());
        }
    }
}
