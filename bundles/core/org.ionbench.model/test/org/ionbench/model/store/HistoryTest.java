// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.quantity.Unit;
import org.ionbench.model.Cell;
import org.ionbench.model.Identified;
import org.ionbench.model.Project;
import org.ionbench.model.Recording;
import org.ionbench.model.Run;
import org.ionbench.model.Sample;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Edits are taken back and done again exactly, byte for byte of the project file. */
class HistoryTest {

    @Test
    void undoAndRedoWalkThroughTheSameFiles() {
        for (int seed = 0; seed < 40; seed++) {
            walk(new Random(seed));
        }
    }

    private static void walk(Random random) {
        ProjectDocument document = ProjectDocument.create("walk");
        History history = document.history();
        List<String> states = new ArrayList<>(List.of(text(document)));
        int at = 0;
        for (int step = 0; step < 60; step++) {
            int dice = random.nextInt(10);
            if (dice < 3 && at > 0) {
                history.undo();
                at--;
            } else if (dice < 5 && at < states.size() - 1) {
                history.redo();
                at++;
            } else {
                history.edit(
                        "change",
                        () -> {
                            change(document, random);
                            change(document, random);
                            // Makes sure that the step is one even where the changes were none.
                            document.project().setName("name " + random.nextInt());
                        });
                states.subList(at + 1, states.size()).clear();
                states.add(text(document));
                at++;
            }
            assertEquals(states.get(at), text(document));
        }
        while (at > 0) {
            history.undo();
            assertEquals(states.get(--at), text(document));
        }
        while (at < states.size() - 1) {
            history.redo();
            assertEquals(states.get(++at), text(document));
        }
    }

    private static void change(ProjectDocument document, Random random) {
        Project p = document.project();
        switch (random.nextInt(9)) {
            case 0 -> p.getSamples().add(Fresh.sample("sample " + random.nextInt(100)));
            case 1 -> {
                Cell cell = Fresh.cell("cell " + random.nextInt(100));
                if (!p.getSamples().isEmpty()) {
                    cell.setSample(any(p.getSamples(), random));
                }
                p.getCells().add(cell);
            }
            case 2 -> {
                Recording r = Fresh.recording("recording " + random.nextInt(100));
                if (!p.getCells().isEmpty()) {
                    r.setCell(any(p.getCells(), random));
                }
                p.getRecordings().add(random.nextInt(p.getRecordings().size() + 1), r);
            }
            case 3 -> {
                if (!p.getCells().isEmpty()) {
                    Cell cell = any(p.getCells(), random);
                    cell.getQuantities().clear();
                    cell.getQuantities()
                            .add(
                                    Fresh.measured(
                                            "thickness",
                                            random.nextDouble(),
                                            0,
                                            Unit.of("mm"),
                                            ""));
                }
            }
            case 4 -> {
                Run run = Fresh.run("org.example.analysis", 1);
                run.getRecordings().addAll(p.getRecordings());
                run.getUpstream().addAll(p.getRuns());
                run.getSettings().add(Fresh.pair("circuit", "R0-C" + random.nextInt(9)));
                p.getRuns().add(run);
            }
            case 5 -> {
                List<Identified> all = document.all();
                all.removeIf(o -> o == p);
                if (!all.isEmpty()) {
                    document.delete(any(all, random));
                }
            }
            case 6 -> {
                if (p.getSamples().size() > 1) {
                    Sample moved = p.getSamples().removeFirst();
                    p.getSamples().add(moved);
                }
            }
            case 7 -> {
                if (!p.getRuns().isEmpty()) {
                    Run run = any(p.getRuns(), random);
                    run.getSettings().forEach(s -> s.setValue("value " + random.nextInt()));
                }
            }
            default -> {
                if (!p.getCells().isEmpty() && !p.getRecordings().isEmpty()) {
                    any(p.getCells(), random).setShortCircuit(any(p.getRecordings(), random));
                }
            }
        }
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String text(ProjectDocument document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aChangeThatThrowsIsTakenBack() {
        ProjectDocument document = ProjectDocument.create("p");
        String before = text(document);
        assertThrows(
                UnsupportedOperationException.class,
                () ->
                        document.history()
                                .edit(
                                        "fails",
                                        () -> {
                                            document.project().getCells().add(Fresh.cell("c"));
                                            throw new UnsupportedOperationException();
                                        }));
        assertEquals(before, text(document));
        assertTrue(document.history().undoLabel().isEmpty());
    }

    @Test
    void aSavedProjectIsCleanAgainWhereItWasSaved() {
        ProjectDocument document = ProjectDocument.create("p");
        History history = document.history();
        history.edit("one", () -> document.project().setName("one"));
        history.markSaved();
        assertFalse(history.isDirty());
        history.edit("two", () -> document.project().setName("two"));
        assertTrue(history.isDirty());
        history.undo();
        assertFalse(history.isDirty());
        history.undo();
        assertTrue(history.isDirty());
        history.edit("three", () -> document.project().setName("three"));
        history.undo();
        assertTrue(history.isDirty(), "what was saved can no longer be reached");
    }

    @Test
    void changesWithinAChangeAreOneStepAndNoChangeIsNone() {
        ProjectDocument document = ProjectDocument.create("p");
        History history = document.history();
        history.edit(
                "outer",
                () -> {
                    history.edit("inner", () -> document.project().setName("a"));
                    document.project().getCells().add(Fresh.cell("c"));
                });
        assertEquals("outer", history.undoLabel().orElseThrow());
        history.undo();
        assertEquals("p", document.project().getName());
        assertTrue(history.undoLabel().isEmpty());
        history.edit("nothing", () -> {});
        assertEquals("outer", history.redoLabel().orElseThrow(), "nothing clears no redo");
    }

    @Test
    void anEditNamesWhatItTouched() {
        ProjectDocument document = ProjectDocument.create("p");
        Cell cell = Fresh.cell("c");
        document.history().edit("add", () -> document.project().getCells().add(cell));
        var touched =
                document.history()
                        .edit(
                                "thickness",
                                () ->
                                        cell.getQuantities()
                                                .add(
                                                        Fresh.measured(
                                                                "thickness",
                                                                0.3,
                                                                0,
                                                                Unit.of("mm"),
                                                                "0.3 mm")));
        assertTrue(touched.contains(cell.getId()));
    }
}
