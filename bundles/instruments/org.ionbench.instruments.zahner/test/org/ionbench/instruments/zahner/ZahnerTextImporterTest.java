// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.List;

class ZahnerTextImporterTest implements ImporterContract {
    private static final String SPECTRA =
            """
            File Name: a.ism
            Potential: 0.5
            Current: 1m
            Number,Frequency/Hz,Impedance/Ohm,Phase/deg,Significance,Time/s
            1,1k,1.462k,-90,0.999,0
            2,100,735.948m,0,1,2.5
            1,1k,2k,-90,0.999,100

            Number,Frequency/Hz,Impedance/Ohm,Phase/deg,Significance,Time/s
            1,10,3,180,1,200
            """;
    private static final String POWER =
            """
            Time [s];\tVoltage [V];\tCurrent [A]
            +2.0000000000000001E-01;\t+3.9764334971724336E+00;\t-1.5000000000000000E+00
            +4.0000000000000002E-01;\t+3.9764561328671237E+00;\t+0.0000000000000000E+00
            """;
    private static final String SEQUENCE =
            """
               Time/s      E/V        I/A      TC/CC
              0.0E+00   1.0E-01   -2.0E-03   2.5E+01
              1.0E-01   1.1E-01   -2.1E-03   2.6E+01
            """;
    private static final String REMOTE =
            """
            time\tvoltage\tcurrent\tPAD4Ch1\tindex
            2024-12-31 23:59:59.500000\t1.5\t-0.1\t0.7\t0
            2025-01-01 00:00:00.750000\t1.6\t-0.2\t0.8\t1
            """;

    @Override
    public Importer importer() {
        return new ZahnerTextImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("spectra.csv", SPECTRA),
                MemorySource.of("power.txt", POWER),
                MemorySource.of("sequence.txt", SEQUENCE),
                MemorySource.of("remote.txt", REMOTE));
    }

    private List<Recording> read(String text) throws IOException {
        MemorySource file = MemorySource.of("a.dat", text);
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        return RecordedSink.read(importer(), file).recordings();
    }

    @Test
    void spectraWithPrefixes() throws IOException {
        List<Recording> all = read(SPECTRA);
        assertEquals(List.of(2, 1, 1), all.stream().map(r -> r.table().rows()).toList());
        Recording r = all.getFirst();
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(
                new double[] {-1462, 0},
                r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow(),
                1e-9);
        assertArrayEquals(
                new double[] {0, 0.735948}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow(), 1e-9);
        assertEquals("a.ism", r.metadata().get("File Name"));
        assertArrayEquals(
                new double[] {-3}, all.get(2).si(QuantityKind.IMPEDANCE_REAL).orElseThrow(), 1e-9);
    }

    @Test
    void powerPotentiostat() throws IOException {
        Recording r = read(POWER).getFirst();
        assertArrayEquals(new double[] {0.2, 0.4}, r.si(QuantityKind.TIME).orElseThrow());
        assertArrayEquals(new double[] {-1.5, 0}, r.si(QuantityKind.CURRENT).orElseThrow());
        assertEquals(List.of(), r.problems());
    }

    @Test
    void sequence() throws IOException {
        Recording r = read(SEQUENCE).getFirst();
        assertArrayEquals(new double[] {0.1, 0.11}, r.si(QuantityKind.POTENTIAL).orElseThrow());
        assertEquals(26, r.table().column("TC/CC").orElseThrow().at(1));
    }

    @Test
    void clockTimes() throws IOException {
        Recording r = read(REMOTE).getFirst();
        assertArrayEquals(new double[] {0, 1.25}, r.si(QuantityKind.TIME).orElseThrow());
        assertEquals("2025-01-01 00:00:00.750000", r.table().column("time").orElseThrow().text(1));
    }

    @Test
    void decimalCommas() throws IOException {
        Recording power = read(POWER.replace('.', ',')).getFirst();
        assertArrayEquals(new double[] {0.2, 0.4}, power.si(QuantityKind.TIME).orElseThrow());
        assertEquals(-1.5, power.si(QuantityKind.CURRENT).orElseThrow()[0]);
        assertEquals(List.of("decimal comma"), power.assumptions());
        Recording remote = read(REMOTE.replace('.', ',')).getFirst();
        assertArrayEquals(new double[] {1.5, 1.6}, remote.si(QuantityKind.POTENTIAL).orElseThrow());
        assertArrayEquals(new double[] {0, 1.25}, remote.si(QuantityKind.TIME).orElseThrow());
    }

    @Test
    void linesThatAreNoRowsCostOnlyThemselves() throws IOException {
        List<Recording> all = read(POWER.replace("Current [A]\n", "Current [A]\nstopped\nagain\n"));
        assertEquals(1, all.size());
        assertEquals(2, all.getFirst().table().rows());
        assertEquals("zahner.lines", all.getFirst().problems().getFirst().code());
    }

    @Test
    void otherTextIsRefused() {
        byte[] markOnly = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        assertEquals(
                Sniff.Certainty.NO,
                importer().sniff(MemorySource.of("a.txt", markOnly).head()).certainty());
        assertEquals(
                Sniff.Certainty.NO,
                importer().sniff(MemorySource.of("a.txt", "a,b\n1,2\n").head()).certainty());
        assertThrows(
                FormatException.class,
                () -> RecordedSink.read(importer(), MemorySource.of("a.txt", "a,b\n1,2\n")));
    }
}
