// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ivium;

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
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

class IdfImporterTest implements ImporterContract {
    private static final String BEGIN =
            "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0H\0\0\0\r\nPeaks=false\r\nCorrosion=false\r\n"
                    + "Levels=false\r\nECN=false\r\nSolarcell=false\r\n<\7\0\0\r\n";
    private static final String SPECTRUM =
            BEGIN
                    + "starttime=03/04/2021 10:11:12\r\n"
                    + "serialnumber=B12345\r\n"
                    + "timing=2\r\n"
                    + "timing.time[1]=0.5\r\n"
                    + "timing.time[2]=2.5\r\n"
                    + "Method=Impedance\r\n"
                    + "Technique=Constant E\r\n"
                    + "Title=Pellet\r\n"
                    + "Frequencies=2\r\n"
                    + "Frequencies.freq[1]=1000\r\n"
                    + "AutoCR=true\r\n"
                    + "E start=0.25\r\n"
                    + "Report.Process data=instrument  : X\34\36channel     : 3\34\36\r\n"
                    + "Mconfig=0\r\n"
                    + ">\f\1\0\r\n"
                    + "2         \r\n"
                    + "Data Objects    \r\n"
                    + "0         \r\n"
                    + "primary_data    \r\n"
                    + "3         \r\n"
                    + "2         \r\n"
                    + "3.00000E+01  -4.00000E+01\t1.00000E+03 \r\n"
                    + "6.00000E+01  -8.00000E+01\t1.00000E+02 \r\n"
                    + "7         \r\n"
                    + "osc_data        \r\n"
                    + "2         \r\n"
                    + "3         \r\n"
                    + "2         \r\n"
                    + "1.0E+03  4.1E-05  3.7E-04 \r\n"
                    + "4.0E+00  7.4E-05  3.6E-03 \r\n"
                    + "3         \r\n"
                    + "1         \r\n"
                    + "7.9E+04  2.5E-05  -1.0E-03\r\n";

    /** A second measurement, as data sets have it. */
    private static String next(String method, String technique) {
        return "\0\0\0\0\r\nH\0\0\0\r\nPeaks=false\r\nCorrosion=false\r\nECN=false\r\n\0\1\0\r\n"
                + "Method="
                + method
                + "\r\nTechnique="
                + technique
                + "\r\nTitle=\r\nMconfig=0\r\nData Objects    \r\n0         \r\n"
                + "primary_data    \r\n3         \r\n2         \r\n"
                + "0.00000E+00  1.00000E+00\t2.00000E+00 \r\n"
                + "1.00000E+00  3.00000E+00\t4.00000E+00 \r\n";
    }

    @Override
    public Importer importer() {
        return new IdfImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(file(SPECTRUM), file(SPECTRUM + next("Transients", "ChronoAmperometry")));
    }

    private static MemorySource file(String text) {
        return MemorySource.of("a.idf", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<Recording> read(String text) throws IOException {
        MemorySource file = file(text);
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        return RecordedSink.read(importer(), file).recordings();
    }

    @Test
    void spectrum() throws IOException {
        List<Recording> all = read(SPECTRUM);
        Recording r = all.getFirst();
        assertEquals("Pellet", r.name());
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {30, 60}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(
                new double[] {-40, -80}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertArrayEquals(new double[] {0.5, 2.5}, r.si(QuantityKind.TIME).orElseThrow());
        assertEquals("B12345", r.instrument());
        assertEquals(Optional.of(LocalDateTime.of(2021, 4, 3, 10, 11, 12)), r.start());
        assertTrue(r.assumptions().getFirst().contains("day before month"));
        assertEquals(0.25, r.metadata().get("E start"));
        assertEquals(true, r.metadata().get("AutoCR"));
        assertEquals(3L, r.metadata().get("channel"));
        assertEquals(List.of(), r.problems());
        assertEquals(3, all.get(1).table().rows());
        assertEquals(-1e-3, all.get(1).table().column("column 3").orElseThrow().at(2));
    }

    @Test
    void measurementsOfADataSet() throws IOException {
        List<Recording> all =
                read(
                        SPECTRUM
                                + next("Transients", "ChronoAmperometry")
                                + next("Transients", "ChronoPotentiometry")
                                + next("CyclicVoltammetry", "Standard")
                                + next("Corrosion", "Odd"));
        assertEquals(
                List.of(
                        Technique.EIS,
                        Technique.OTHER,
                        Technique.CA,
                        Technique.CP,
                        Technique.CV,
                        Technique.OTHER),
                all.stream().map(Recording::technique).toList());
        Recording ca = all.get(2);
        assertArrayEquals(new double[] {1, 3}, ca.si(QuantityKind.CURRENT).orElseThrow());
        assertArrayEquals(new double[] {2, 4}, ca.si(QuantityKind.POTENTIAL).orElseThrow());
        assertEquals("B12345", ca.instrument());
        assertEquals(Optional.empty(), ca.start());
        Recording cp = all.get(3);
        assertArrayEquals(new double[] {1, 3}, cp.si(QuantityKind.POTENTIAL).orElseThrow());
        Recording cv = all.get(4);
        assertArrayEquals(new double[] {0, 1}, cv.si(QuantityKind.POTENTIAL).orElseThrow());
        assertEquals("idf.technique", all.get(5).problems().getFirst().code());
    }

    @Test
    void cutWithinTheRows() throws IOException {
        Recording r = read(SPECTRUM.substring(0, SPECTRUM.indexOf("E+02 \r\n"))).getFirst();
        assertEquals(1, r.table().rows());
        assertEquals("idf.cut", r.problems().getFirst().code());
        assertThrows(
                FormatException.class,
                () -> read(SPECTRUM.substring(0, SPECTRUM.indexOf("primary_data"))));
    }

    @Test
    void controlSpectrum() throws IOException {
        Path sample = Samples.one("ivium", "pyimpspec__data.idf");
        MemorySource file = MemorySource.of("a.dat", MemorySource.of(sample).content());
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        List<Recording> all = RecordedSink.read(importer(), file).recordings();
        Recording r = all.getFirst();
        Samples.Table table = Samples.expected(sample).getFirst();
        assertEquals(table.rows(), r.table().rows());
        List<QuantityKind> kinds =
                List.of(
                        QuantityKind.FREQUENCY,
                        QuantityKind.IMPEDANCE_REAL,
                        QuantityKind.IMPEDANCE_IMAGINARY);
        for (int i = 0; i < kinds.size(); i++) {
            table.columns().get(i).check("" + kinds.get(i), r.si(kinds.get(i)).orElseThrow());
        }
        assertEquals("Test", r.name());
        assertEquals(109.009, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow()[0]);
        assertEquals(-26.5557, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow()[0]);
        // 29 waves of 32 points each.
        assertEquals(29 * 32, all.get(1).table().rows());
    }
}
