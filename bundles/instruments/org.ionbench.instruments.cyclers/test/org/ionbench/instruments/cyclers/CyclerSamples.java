// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.cyclers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reading of files under a name that tells nothing, and comparison with independent readers. */
final class CyclerSamples {
    private CyclerSamples() {}

    static List<Recording> all(Importer importer, byte[] content) throws IOException {
        MemorySource file = MemorySource.of("a.dat", content);
        assertEquals(Sniff.Certainty.CERTAIN, importer.sniff(file.head()).certainty());
        List<Recording> all = RecordedSink.read(importer, file).recordings();
        all.forEach(r -> assertEquals(Technique.CYCLING, r.technique()));
        return all;
    }

    static Recording one(Importer importer, String text) throws IOException {
        List<Recording> all = all(importer, MemorySource.of("a", text).content());
        assertEquals(1, all.size());
        return all.getFirst();
    }

    static Recording one(Importer importer, Path sample) throws IOException {
        List<Recording> all = all(importer, MemorySource.of(sample).content());
        assertEquals(1, all.size());
        return all.getFirst();
    }

    static Column column(Recording r, String vendorName) {
        return r.table().columns().stream()
                .filter(c -> c.spec().vendorName().equals(vendorName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + vendorName));
    }

    static double[] si(Recording r, QuantityKind kind) {
        return r.si(kind).orElseThrow();
    }

    static List<String> codes(Recording r) {
        return r.problems().stream().map(Problem::code).toList();
    }

    /** All columns of numbers of the reference, by name. */
    static int compare(Recording r, Path sample) throws IOException {
        Samples.Table table = Samples.expected(sample).getFirst();
        assertEquals(table.rows(), r.table().rows());
        int compared = 0;
        for (Samples.Expectation expected : table.columns()) {
            if (expected.numbers().isPresent()) {
                expected.check(expected.name(), Samples.stored(column(r, expected.name())));
                compared++;
            }
        }
        assertEquals(List.of(), codes(r));
        return compared;
    }
}
