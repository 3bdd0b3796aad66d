// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

class TraceImporterTest implements ImporterContract {
    private static final String CURVES =
            """
            Date and time:,2025-03-29 23:18:59
            Notes:
            ,,,
            Differential Pulse Voltammetry [1]: A,,Cyclic Voltammetry [2]: B
            Date and time measurement:,2025-03-29 13:32:13,Date and time measurement:,2025-03-29 14:28:03,
            V,\u00b5A,V,\u00b5A
            0,1.5,0.5,2
            0.25,2.5,,
            """;
    private static final String SPECTRUM =
            """
            Date and time:;2025-03-29 23:18:59
            Notes:;pellet
            ;;;
            Impedance Spectroscopy [1]: Fixed
            Date and time measurement:;2025-03-29 13:32:13;
            freq / Hz;neg. Phase / \u00b0;Idc / uA;Z / Ohm;Z' / Ohm;-Z'' / Ohm;Cs / F
            1000;53,13;1,5;50;30;40;1E-6
            """;

    @Override
    public Importer importer() {
        return new TraceImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("curves.csv", SessionFile.bytes(CURVES)),
                MemorySource.of("spectrum.csv", SessionFile.bytes(SPECTRUM)));
    }

    private List<Recording> read(String text) throws IOException {
        MemorySource file = MemorySource.of("a.dat", SessionFile.bytes(text));
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        return RecordedSink.read(importer(), file).recordings();
    }

    @Test
    void curvesAreApart() throws IOException {
        List<Recording> all = read(CURVES);
        assertEquals(List.of(2, 1), all.stream().map(r -> r.table().rows()).toList());
        assertEquals(
                List.of(Technique.DPV, Technique.CV),
                all.stream().map(Recording::technique).toList());
        assertArrayEquals(
                new double[] {1.5e-6, 2.5e-6},
                all.get(0).si(QuantityKind.CURRENT).orElseThrow(),
                1e-18);
        assertArrayEquals(new double[] {0.5}, all.get(1).si(QuantityKind.POTENTIAL).orElseThrow());
        assertEquals(Optional.of(LocalDateTime.of(2025, 3, 29, 14, 28, 3)), all.get(1).start());
    }

    @Test
    void spectrumWithDecimalCommas() throws IOException {
        Recording r = read(SPECTRUM).getFirst();
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {-40}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertEquals(
                Math.toRadians(-53.13), r.si(QuantityKind.IMPEDANCE_PHASE).orElseThrow()[0], 1e-12);
        assertEquals("pellet", r.metadata().get("Notes"));
        assertTrue(r.assumptions().contains("decimal comma"));
    }
}
