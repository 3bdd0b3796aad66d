// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.scribner;

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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

class ZImporterTest implements ImporterContract {
    /** Tabs are written as bars. */
    private static final String PRESENT =
            """
            ZPLOT2 ASCII
              Measured Data, ZPlot:       3.2c
              Experiment Type:            Sweep Frequency, Control Voltage
              Date:                       3-4-2018
              Time:                       11:04:34
              Open Circuit Potential (V): 0.0033
              Begin User Comments:        0
            a pellet: the second
              End User Comments:          0
              Begin Pstat/Gstat:          1287
                Error Beep:               1
              End Pstat/Gstat:            1287
              Begin Analyzer:             1252
                Error Beep:               0
              End Analyzer:               1252
              Data Points:                2
              Freq(Hz)|Ampl|Bias|Time(Sec)|Z'(a)|Z''(b)|GD|Err|Range
            End Comments
            1.000000E+03|1.0000E-02|0.0000E+00|2.67|3.0E+01|-4.0E+01|0.0E+00|0|3
            1.000000E+02|1.0000E-02|0.0000E+00|3.67|6.0E+01|-8.0E+01|0.0E+00|0|3
            """
                    .replace('|', '\t');

    private static final String ELDER =
            """
            "ZView Calculated Data File: Version 1.1"
            "Raw Data"
            "Sweep Frequency: Control Voltage"
            "Date: 1-31-2001     "Time: 10:20:30"
            "Solartron 12601 Test Module"
            "Low frequencies left out"
            "demo.z"
            "Frequency"
            0,2,0,1,1.00000E+02,1.00000E+03
            2
            "  Freq (Hz)    Ampl     Bias   Time(Sec)   Z'(a)    Z''(b)    GD   Err   Range"
             1.000000E+0003,  0.000000E+0000,  0.000000E+0000,  1.0E+0000,  3.0E+0001, -4.0E+0001,  0.0E+0000, 0, 0
             1.000000E+0002,  0.000000E+0000,  0.000000E+0000,  2.0E+0000,  6.0E+0001, -8.0E+0001,  0.0E+0000, 0, 0
            """;

    @Override
    public Importer importer() {
        return new ZImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("present.z", PRESENT), MemorySource.of("elder.z", ELDER));
    }

    private Recording read(String text) throws IOException {
        MemorySource file = MemorySource.of("a.dat", text);
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        List<Recording> all = RecordedSink.read(importer(), file).recordings();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static void holdsTheSpectrum(Recording r) {
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {30, 60}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(
                new double[] {-40, -80}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertEquals(List.of(), r.problems());
    }

    @Test
    void presentFormat() throws IOException {
        Recording r = read(PRESENT);
        holdsTheSpectrum(r);
        assertEquals("1287 + 1252", r.instrument());
        assertEquals(Optional.of(LocalDateTime.of(2018, 3, 4, 11, 4, 34)), r.start());
        assertTrue(r.assumptions().getFirst().contains("month before day"));
        assertEquals(0.0033, r.metadata().get("Open Circuit Potential (V)"));
        assertEquals(1L, r.metadata().get("Error Beep"));
        assertEquals(0L, r.metadata().get("Analyzer Error Beep"));
        assertEquals("a pellet: the second", r.metadata().get("User Comments"));
        assertEquals("V", r.table().column("Ampl").orElseThrow().spec().unitText().orElseThrow());
        assertArrayEquals(new double[] {2.67, 3.67}, r.si(QuantityKind.TIME).orElseThrow());
    }

    @Test
    void elderFormat() throws IOException {
        Recording r = read(ELDER);
        holdsTheSpectrum(r);
        assertEquals("Solartron 12601 Test Module", r.instrument());
        assertEquals(Optional.of(LocalDateTime.of(2001, 1, 31, 10, 20, 30)), r.start());
        assertEquals("Low frequencies left out", r.metadata().get("Comment"));
        assertEquals(List.of(), r.assumptions());
    }

    @Test
    void fewerPointsThanPlanned() throws IOException {
        Recording r = read(PRESENT.substring(0, PRESENT.length() - 30));
        assertEquals(1, r.table().rows());
        assertEquals(
                List.of("rows.cut", "z.count"), r.problems().stream().map(p -> p.code()).toList());
    }

    @Test
    void decimalComma() throws IOException {
        String body = PRESENT.substring(PRESENT.indexOf("End Comments"));
        Recording r = read(PRESENT.replace(body, body.replace('.', ',')));
        holdsTheSpectrum(r);
        assertTrue(r.assumptions().contains("decimal comma"));
    }

    @Test
    void aHeadWithoutAnEndIsRefused() {
        String cut = PRESENT.substring(0, PRESENT.indexOf("  Data Points"));
        assertThrows(FormatException.class, () -> read(cut));
    }
}
