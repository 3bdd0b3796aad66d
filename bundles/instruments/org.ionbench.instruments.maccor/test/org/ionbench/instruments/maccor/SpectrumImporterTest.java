// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

class SpectrumImporterTest implements ImporterContract {
    private static final String HEAD =
            """
            MACCOR, INC.    AC Impedance Test
            Frequency Sweep:   Open Circut Voltage
            my.000
            a_b.EDA0001.041
            Line 4
            Line 5
            Start Date:  Wednesday, November 2, 2016 Start Time:   15:58
            Line 7
            0.0005  2  0  10  1000

            Freq(Hz)\tPolar(V)\ttime(sec)\tZ'(a)\tZ''(b)\tPhase_Angle\tZ-Mag\tC(F)\tStatus\tirg\tVMag\tIMag\tV-DC\tisg\trc

            """;
    private static final String ROWS =
            """
            1000.0\t6283.185307\t38.2\t30.0\t-40.0\t-53.130102\t50.0\t0.0\t7.15\t\t\t\t3.9
            100.0\t628.3185307\t53.6\t60.0\t-80.0\t-53.130102\t100.0\t0.0\t11.1\t\t\t\t3.9
            """;

    @Override
    public Importer importer() {
        return new SpectrumImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.EDA0001.041", HEAD + ROWS),
                MemorySource.of(
                        "b.EDA0001.041", (HEAD + ROWS).replaceAll("(\\d)\\.(\\d)", "$1,$2")));
    }

    private Recording read(MemorySource file) throws IOException {
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        return RecordedSink.read(importer(), file).recordings().getFirst();
    }

    @Test
    void labelsAreOthersThanValues() throws IOException {
        Recording r = read(fixtures().getFirst());
        assertEquals(Technique.EIS, r.technique());
        assertEquals(Optional.of(LocalDateTime.of(2016, 11, 2, 15, 58)), r.start());
        assertEquals("Open Circut Voltage", r.metadata().get("Frequency Sweep"));
        assertEquals("my.000", r.metadata().get("Procedure"));
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {30, 60}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(
                new double[] {-40, -80}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertArrayEquals(
                new double[] {-0.927295, -0.927295},
                r.si(QuantityKind.IMPEDANCE_PHASE).orElseThrow(),
                1e-6);
        assertArrayEquals(new double[] {3.9, 3.9}, r.si(QuantityKind.CELL_VOLTAGE).orElseThrow());
        assertEquals(13, r.table().columns().size());
        assertEquals("rad/s", r.table().columns().get(1).spec().unitText().orElseThrow());
        assertTrue(r.changes().getFirst().startsWith("Polar(V) holds 2 pi"));
        assertEquals(List.of("maccor.unfilled"), r.problems().stream().map(Problem::code).toList());
    }

    @Test
    void decimalComma() throws IOException {
        Recording r = read(fixtures().getLast());
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertTrue(r.assumptions().contains("decimal comma"));
    }

    @Test
    void withoutRows() throws IOException {
        Recording r = read(MemorySource.of("a", HEAD));
        assertEquals(0, r.table().rows());
        assertEquals("rows.empty", r.problems().getFirst().code());
    }
}
