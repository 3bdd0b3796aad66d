// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A published value stands beside a result and never becomes one: no analysis, and nothing of the
 * engine but what draws reports, knows that there are published values. Constants of classes are
 * looked at as well as names, since a value could be fetched by a key.
 */
class PublishedValuesTest {
    private static final String WORD = "published";

    @Test
    void noAnalysisReadsPublishedValues() throws IOException {
        List<String> readers = new ArrayList<>();
        int seen = 0;
        for (Bundle bundle : Bundle.withSources()) {
            if (bundle.isIn("analysis") || bundle.name().equals("org.ionbench.engine")) {
                Path output = bundle.classFolder().resolve("org/ionbench/engine/output");
                for (Path file : bundle.classFiles()) {
                    seen++;
                    if (!file.startsWith(output) && speaks(file)) {
                        readers.add(bundle.classFolder().relativize(file).toString());
                    }
                }
            }
        }
        assertTrue(seen > 20, "classes of analyses and of the engine were looked at");
        assertEquals(List.of(), readers, "these speak of published values");
    }

    /** The test sees the word in a class that holds it: this one. */
    @Test
    void theWordIsSeen() throws Exception {
        Path classes =
                Path.of(
                        PublishedValuesTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        String name = PublishedValuesTest.class.getName().replace('.', '/');
        assertTrue(speaks(classes.resolve(name + ".class")));
    }

    /** Whether any name or constant of a class holds the word. */
    private static boolean speaks(Path classFile) throws IOException {
        Iterable<PoolEntry> pool = ClassFile.of().parse(classFile).constantPool();
        return StreamSupport.stream(pool.spliterator(), false)
                .anyMatch(
                        e ->
                                e instanceof Utf8Entry text
                                        && text.stringValue()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(WORD));
    }
}
