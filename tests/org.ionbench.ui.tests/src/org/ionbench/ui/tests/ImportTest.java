// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tables of a lab's own headings, folders of files, files that continue one another. */
class ImportTest {
    private static final String TREE = "explorer.tree";

    private final Driver driver = new Driver();

    @TempDir private Path folder;

    @BeforeEach
    void aNewProject() {
        driver.newProject(folder, "Imports");
    }

    @AfterEach
    void closesWhatIsOpen() {
        driver.saveAndClose();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void begin(Path file) {
        driver.command(
                "org.ionbench.ui.importFiles",
                Map.of("org.ionbench.ui.importFiles.files", file.toString()));
        driver.until(
                "the files were looked at",
                () ->
                        !driver.table("import.files").isEmpty()
                                && driver.table("import.files").stream()
                                        .noneMatch(row -> row.get(1).equals("...")));
    }

    @Test
    void whatTheColumnsAreIsSaidOnceAndShownAtOnce() throws IOException {
        Path first = write("a.csv", "wann,was\n1,2500\n2,2600\n3,2700\n4,2800\n");
        Path second = write("b.csv", "wann,was\n1,3500\n2,3600\n3,3700\n4,3800\n");
        begin(first);
        driver.press("import", "Next >");
        driver.press("import", "Next >");
        driver.until("the columns are shown", () -> driver.sees("columns.quantity.1"));
        driver.choose("columns.quantity.0", "time");
        driver.choose("columns.unit.0", "min");
        driver.choose("columns.quantity.1", "cell voltage");
        driver.choose("columns.unit.1", "m");
        driver.until("the finish is not to be had", () -> !driver.isEnabled("import", "Finish"));
        driver.choose("columns.unit.1", "mV");
        driver.until(
                "the preview follows",
                () ->
                        driver.headers("columns.rows")
                                .equals(List.of("Test Time / min", "Voltage / mV")));
        assertEquals("2500.0", driver.table("columns.rows").getFirst().get(1));
        assertTrue(driver.sees("columns.plot"), "a plot is shown");
        driver.press("import", "Finish");
        driver.until(
                "the file is in the tree",
                () -> driver.tree(TREE).stream().anyMatch(r -> r.strip().startsWith("a ")));
        try (var maps = Files.list(folder.resolve("Imports/maps"))) {
            assertEquals(1, maps.count());
        }
        begin(second);
        driver.press("import", "Next >");
        driver.press("import", "Next >");
        driver.until(
                "the next file is read so",
                () ->
                        driver.sees("columns.quantity.1")
                                && driver.text("columns.quantity.1").equals("cell voltage"));
        assertEquals("mV", driver.text("columns.unit.1"));
        driver.press("import", "Cancel");
    }

    @Test
    void aFolderIsImportedWithALineForEachFile() throws IOException {
        for (int k = 0; k < 25; k++) {
            write("many/run " + k + ".csv", "time/s,E/V\n1," + k + "\n2,3\n3,4\n");
        }
        begin(folder.resolve("many"));
        driver.until("all are listed", () -> driver.table("import.files").size() == 25);
        assertEquals("run 10.csv", driver.table("import.files").get(10).get(0));
        driver.until(
                "all were looked at",
                () ->
                        driver.table("import.files").stream()
                                .noneMatch(row -> row.get(1).equals("...")));
        driver.press("import", "Finish");
        driver.until(
                "the results are listed",
                () -> driver.sees("imports.table") && driver.table("imports.table").size() == 25);
        assertEquals("3", driver.table("imports.table").get(3).get(3));
        driver.command(
                "org.eclipse.ui.views.showView",
                Map.of("org.eclipse.ui.views.showView.viewId", "org.ionbench.ui.results"));
        driver.until("the results are in front again", () -> driver.sees("results.table"));
    }

    @Test
    void recordingsAreJoinedAndComeApartByUndo() throws IOException {
        write("two/C1_a.csv", "time/s,I/mA,E/V\n0,1,3.0\n60,1,3.1\n120,1,3.2\n");
        write("two/C1_b.csv", "time/s,I/mA,E/V\n0,1,3.3\n60,1,3.4\n120,1,3.5\n");
        begin(folder.resolve("two"));
        driver.until("both are listed", () -> driver.table("import.files").size() == 2);
        driver.press("import", "Finish");
        driver.until("both are in the tree", () -> count("C1_") == 2);
        driver.select(TREE, "C1_a", "C1_b");
        driver.command("org.ionbench.ui.joinRecordings", Map.of());
        driver.until("one is left", () -> count("C1_") == 1);
        driver.command("org.eclipse.ui.edit.undo", Map.of());
        driver.until("both are back", () -> count("C1_") == 2);
    }

    @Test
    void recordingsAreExportedBesideWhatIsThere() throws IOException {
        write("two/C1_a.csv", "time/s,E/V\n0,3.0\n60,3.1\n120,3.25\n");
        write("two/C1_b.csv", "time/s,E/V\n0,3.3\n60,3.4\n120,3.5\n");
        begin(folder.resolve("two"));
        driver.until("both are listed", () -> driver.table("import.files").size() == 2);
        driver.press("import", "Finish");
        driver.until("both are in the tree", () -> count("C1_") == 2);
        Path out = Files.createDirectories(folder.resolve("out"));
        Path mine = Files.writeString(out.resolve("C1_a.csv"), "mine");
        driver.select(TREE, "C1_a", "C1_b");
        export("org.ionbench.engine.csv", out);
        Path first = out.resolve("C1_a_2.csv");
        driver.until("both are written", () -> Files.exists(out.resolve("C1_b.csv")));
        assertEquals("mine", Files.readString(mine));
        List<String> lines = Files.readAllLines(first);
        assertEquals(4, lines.size());
        assertTrue(lines.getLast().endsWith("3.25"), lines.toString());
        driver.select(TREE, "C1_b");
        export("org.ionbench.engine.npy", out.resolve("arrays"));
        driver.until("it is written", () -> Files.exists(out.resolve("arrays/C1_b.npy")));
        assertTrue(Files.notExists(out.resolve("arrays/C1_a.npy")), "only one was selected");
    }

    private void export(String exporter, Path to) {
        driver.command(
                "org.ionbench.ui.exportRecordings",
                Map.of(
                        "org.ionbench.ui.exportRecordings.exporter",
                        exporter,
                        "org.ionbench.ui.exportRecordings.folder",
                        to.toString()));
    }

    @Test
    void verifyingNamesTheFileThatWasChanged() throws IOException {
        begin(write("V1.csv", "time/s,E/V\n0,3.0\n60,3.1\n120,3.2\n"));
        driver.press("import", "Finish");
        driver.until(
                "the file is in the tree",
                () -> driver.tree(TREE).stream().anyMatch(r -> r.strip().startsWith("V1 ")));
        Path raw;
        try (var files = Files.walk(folder.resolve("Imports/raw"))) {
            raw = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        driver.command(
                "org.eclipse.ui.views.showView",
                Map.of("org.eclipse.ui.views.showView.viewId", "org.ionbench.ui.problems"));
        driver.until("the problems are shown", () -> driver.sees("problems.table"));
        assertEquals(0, changed());
        assertTrue(raw.toFile().setWritable(true));
        Files.writeString(raw, "changed");
        driver.command("org.ionbench.ui.verifyProject", Map.of());
        driver.until("the change is named", () -> changed() == 1);
    }

    @Test
    void aWatchedFolderBringsWhatIsWrittenAndWhatIsAppended() throws IOException {
        Path watched = Files.createDirectories(folder.resolve("watched"));
        driver.command(
                "org.ionbench.ui.watchFolder",
                Map.of("org.ionbench.ui.watchFolder.folder", watched.toString()));
        Path file = write("watched/W1.csv", "time/s,E/V\n0,3.0\n60,3.1\n120,3.2\n");
        driver.view("org.ionbench.ui.imports");
        driver.until("its three rows are told", () -> rows("W1.csv").equals("3"));
        Files.writeString(file, Files.readString(file) + "180,3.3\n240,3.4\n");
        driver.until("the two rows more are told", () -> rows("W1.csv").equals("5"));
        driver.expand(TREE);
        assertEquals(1, inTree("W1"), "a file that has grown is no second recording");
        write("watched/W2.csv", "time/s,E/V\n0,3.0\n60,3.1\n");
        driver.until("another file comes too", () -> inTree("W2") == 1);
        driver.view("org.ionbench.ui.results");
    }

    private long inTree(String name) {
        return driver.tree(TREE).stream().filter(r -> r.strip().startsWith(name + " ")).count();
    }

    /** What the Imports view says of how many rows a file has. */
    private String rows(String file) {
        return !driver.sees("imports.table")
                ? ""
                : driver.table("imports.table").stream()
                        .filter(r -> r.getFirst().equals(file))
                        .map(r -> r.get(3))
                        .findFirst()
                        .orElse("");
    }

    @Test
    void anOvenLogGivesTheTemperatureOfTheTimeAndUndoTakesIt() throws IOException {
        // in the ten minutes of the recording the oven goes evenly from 39 to 41 degC
        Path log =
                write(
                        "oven.csv",
                        "Date,T/C\n2026-02-03 13:00:00,39.0\n2026-02-03 13:10:00,41.0\n"
                                + "2026-02-03 13:20:00,60.0\n");
        begin(
                write(
                        "O1.csv",
                        "Date,time/s,E/V\n2026-02-03 12:00:00,0,3.0\n"
                                + "2026-02-03 12:05:00,300,3.1\n2026-02-03 12:10:00,600,3.2\n"));
        driver.press("import", "Next >");
        driver.type("import.cell", "in the oven");
        driver.press("import", "Finish");
        driver.select(TREE, "O1");
        driver.command("org.ionbench.ui.ovenTemperatures", Map.of());
        driver.until("the wizard waits for a file", () -> !driver.isEnabled("oven", "Finish"));
        driver.type("oven.file", folder.resolve("none.csv").toString());
        assertTrue(!driver.isEnabled("oven", "Finish"), "there is no such file");
        driver.type("oven.file", log.toString());
        driver.type("oven.offset", "an hour");
        driver.until("an hour is no time", () -> !driver.isEnabled("oven", "Finish"));
        driver.type("oven.offset", "1 h");
        driver.until("it can be done", () -> driver.isEnabled("oven", "Finish"));
        driver.press("oven", "Finish");
        driver.until("the temperature is set", () -> driver.sees("properties.oven-temperature"));
        assertTrue(
                driver.text("properties.oven-temperature").startsWith("40.00 "),
                driver.text("properties.oven-temperature"));
        driver.command("org.eclipse.ui.edit.undo", Map.of());
        driver.until("it is gone", () -> !driver.sees("properties.oven-temperature"));
    }

    private long changed() {
        return driver.table("problems.table").stream()
                .filter(row -> row.getFirst().contains("V1.csv is not the file that was imported"))
                .count();
    }

    private long count(String beginning) {
        return driver.tree(TREE).stream()
                .filter(r -> r.strip().matches(beginning + "[ab] .*"))
                .count();
    }
}
