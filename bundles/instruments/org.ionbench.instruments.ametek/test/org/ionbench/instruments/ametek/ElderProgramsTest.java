// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

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
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** CorrWare, PowerSuite and Model 270: public files, and small ones written here. */
class ElderProgramsTest {
    private static final List<Importer> ALL =
            List.of(
                    new ParImporter(),
                    new CorrWareImporter(),
                    new PowerSuiteImporter(),
                    new Model270Importer());

    private static List<Recording> read(Importer importer, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (Importer other : ALL) {
            assertEquals(
                    other == importer ? Sniff.Certainty.CERTAIN : Sniff.Certainty.NO,
                    Collected.sniff(other, "a", bytes).certainty());
        }
        return Collected.read(importer, "a", bytes).recordings;
    }

    private static Importer of(Class<? extends Importer> type) {
        return ALL.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    private static void compare(Path sample, Recording recording, List<QuantityKind> kinds)
            throws IOException {
        Samples.Table table = Samples.expected(sample).getFirst();
        assertEquals(table.rows(), recording.table().rows());
        for (int i = 0; i < kinds.size(); i++) {
            QuantityKind kind = kinds.get(i);
            double[] stored = Samples.stored(recording.table().column(kind).orElseThrow());
            table.columns().get(i).check(sample.getFileName() + " " + kind, stored);
        }
    }

    @Test
    void corrWareSamples() throws IOException {
        List<Path> samples = Samples.of("ametek", ".cor");
        assertTrue(samples.size() >= 4);
        for (Path sample : samples) {
            Recording r = read(of(CorrWareImporter.class), Files.readString(sample)).getFirst();
            compare(
                    sample,
                    r,
                    List.of(
                            QuantityKind.POTENTIAL,
                            QuantityKind.CURRENT_DENSITY,
                            QuantityKind.TIME));
            assertEquals(Technique.CV, r.technique());
            assertEquals(
                    LocalDateTime.of(2021, 9, 14, 16, 26).toLocalDate(),
                    r.start().orElseThrow().toLocalDate());
            assertEquals("PAR273", r.instrument());
            assertEquals(20L, r.metadata().get("Scan Rate"));
            assertEquals(0.65, r.metadata().get("Potential #3"));
        }
    }

    @Test
    void corrWare() throws IOException {
        Recording r =
                read(
                                of(CorrWareImporter.class),
                                "CORRW ASCII\r\n"
                                        + "  CorrWare for Windows: Version 2.6b\r\n"
                                        + "  Potentiodynamic\t[0,1]\r\n"
                                        + "  Date: 03-04-2010    Time: 05:06:07\r\n"
                                        + "  Begin Information:   Cell Information\r\n"
                                        + "    Surface Area:   0,5\r\n"
                                        + "  E(Volts)\tI(A/cm2)\tT(Seconds)\r\n"
                                        + "End Comments\r\n"
                                        + "1.0E-01\t-2.0E-03\t0.0E+00\r\n"
                                        + "2.0E-01\t3.0E-03\t1.5E+00\r\n")
                        .getFirst();
        assertEquals(Technique.LSV, r.technique());
        assertArrayEquals(
                new double[] {-20, 30}, r.si(QuantityKind.CURRENT_DENSITY).orElseThrow(), 1e-12);
        assertArrayEquals(new double[] {0, 1.5}, r.si(QuantityKind.TIME).orElseThrow());
        assertEquals(0.5, r.metadata().get("Surface Area"));
        assertEquals(Optional.of(LocalDateTime.of(2010, 3, 4, 5, 6, 7)), r.start());
        assertTrue(r.assumptions().getFirst().contains("month before day"));
        assertThrows(
                FormatException.class,
                () ->
                        Collected.read(
                                of(CorrWareImporter.class),
                                "a",
                                "CORRW ASCII\nx\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void powerSuiteSamples() throws IOException {
        List<QuantityKind> kinds =
                List.of(
                        QuantityKind.FREQUENCY,
                        QuantityKind.IMPEDANCE_REAL,
                        QuantityKind.IMPEDANCE_IMAGINARY);
        for (Path sample : Samples.of("ametek", ".txt")) {
            List<Recording> all = read(of(PowerSuiteImporter.class), Files.readString(sample));
            compare(sample, all.getLast(), kinds);
            assertEquals(Technique.EIS, all.getLast().technique());
        }
    }

    @Test
    void powerSuite() throws IOException {
        List<Recording> all =
                read(
                        of(PowerSuiteImporter.class),
                        "Potential (V)\tCurrent (A)\tElapsed Time (s)\tFrequency (Hz)\tZre (ohms)"
                                + "\tZim (ohms)\t|Vac| (V)\t\n"
                                + "3.5\t-0.1\t10\t0\t0\t0\t0\t\n"
                                + "3.5\t0\t20\t1000\t5\t-6\t0.01\t\n"
                                + "3.5\t0\t21\t100\t7\t-8\t0.01\t\n");
        assertEquals(List.of(1, 2), all.stream().map(r -> r.table().rows()).toList());
        assertArrayEquals(new double[] {-0.1}, all.get(0).si(QuantityKind.CURRENT).orElseThrow());
        assertTrue(all.get(0).si(QuantityKind.FREQUENCY).isEmpty());
        assertArrayEquals(
                new double[] {-6, -8},
                all.get(1).si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        Recording short3 =
                read(
                                of(PowerSuiteImporter.class),
                                "Frequency\t Zre\t Zimg\r\r\n0.1\t 40\t -4\r\r\n")
                        .getFirst();
        assertArrayEquals(
                new double[] {-4}, short3.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
    }

    @Test
    void model270Sample() throws IOException {
        Path sample = Samples.of("ametek", ".csv").getFirst();
        Recording r = read(of(Model270Importer.class), Files.readString(sample)).getFirst();
        assertEquals(Technique.CV, r.technique());
        // The number of points the file itself announces.
        assertEquals(3001L, r.metadata().get("NP"));
        assertEquals("Model 270/250", r.instrument());
        assertEquals(3001, r.table().rows());
        assertEquals(Optional.of(LocalDateTime.of(2015, 5, 28, 15, 3, 5)), r.start());
        assertEquals(
                0.3,
                Arrays.stream(r.si(QuantityKind.POTENTIAL).orElseThrow()).max().orElseThrow(),
                1e-3);
    }

    @Test
    void model270() throws IOException {
        Recording r =
                read(
                                of(Model270Importer.class),
                                "PN  Model 270/250 Research\r\nEXT CV  CYCLIC VOLTAMMETRY\r\n"
                                        + "PC  E I T\r\nEND\r\n-3.0E-01  1.5E-07  4.0E-02\r\n"
                                        + " 2.0E-01 -1.0E-06  8.0E-02\r\n")
                        .getFirst();
        assertArrayEquals(new double[] {-0.3, 0.2}, r.si(QuantityKind.POTENTIAL).orElseThrow());
        // Cathodic is positive in the file and negative here.
        assertArrayEquals(new double[] {-1.5e-7, 1e-6}, r.si(QuantityKind.CURRENT).orElseThrow());
        assertEquals(1, r.changes().size());
    }

    @Test
    void decimalCommasAndACutLastRow() throws IOException {
        String text =
                "Frequency\tZre\tZimg\n1000,5\t10,25\t-1,5E+00\n100,5\t11,25\t-2,5E+00\n"
                        + "10,5\t12,25\t-3,5E+00\n1,5\t13,25\t-4,5E";
        Recording r = read(of(PowerSuiteImporter.class), text).getFirst();
        assertArrayEquals(
                new double[] {10.25, 11.25, 12.25},
                r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertEquals(List.of("decimal comma"), r.assumptions());
        assertEquals(List.of("rows.cut"), r.problems().stream().map(p -> p.code()).toList());
    }
}
