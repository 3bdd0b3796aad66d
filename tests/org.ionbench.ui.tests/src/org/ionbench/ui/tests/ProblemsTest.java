// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** Problems that offer to be mended. */
class ProblemsTest {
    private static final String TREE = "explorer.tree";
    private static final String AREAL = "properties.areal-capacity";
    private static final String CHECK = "org.ionbench.analysis.consistency";

    private final Driver driver = new Driver();

    @TempDir private Path folder;

    @AfterEach
    void closesWhatIsOpen() {
        driver.view("org.ionbench.ui.results");
        driver.saveAndClose();
    }

    /**
     * 1.2 mg of 60 % LiFePO4 with 170 mAh/g on 6 mm have 0.122 mAh and so 0.433 mAh/cm2 (Hehn et
     * al. print the first number with the second unit).
     */
    @Test
    void aSlipIsMendedByAKeyAndComesBackByUndo() {
        driver.newProject(folder, "Slip");
        driver.command("org.ionbench.ui.addCell", Map.of());
        driver.until(
                "a cell is in the tree",
                () -> driver.tree(TREE).stream().anyMatch(r -> r.strip().startsWith("cell 1")));
        driver.select(TREE, "cell 1");
        driver.type("properties.mass", "1.2 mg");
        driver.type("properties.diameter", "6 mm");
        add("active fraction", "0.6");
        add("reference capacity", "170 mAh/g");
        add("areal capacity", "0.122 mAh/cm2");
        driver.until("the slip is typed", () -> driver.sees(AREAL));
        driver.select(TREE, "*Slip");
        driver.command(
                "org.ionbench.ui.runAnalysis",
                Map.of("org.ionbench.ui.runAnalysis.analysis", CHECK));
        driver.view("org.ionbench.ui.problems");
        driver.selectRow("problems.table", "0.122 mAh/cm2");
        assertTrue(
                driver.table("problems.table").stream()
                        .anyMatch(r -> r.get(1).contains("0.433 mAh/cm2")),
                "what would mend it is said");
        driver.command("org.ionbench.ui.mend", Map.of());
        driver.until("the problem is gone", () -> slips() == 0);
        driver.select(TREE, "cell 1");
        driver.until("0.433 stands", () -> driver.text(AREAL).equals("0.433 mAh/cm2"));
        driver.command("org.eclipse.ui.edit.undo", Map.of());
        driver.until("the slip is back", () -> driver.text(AREAL).equals("0.122 mAh/cm2"));
        driver.until("and so is its problem", () -> slips() == 1);
        driver.command("org.eclipse.ui.edit.redo", Map.of());
        driver.until("the problem is gone again", () -> slips() == 0);
        assertEquals("0.433 mAh/cm2", driver.text(AREAL));
    }

    private void add(String name, String value) {
        driver.type("properties.new.name", name);
        driver.type("properties.new.value", value);
        driver.until(name + " is shown", () -> driver.sees("properties." + name.replace(' ', '-')));
    }

    private long slips() {
        return driver.table("problems.table").stream()
                .filter(r -> r.getFirst().contains("absolute capacity"))
                .count();
    }
}
