// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import org.ionbench.demo.Twin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Help, usage, lists, conversion, and what becomes of a defect. */
class CommandsTest {
    @TempDir Path folder;

    @Test
    void helpAndVersionAreResults() {
        Terminal.Outcome help = Terminal.run("--help");
        assertEquals(Exit.DONE, help.code());
        assertTrue(help.out().contains("inspect") && help.out().contains("verify"), help.out());
        // Classes that lie in a folder of a build have no manifest beside them.
        assertTrue(
                Terminal.run("--version")
                        .out()
                        .matches("ionbench (1\\..*|of an unknown version)\\R"));
        assertTrue(Terminal.run("import", "--help").out().contains("--temperatures"));
        Terminal.Outcome settings = Terminal.run("analyse", "eis.fit", "--help");
        assertEquals(Exit.DONE, settings.code());
        assertTrue(settings.out().contains("circuit") && settings.out().contains("doi"));
    }

    @Test
    void wrongUsageIsTwo() {
        for (List<String> words :
                List.of(
                        List.of("inspct"),
                        List.of("inspect"),
                        List.of("inspect", "--jsn", "a.par"),
                        List.of("list", "instruments"),
                        List.of("convert", "a.par"),
                        List.of("inspect", ""),
                        List.of("new", ""),
                        List.of("import", folder.toString(), ""),
                        List.of("analyse"),
                        List.of("analyse", "eis.fit", ""),
                        List.of("analyse", "no.such.analysis", "a.par"))) {
            Terminal.Outcome outcome = Terminal.run(words.toArray());
            assertEquals(Exit.WRONG_USAGE, outcome.code(), words + ": " + outcome.err());
            assertEquals("", outcome.out());
            assertFalse(outcome.err().isBlank());
        }
        assertTrue(Terminal.run("inspct").err().contains("inspect"));
    }

    /** As exporters are named by the last word of their id. */
    @Test
    void anAnalysisIsNamedByTheEndOfItsId() {
        for (String word :
                List.of("composition", "analysis.composition", "bruceVincent", "eis.fit")) {
            Terminal.Outcome help = Terminal.run("analyse", word, "--help");
            assertTrue(help.out().lines().anyMatch(l -> l.endsWith("." + word)), help.out());
        }
        Terminal.Outcome half = Terminal.run("analyse", "position", "a.par");
        assertEquals(Exit.WRONG_USAGE, half.code());
        assertTrue(half.err().contains("There is no analysis position"), half.err());
    }

    @Test
    void listsNameWhoContributes() throws IOException {
        var elements = Terminal.run("list", "elements", "--json").json().getAsJsonArray("elements");
        assertTrue(
                elements.asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .anyMatch(
                                e ->
                                        e.get("id").getAsString().equals("CPE")
                                                && e.get("bundle")
                                                        .getAsString()
                                                        .equals("org.ionbench.analysis.eis")),
                elements.toString());
        String importers = Terminal.run("list", "importers").out();
        assertTrue(importers.contains("org.ionbench.instruments.gamry.dta"), importers);
        assertTrue(Terminal.run("list", "exporters").out().contains("csv"));
    }

    @Test
    void conversionWritesEveryRecordingUnderANameOfItsOwn() throws IOException {
        Path file = Twin.conduction().cells().getFirst().files().getFirst().write(folder);
        Path copy = Files.createDirectories(folder.resolve("b")).resolve(file.getFileName());
        Files.copy(file, copy);
        Path out = folder.resolve("out");
        Terminal.Outcome outcome = Terminal.run("convert", file, copy, "--to", "csv", "-o", out);
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        try (Stream<Path> written = Files.list(out)) {
            List<Path> all = written.toList();
            assertEquals(2, all.size());
            for (Path csv : all) {
                List<String> lines = Files.readAllLines(csv);
                assertEquals(62, lines.size());
                assertTrue(lines.getFirst().contains("Frequency / Hz"), lines.getFirst());
            }
        }
        assertEquals(Exit.WRONG_USAGE, Terminal.run("convert", file, "--to", "parchment").code());
    }

    /** What is exported to a workbook and read from it has the same numbers, to the last digit. */
    @Test
    void aWorkbookGoesThereAndBack() throws IOException {
        Path file = Twin.conduction().cells().getFirst().files().getFirst().write(folder);
        Path out = folder.resolve("out");
        Terminal.Outcome outcome = Terminal.run("convert", file, "--to", "xlsx", "-o", out);
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        Path book;
        try (Stream<Path> written = Files.list(out)) {
            book = written.findFirst().orElseThrow();
        }
        JsonArray before = columns(file);
        JsonArray after = columns(book);
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            for (String what : List.of("quantity", "count", "nan", "sum", "min", "max")) {
                String name = before.get(i).getAsJsonObject().get("vendorName").getAsString();
                assertEquals(
                        before.get(i).getAsJsonObject().get(what),
                        after.get(i).getAsJsonObject().get(what),
                        name + ", " + what);
            }
        }
    }

    private static JsonArray columns(Path file) throws IOException {
        Terminal.Outcome outcome = Terminal.run("inspect", "--json", file);
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        JsonArray recordings =
                outcome.json()
                        .getAsJsonArray("files")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("recordings");
        assertEquals(1, recordings.size());
        return recordings.get(0).getAsJsonObject().getAsJsonArray("columns");
    }

    @Test
    void aDefectIsOneLineAndItsStackGoesToTheLog() throws IOException {
        String before = System.getProperty("ionbench.state", "");
        System.setProperty("ionbench.state", folder.toString());
        try {
            Terminal.Outcome outcome =
                    Terminal.run(
                            () -> {
                                throw new IllegalStateException("the cat sat on it");
                            },
                            "list",
                            "importers");
            assertEquals(Exit.DEFECT, outcome.code());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
            String log = Files.readString(folder.resolve("ionbench.log"));
            assertTrue(log.contains("the cat sat on it") && log.contains("CommandsTest"), log);
        } finally {
            System.setProperty("ionbench.state", before);
        }
    }
}
