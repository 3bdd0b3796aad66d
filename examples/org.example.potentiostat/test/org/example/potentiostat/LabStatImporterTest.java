// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.example.potentiostat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The contract every importer keeps, and the numbers of two files that are known. */
class LabStatImporterTest implements ImporterContract {
    private static final Path FIXTURES = Path.of("test", "fixtures");

    @Override
    public Importer importer() {
        return new LabStatImporter();
    }

    @Override
    public List<MemorySource> fixtures() throws IOException {
        return List.of(fixture("dummy-cells.lab"), fixture("cut-and-overloaded.lab"));
    }

    private static MemorySource fixture(String name) throws IOException {
        return MemorySource.of(FIXTURES.resolve(name));
    }

    @Test
    void tellsWhatWasMeasuredWhenAndByWhat() throws IOException {
        RecordedSink read = RecordedSink.read(importer(), fixture("dummy-cells.lab"));
        assertEquals(List.of(), read.problems());
        Recording cv = read.recordings().getFirst();
        assertEquals(Technique.CV, cv.technique());
        assertEquals("LabStat no. 3", cv.instrument());
        assertEquals(Optional.of(LocalDateTime.of(2026, 3, 11, 14, 2, 30)), cv.start());
        assertEquals("50 mV/s", cv.metadata().get("scan rate"));
        assertEquals("dummy cells", cv.metadata().get("sample"));
        assertEquals(Technique.EIS, read.recordings().get(1).technique());
        assertEquals(2, read.recordings().size());
    }

    /** Ohm's law, in SI and with an anodic current positive. */
    @Test
    void theResistorObeysOhmsLaw() throws IOException {
        Recording cv = read("dummy-cells.lab", 0);
        double[] time = cv.si(QuantityKind.TIME).orElseThrow();
        double[] potential = cv.si(QuantityKind.POTENTIAL).orElseThrow();
        double[] current = cv.si(QuantityKind.CURRENT).orElseThrow();
        assertEquals(81, potential.length);
        for (int i = 0; i < potential.length; i++) {
            assertEquals(potential[i] / 10e3, current[i], 1e-12);
            assertEquals(0.2 * i, time[i], 1e-12);
        }
        assertEquals(0.2, potential[40], 1e-12, "the upper vertex");
    }

    /** Z = 100 ohm + 200 ohm / (1 + i w 200 ohm 1 uF). */
    @Test
    void theSpectrumIsThatOfItsCircuit() throws IOException {
        Recording eis = read("dummy-cells.lab", 1);
        double[] frequency = eis.si(QuantityKind.FREQUENCY).orElseThrow();
        double[] real = eis.si(QuantityKind.IMPEDANCE_REAL).orElseThrow();
        double[] imaginary = eis.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow();
        assertEquals(25, frequency.length);
        for (int i = 0; i < frequency.length; i++) {
            double x = 2 * Math.PI * frequency[i] * 200 * 1e-6;
            assertEquals(100 + 200 / (1 + x * x), real[i], 1e-3);
            assertEquals(-200 * x / (1 + x * x), imaginary[i], 1e-3);
        }
    }

    @Test
    void aColumnOfItsOwnKeepsNameAndUnit() throws IOException {
        ColumnSpec light = read("cut-and-overloaded.lab", 0).table().columns().get(4).spec();
        assertEquals("LED", light.name());
        assertEquals(QuantityKind.OTHER, light.kind());
        assertEquals(Optional.of("lx"), light.unitText());
    }

    @Test
    void overloadedPointsAreMissingAndTold() throws IOException {
        Recording ca = read("cut-and-overloaded.lab", 0);
        double[] current = ca.si(QuantityKind.CURRENT).orElseThrow();
        assertTrue(Double.isNaN(current[0]) && Double.isNaN(current[2]));
        assertTrue(current[3] > 0, "anodic");
        assertEquals(22.4 + 273.15, ca.si(QuantityKind.TEMPERATURE).orElseThrow()[0], 1e-9);
        assertEquals(
                List.of("labstat.overload", "labstat.row"),
                ca.problems().stream().map(Problem::code).toList());
    }

    @Test
    void aFileWithoutItsEndIsReadAndTold() throws IOException {
        RecordedSink read = RecordedSink.read(importer(), fixture("cut-and-overloaded.lab"));
        assertEquals(30, read.recordings().getFirst().table().rows());
        assertEquals(List.of("labstat.cut"), read.problems().stream().map(Problem::code).toList());
    }

    @Test
    void anotherFileIsRefusedByOneSentence() {
        FormatException refused =
                assertThrows(
                        FormatException.class,
                        () ->
                                RecordedSink.read(
                                        importer(), MemorySource.of("notes.lab", "Notes\n")));
        assertEquals(
                "notes.lab, line 1: expected LABSTAT 1, with which every file of a LabStat begins.",
                refused.getMessage());
    }

    private Recording read(String file, int recording) throws IOException {
        return RecordedSink.read(importer(), fixture(file)).recordings().get(recording);
    }
}
