// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.Unit;
import org.ionbench.model.Cell;
import org.ionbench.model.Project;
import org.ionbench.model.Run;
import org.ionbench.model.Sample;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class ProjectDocumentTest {

    private static ProjectDocument project(int cells) {
        ProjectDocument document = ProjectDocument.create("big");
        Project p = document.project();
        for (int i = 0; i < cells; i++) {
            Sample sample = Fresh.sample("sample \u00e9 & <" + i + ">");
            Cell cell = Fresh.cell("cell " + i);
            cell.setSample(sample);
            cell.getQuantities().add(Fresh.measured("thickness", 0.42, 0.01, Unit.of("mm"), "t"));
            Run run = Fresh.run("org.example.missing", 3);
            run.setCell(cell);
            run.getSettings().add(Fresh.pair("of a plug-in\nnobody has", "1,2;\t\u4e2d\n \"x\""));
            p.getSamples().add(sample);
            p.getCells().add(cell);
            p.getRuns().add(run);
        }
        return document;
    }

    @Test
    void whatIsWrittenIsReadAndWrittenAlike() throws IOException {
        byte[] once = project(70).bytes();
        ProjectDocument read = ProjectDocument.read("p", once);
        assertArrayEquals(once, read.bytes());
        assertEquals("cell 7", read.project().getRuns().get(7).getCell().getName());
        var pair = read.project().getRuns().getFirst().getSettings().getFirst();
        assertEquals("of a plug-in\nnobody has", pair.getKey());
        assertEquals("1,2;\t\u4e2d\n \"x\"", pair.getValue());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void aChangedValueIsOneChangedLine() {
        ProjectDocument document = project(70);
        List<String> before = lines(document);
        assertTrue(before.size() > 70 * 10, "one attribute a line");
        document.history()
                .edit(
                        "thickness",
                        () ->
                                document.project()
                                        .getCells()
                                        .get(35)
                                        .getQuantities()
                                        .getFirst()
                                        .setValue(0.43));
        List<String> after = lines(document);
        assertEquals(before.size(), after.size());
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changed.add(after.get(i).strip());
            }
        }
        assertEquals(List.of("value=\"0.43\""), changed);
    }

    private static List<String> lines(ProjectDocument document) {
        return new String(document.bytes(), StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aReferenceToNothingIsReportedAndTheRestOpens() throws IOException {
        ProjectDocument document = project(2);
        String sample = document.project().getSamples().getFirst().getId();
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        String broken = text.replace("sample=\"" + sample + "\"", "sample=\"Znothinghere\"");
        assertTrue(!broken.equals(text));
        ProjectDocument read = ProjectDocument.read("p", broken.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, read.problems().size());
        assertEquals("project.dangling", read.problems().getFirst().code());
        assertEquals(2, read.project().getCells().size());
    }

    @Test
    void whatIsNoProjectIsRefused() {
        for (String text :
                List.of(
                        "",
                        "no xml",
                        "<a/>",
                        "<Project/>",
                        "<Project formatVersion='1'><cells></Project>",
                        "<ionbench:Project xmlns:ionbench='http://else' formatVersion='1'/>")) {
            assertThrows(
                    FormatException.class,
                    () ->
                            ProjectDocument.read(
                                    "project.ionbench", text.getBytes(StandardCharsets.UTF_8)),
                    text);
        }
    }

    @Test
    void aFileCutShortAnywhereIsRefused() {
        byte[] whole = project(3).bytes();
        for (int length = 0; length < whole.length - 3; length += 97) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThrows(FormatException.class, () -> ProjectDocument.read("p", cut));
        }
    }

    @Test
    void idsAreTwelveCharactersAndDiffer() {
        var ids = new java.util.HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            String id = Ids.fresh();
            assertTrue(id.matches("[A-Za-z][A-Za-z0-9]{11}"), id);
            ids.add(id);
        }
        assertEquals(10_000, ids.size());
    }

    @Test
    void fileNamesAreSafeOnEverySystem() {
        assertEquals("a_b_c.par", ProjectFolder.safeName("a:b/c.par"));
        assertEquals("_nul.txt", ProjectFolder.safeName("nul.txt"));
        assertEquals("_", ProjectFolder.safeName(".. ".strip().replace(".", "")));
        assertEquals("x", ProjectFolder.safeName("x. . "));
        String longName = "a".repeat(400) + ".mpr";
        assertTrue(ProjectFolder.safeName(longName).length() <= 120);
        assertTrue(ProjectFolder.safeName(longName).endsWith(".mpr"));
        assertEquals("_", ProjectFolder.safeName(".."));
    }
}
