// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

class ElchemeaImporterTest implements ImporterContract {
    private static final String FILE =
            "Procedure : Pellet 4\r\n"
                + "03.04.2016 14:05:01 - 03.04.2016 14:20:00 i(init)= 183.1nA - i(end)= 7.88nA\r\n"
                + "A description\r\n"
                + "t =  736.4 s\r\n"
                + " f/Hz       \t Z'/Ohm     \t -Z''/Ohm   \t time/s    \t Edc/V     \t Idc/A     "
                + "\t\r\n"
                + " 4 \r\n"
                + " 10.000e+03\t 10.900e+01\t 26.556e+00\t 59.300e+00\t 30.981e-02\t 18.311e-08"
                + "\t\r\n"
                + " 71.969e+01\t 11.210e+01\t 35.166e+00\t 59.300e+00\t 30.981e-02\t 18.311e-08"
                + "\t\r\n"
                + " 51.795e+00\t 11.690e+01\t 46.466e+00\t 59.300e+00\t 30.981e-02\t 18.311e-08"
                + "\t\r\n";

    @Override
    public ElchemeaImporter importer() {
        return new ElchemeaImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("a.P00", FILE));
    }

    @Test
    void aSpectrum() throws IOException {
        MemorySource file = fixtures().getFirst();
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        Recording r = RecordedSink.read(importer(), file).recordings().getFirst();
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(
                new double[] {1e4, 719.69, 51.795},
                r.si(QuantityKind.FREQUENCY).orElseThrow(),
                1e-9);
        assertArrayEquals(
                new double[] {109, 112.1, 116.9},
                r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow(),
                1e-9);
        assertArrayEquals(
                new double[] {-26.556, -35.166, -46.466},
                r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertEquals(Optional.of(LocalDateTime.of(2016, 4, 3, 14, 5, 1)), r.start());
        assertEquals("Pellet 4", r.metadata().get("Procedure"));
        assertEquals("A description", r.metadata().get("Description"));
        assertEquals("736.4 s", r.metadata().get("t"));
        assertEquals("7.88nA", r.metadata().get("i(end)"));
        // The file announces one point more than it holds.
        assertEquals(
                List.of("elchemea.incomplete"), r.problems().stream().map(Problem::code).toList());
    }
}
