// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Folders of many files, as scripts import them. */
class BatchImportTest {
    @TempDir Path folder;
    private Path tree;
    private Path project;

    @BeforeEach
    void write() {
        tree = folder.resolve("tree");
        project = folder.resolve("p");
        Terminal.run("new", project);
    }

    private void spectrum(String name, double resistance) throws IOException {
        StringBuilder s = new StringBuilder("Frequency / Hz\tRe Z / ohm\t-Im Z / ohm\n");
        for (int k = 0; k < 20; k++) {
            double x = Math.pow(10, 1 - 0.2 * k);
            s.append(
                    String.format(
                            Locale.ROOT,
                            "%.6e\t%.6f\t%.6f%n",
                            x * 1e4,
                            resistance / (1 + x * x),
                            resistance * x / (1 + x * x)));
        }
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, s);
    }

    @Test
    void eachFileOfAFolderIsAccountedFor() throws IOException {
        spectrum("day 1/C1_30C.txt", 100);
        spectrum("day 1/C1_40C.txt", 80);
        spectrum("day 2/C2_30C.txt", 120);
        Files.copy(tree.resolve("day 2/C2_30C.txt"), tree.resolve("day 2/copy.txt"));
        Files.writeString(tree.resolve("day 2/notes.par"), "nothing measured");
        Terminal.Outcome outcome =
                Terminal.run(
                        "import", project, tree, "--pattern", "{cell}_{temperature}C", "--json");
        assertEquals(Exit.SOME_FAILED, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("notes.par"), outcome.err());
        Map<String, JsonObject> files = new HashMap<>();
        for (JsonElement f : outcome.json().getAsJsonArray("files")) {
            String name = f.getAsJsonObject().get("file").getAsString();
            files.put(Path.of(name).getFileName().toString(), f.getAsJsonObject());
        }
        assertEquals(5, files.size());
        assertEquals("C1", files.get("C1_40C.txt").get("cell").getAsString());
        assertEquals(20, files.get("C1_40C.txt").get("rows").getAsInt());
        assertFalse(files.get("C2_30C.txt").get("duplicate").getAsBoolean());
        assertTrue(files.get("copy.txt").get("duplicate").getAsBoolean());
        assertTrue(files.get("notes.par").get("failed").getAsBoolean());
        assertEquals(0, files.get("notes.par").getAsJsonArray("recordings").size());

        Terminal.Outcome again = Terminal.run("import", project, tree.resolve("day 1"));
        assertEquals(Exit.DONE, again.code(), again.err());
        assertEquals(3, again.out().lines().count(), again.out());
        assertEquals(
                2,
                again.out().lines().filter(l -> l.contains("was there already")).count(),
                again.out());
        assertTrue(again.err().contains("2 of them before"), again.err());
    }

    @Test
    void aFolderWithoutAnythingToReadIsSaid() throws IOException {
        Files.createDirectories(tree);
        Terminal.Outcome outcome = Terminal.run("import", project, tree);
        assertEquals(Exit.CANNOT_GO_ON, outcome.code());
        assertTrue(outcome.err().contains("no files"), outcome.err());
    }

    @Test
    void manySmallFilesTakeMillisecondsEach() throws IOException {
        for (int i = 0; i < 400; i++) {
            spectrum("C" + i % 10 + "_" + (30 + i) + "C.txt", 100 + i);
        }
        Terminal.Outcome outcome =
                assertTimeout(
                        Duration.ofSeconds(30),
                        () ->
                                Terminal.run(
                                        "import",
                                        project,
                                        tree,
                                        "--pattern",
                                        "{cell}_{temperature}C"));
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        assertEquals(11, Terminal.run("cells", project).out().lines().count());
    }
}
