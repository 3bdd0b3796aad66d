// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.scribner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Public files against independent readings of them. */
class ZSamplesTest {
    private static final List<QuantityKind> KINDS =
            List.of(
                    QuantityKind.FREQUENCY,
                    QuantityKind.IMPEDANCE_REAL,
                    QuantityKind.IMPEDANCE_IMAGINARY);

    private static Recording read(Path sample) throws IOException {
        ZImporter importer = new ZImporter();
        MemorySource file = MemorySource.of(sample);
        assertEquals(Sniff.Certainty.CERTAIN, importer.sniff(file.head()).certainty());
        List<Recording> all = RecordedSink.read(importer, file).recordings();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    /** A Z60W file was published as one of an Autolab. */
    @TestFactory
    Stream<DynamicTest> readAsExpected() throws IOException {
        List<Path> samples = Samples.of("solartron", ".z");
        assertEquals(6, samples.size());
        return Stream.concat(
                        samples.stream(),
                        Stream.of(Samples.one("autolab", "impedance.py__exampleDataAutolab.txt")))
                .map(s -> DynamicTest.dynamicTest(s.getFileName() + "", () -> compare(s)));
    }

    private static void compare(Path sample) throws IOException {
        Recording r = read(sample);
        Samples.Table table = Samples.expected(sample).getFirst();
        assertEquals(table.rows(), r.table().rows());
        for (int i = 0; i < KINDS.size(); i++) {
            double[] si = r.si(KINDS.get(i)).orElseThrow();
            table.columns().get(i).check(sample.getFileName() + " " + KINDS.get(i), si);
        }
    }

    @Test
    void controlSpectrum() throws IOException {
        Recording r = read(Samples.one("solartron", "pyimpspec__data.z"));
        assertEquals(10_000, r.si(QuantityKind.FREQUENCY).orElseThrow()[0], 1e-6);
        assertEquals(109.0092, r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow()[0], 1e-4);
        assertEquals(-26.5557, r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow()[0], 1e-4);
    }

    @Test
    void whatTheHeadSays() throws IOException {
        Recording r = read(Samples.one("solartron", "impedance.py__exampleDataZPlot.z"));
        assertEquals("1287 + 1252", r.instrument());
        assertEquals(Optional.of(LocalDateTime.of(2018, 10, 12, 11, 4, 34)), r.start());
        assertEquals(1L, r.metadata().get("Surface Area"));
        // Somebody has cut the file after 21 of 56 points.
        assertEquals("z.count", r.problems().getFirst().code());
    }
}
