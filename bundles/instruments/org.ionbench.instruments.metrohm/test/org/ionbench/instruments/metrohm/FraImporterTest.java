// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.metrohm;

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

class FraImporterTest implements ImporterContract {
    private static final String FILE =
            "VERSION8.0\r\n 2\r\n 1\r\n"
                    + " 1000.0\r\n 30.0\r\n 40.0\r\n 0.1\r\n 1E-3\r\n 0.5\r\n 7\r\n 8\r\n 9\r\n"
                    + " 100.0\r\n 60.0\r\n 80.0\r\n 0.2\r\n 2E-3\r\n 1.5\r\n 7\r\n 8\r\n 9\r\n"
                    + " 1.0\r\n13.07.2022 22:32:00\r\n";

    @Override
    public Importer importer() {
        return new FraImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("a.dfr", FILE));
    }

    private Recording read(String text) throws IOException {
        MemorySource file = MemorySource.of("a.dat", text);
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        return RecordedSink.read(importer(), file).recordings().getFirst();
    }

    @Test
    void spectrum() throws IOException {
        Recording r = read(FILE);
        assertEquals(Technique.EIS, r.technique());
        assertArrayEquals(new double[] {1000, 100}, r.si(QuantityKind.FREQUENCY).orElseThrow());
        assertArrayEquals(new double[] {30, 60}, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
        assertArrayEquals(
                new double[] {-40, -80}, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
        assertArrayEquals(new double[] {0.1, 0.2}, r.si(QuantityKind.POTENTIAL).orElseThrow());
        assertArrayEquals(new double[] {1e-3, 2e-3}, r.si(QuantityKind.CURRENT).orElseThrow());
        assertArrayEquals(new double[] {0.5, 1.5}, r.si(QuantityKind.TIME).orElseThrow());
        assertEquals("13.07.2022 22:32:00", r.metadata().get("rest 2"));
        assertEquals(List.of(), r.problems());
    }

    @Test
    void decimalCommasAndOtherVersions() throws IOException {
        Recording r = read(FILE.replace("VERSION8.0", "VERSION4.9").replace("60.0", "60,5"));
        assertEquals(60.5, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow()[1]);
        assertEquals(List.of("decimal comma"), r.assumptions());
        assertEquals("dfr.version", r.problems().getFirst().code());
    }

    @Test
    void cut() throws IOException {
        Recording r = read(FILE.substring(0, FILE.indexOf(" 80.0")));
        assertEquals(1, r.table().rows());
        assertEquals("dfr.count", r.problems().getFirst().code());
        assertThrows(FormatException.class, () -> refuse("VERSION8.0\r\nx"));
    }

    private void refuse(String text) throws IOException {
        RecordedSink.read(importer(), MemorySource.of("a.dfr", text));
    }
}
