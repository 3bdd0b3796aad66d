// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.demo.Labels;
import org.ionbench.demo.Twin;
import org.ionbench.demo.TwinCell;
import org.ionbench.demo.TwinFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From an empty workbench to an activation energy, and back by undo. */
class WorkbenchTest {
    private static final String TREE = "explorer.tree";
    private static final String CELL = "C-07";
    private static final String ARRHENIUS = "org.ionbench.analysis.eis.arrhenius";

    private final Driver driver = new Driver();

    @TempDir private Path folder;

    @BeforeEach
    void beginsEmpty() {
        driver.until("the first page is shown", () -> driver.sees("explorer.first"));
    }

    @AfterEach
    void closesWhatIsOpen() {
        driver.saveAndClose();
    }

    @Test
    void aStudyGoesFromFilesToTheActivationEnergyThatMadeThem() throws IOException {
        assertEquals(
                List.of("File", "Edit", "Project", "Analyse", "Window", "Help"), driver.menuBar());
        newProject("Study");
        importComposite();

        List<String> rows = driver.tree(TREE);
        assertEquals(
                8,
                rows.stream().filter(r -> r.contains("Impedance") && r.contains("°C")).count(),
                rows.toString());
        assertTrue(rows.stream().anyMatch(r -> r.contains("fixture")), rows.toString());

        driver.select(TREE, CELL);
        driver.type("properties.thickness", "0.32 mm +- 0.01 mm");
        driver.type("properties.diameter", "10 mm");
        driver.until(
                "the area is derived", () -> driver.text("properties.area").startsWith("0.7854"));

        driver.command(
                "org.ionbench.ui.runAnalysis",
                Map.of("org.ionbench.ui.runAnalysis.analysis", ARRHENIUS));
        driver.until("the activation energy is there", () -> !activationEnergies().isEmpty());
        double found = activationEnergies().getFirst();
        assertEquals(0.424, found, 0.003, "the twin was generated with 0.424 eV");
    }

    @Test
    void aTextThatIsNoLengthIsRefusedWithASentenceAndChangesNothing() {
        newProject("Refusal");
        driver.select(TREE, "pellet 1");
        driver.type("properties.thickness", "0.42");
        driver.until("the refusal is shown", () -> driver.sees("properties.refusal"));
        assertTrue(
                driver.text("properties.refusal").contains("0.42 mm"),
                driver.text("properties.refusal"));
        assertFalse(driver.tree(TREE).getFirst().startsWith("*"), "nothing was changed");
        driver.type("properties.thickness", "420 um");
        driver.until("the project has a star", () -> driver.tree(TREE).getFirst().startsWith("*"));
        assertFalse(driver.sees("properties.refusal"));
    }

    @Test
    void undoTakesBackOneEditAfterTheOtherAndRedoBringsThemBack() {
        newProject("History");
        driver.select(TREE, "pellet 1");
        driver.type("properties.diameter", "10 mm");
        driver.type("properties.diameter", "12 mm");
        driver.until("12 mm stands", () -> driver.text("properties.area").startsWith("1.131"));
        driver.command("org.eclipse.ui.edit.undo", Map.of());
        driver.until("10 mm is back", () -> driver.text("properties.area").startsWith("0.7854"));
        assertEquals("10 mm", driver.text("properties.diameter"));
        driver.command("org.eclipse.ui.edit.undo", Map.of());
        driver.until("no area is left", () -> !driver.sees("properties.area"));
        assertFalse(driver.tree(TREE).getFirst().startsWith("*"), "it is as it was saved");
        driver.command("org.eclipse.ui.edit.redo", Map.of());
        driver.until("10 mm again", () -> driver.text("properties.area").startsWith("0.7854"));
    }

    @Test
    void aFileNobodyKnowsIsNamedAndTheOthersComeIn() throws IOException {
        newProject("Strangers");
        Path strange = Files.writeString(folder.resolve("strange.xyz"), "\u0000\u0001 no data");
        Path known = composite().files().getFirst().write(folder);
        driver.command(
                "org.ionbench.ui.importFiles",
                Map.of("org.ionbench.ui.importFiles.files", strange + "\n" + known));
        driver.until(
                "both files were looked at",
                () ->
                        driver.table("import.files").stream()
                                .noneMatch(row -> row.get(1).equals("...")));
        List<List<String>> files = driver.table("import.files");
        assertEquals("not recognised", files.getFirst().get(1));
        assertTrue(files.getFirst().get(3).contains("strange.xyz"), files.toString());
        assertTrue(files.get(1).get(2).contains("Impedance, 61 rows"), files.toString());
        driver.press("import", "Finish");
        driver.until(
                "the spectrum is in the tree",
                () -> driver.tree(TREE).stream().anyMatch(r -> r.contains("Impedance")));
    }

    @Test
    void whatIsDeletedComesBackByUndo() {
        newProject("Deletion");
        driver.select(TREE, "pellet 1");
        driver.command("org.eclipse.ui.edit.delete", Map.of());
        driver.until(
                "the cell is gone",
                () -> driver.tree(TREE).stream().noneMatch(r -> r.contains("pellet 1")));
        driver.command("org.eclipse.ui.edit.undo", Map.of());
        driver.until(
                "the cell is back",
                () -> driver.tree(TREE).stream().anyMatch(r -> r.contains("pellet 1")));
        assertFalse(driver.tree(TREE).getFirst().startsWith("*"), "it is as it was saved");
    }

    @Test
    void aSavedProjectIsTheSameWhenItIsOpenedAgain() {
        newProject("Again");
        driver.select(TREE, "pellet 1");
        driver.type("properties.thickness", "420 um");
        driver.type("properties.new.name", "pressure");
        driver.type("properties.new.value", "360 MPa");
        driver.until("the property is shown", () -> driver.sees("properties.pressure"));
        driver.command("org.eclipse.ui.file.save", Map.of());
        driver.until("it is saved", () -> !driver.tree(TREE).getFirst().startsWith("*"));
        driver.command("org.ionbench.ui.closeProject", Map.of());
        driver.until("it is closed", () -> driver.sees("explorer.first"));
        driver.command(
                "org.ionbench.ui.openProject",
                Map.of("org.ionbench.ui.openProject.folder", folder.resolve("Again").toString()));
        driver.select(TREE, "pellet 1");
        driver.until("its properties are shown", () -> driver.sees("properties.pressure"));
        assertEquals("420 um", driver.text("properties.thickness"));
        assertEquals("360 MPa", driver.text("properties.pressure"));
    }

    @Test
    void filesWithoutAProjectMakeOne() throws IOException {
        Path file = composite().files().getFirst().write(folder);
        driver.command(
                "org.ionbench.ui.importFiles",
                Map.of("org.ionbench.ui.importFiles.files", file.toString()));
        driver.type("newProject.location", folder.toString());
        driver.type("newProject.name", "From files");
        driver.press("newProject.template.empty");
        driver.press("import", "Next >");
        driver.until(
                "the file was recognised",
                () ->
                        driver.table("import.files").stream()
                                .anyMatch(row -> row.get(1).contains("VersaStudio")));
        assertTrue(driver.table("import.preview").size() > 10, "the first rows are shown");
        driver.press("import", "Finish");
        driver.until(
                "the spectrum is in the tree",
                () ->
                        driver.sees(TREE)
                                && driver.tree(TREE).stream()
                                        .anyMatch(r -> r.contains("Impedance")));
        assertTrue(driver.tree(TREE).getFirst().contains("From files"));
    }

    @Test
    void unsavedWorkOfACrashIsOfferedAndCanBeTakenOver() throws IOException {
        newProject("Crash");
        driver.command("org.ionbench.ui.closeProject", Map.of());
        driver.until("it is closed", () -> driver.sees("explorer.first"));
        Path project = folder.resolve("Crash").resolve("project.ionbench");
        String unsaved = Files.readString(project).replace("\"pellet 1\"", "\"pellet 2\"");
        Files.writeString(project.resolveSibling("project.ionbench.recovery"), unsaved);
        driver.command(
                "org.ionbench.ui.openProject",
                Map.of("org.ionbench.ui.openProject.folder", folder.resolve("Crash").toString()));
        driver.until("it is offered", () -> driver.sees("explorer.recovery"));
        assertTrue(driver.tree(TREE).stream().anyMatch(r -> r.contains("pellet 1")));
        driver.follow("explorer.recovery", "take");
        driver.until(
                "the unsaved work is there",
                () -> driver.tree(TREE).stream().anyMatch(r -> r.contains("pellet 2")));
        assertTrue(driver.tree(TREE).getFirst().startsWith("*"), "it is still to be saved");
        assertFalse(driver.sees("explorer.recovery"));
    }

    // ---- steps

    private void newProject(String name) {
        driver.press("explorer.first.newProject");
        driver.type("newProject.location", folder.toString());
        driver.type("newProject.name", name);
        driver.press("newProject.template.pellet");
        driver.press("newProject", "Finish");
        driver.until(
                name + " is in the tree",
                () -> driver.sees(TREE) && driver.tree(TREE).getFirst().equals(name));
        assertTrue(driver.title().startsWith(name), driver.title());
    }

    private static TwinCell composite() {
        return Twin.conduction().cells().stream()
                .filter(c -> c.sample().equals(Labels.COMPOSITE))
                .findFirst()
                .orElseThrow();
    }

    private void importComposite() throws IOException {
        TwinCell twin = composite();
        List<Path> files = new ArrayList<>();
        for (TwinFile file : twin.files()) {
            files.add(file.write(folder));
        }
        Path fixture = twin.shortCircuit().orElseThrow().write(folder);
        driver.command(
                "org.ionbench.ui.importFiles",
                Map.of(
                        "org.ionbench.ui.importFiles.files",
                        files.stream().map(Path::toString).collect(Collectors.joining("\n"))));
        driver.until(
                "all files were recognised",
                () ->
                        driver.table("import.files").size() == files.size()
                                && driver.table("import.files").stream()
                                        .allMatch(row -> row.get(1).contains("VersaStudio")));
        driver.press("import", "Next >");
        driver.type("import.cell", CELL);
        driver.type("import.temperatures", "30:100:10");
        driver.type("import.short", fixture.toString());
        driver.press("import", "Finish");
        driver.until(
                "the spectra are in the tree",
                () -> driver.tree(TREE).stream().anyMatch(r -> r.contains("100\u2009°C")));
    }

    /** In eV, in the form of sigma T. */
    private List<Double> activationEnergies() {
        List<Double> found = new ArrayList<>();
        for (List<String> row : driver.table("results.table")) {
            Matcher value = Pattern.compile("(\\d+\\.\\d+)\\D.*eV").matcher(row.get(4));
            if (row.get(3).startsWith("activation energy") && value.matches()) {
                found.add(Double.valueOf(value.group(1)));
            }
        }
        return found;
    }
}
