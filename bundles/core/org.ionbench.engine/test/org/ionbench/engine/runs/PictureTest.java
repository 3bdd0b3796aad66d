// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Technique;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.SessionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A picture that keeps what was not touched is the one that is made from scratch. */
class PictureTest {
    private static final String EACH = "toy.each";

    @TempDir Path folder;

    private final Catalog catalog =
            Catalog.builder()
                    .analysis(
                            Lab.contribution(
                                    EACH,
                                    new Toys.Sum(Need.eachRecording(Technique.EIS)),
                                    new Lab.Counts()))
                    .analysis(
                            Lab.contribution(
                                    "toy.sum",
                                    new Toys.Sum(Need.allReports(EACH)),
                                    new Lab.Counts()))
                    .build();

    @Test
    void keepsWhatWasNotTouchedAndNothingElse() throws Exception {
        try (Session session = Lab.project(folder);
                Runs runs = Runs.of(session, catalog)) {
            for (String name : List.of("a", "b", "c")) {
                String cell = Lab.pellet(session, name, 30, 40);
                session.set(cell, "sample name", "sample " + name);
                session.set(
                        cell,
                        "sample composition",
                        "LiX 75 vol% @ 1.18 g/cm3; ZrO2 25 vol% @ 5.68 g/cm3");
            }
            Lab.take(session, Lab.spectrum("loose", 20), Optional.empty());
            runs.plan("toy.sum", Set.of(), Map.of());
            runs.plan(EACH, Set.of(), Map.of());
            Set<String> touched = new HashSet<>();
            session.addListener(
                    event -> {
                        if (event instanceof SessionEvent.Edited edited) {
                            touched.addAll(edited.touched());
                        }
                    });
            Picture kept = Picture.of(session, catalog, Picture.NONE, Set.of());
            Random random = new Random(3);
            for (int i = 0; i < 300; i++) {
                String what = change(session, runs, random);
                kept = Picture.of(session, catalog, kept, touched);
                touched.clear();
                assertEquals(
                        contents(Picture.of(session, catalog, Picture.NONE, Set.of())),
                        contents(kept),
                        what);
            }
            Picture same = Picture.of(session, catalog, kept, Set.of());
            for (RunSnapshot run : kept.runs()) {
                assertSame(run, same.run(run.id()).orElseThrow());
            }
        }
    }

    private static Map<String, String> contents(Picture picture) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (RunSnapshot run : picture.runs()) {
            contents.put(run.id(), run.content() + run.label() + run.upstream() + run.trouble());
        }
        return contents;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String change(Session session, Runs runs, Random random) {
        String cell = any(session.outline().cells(), random).id();
        String recording = any(session.outline().recordings(), random).id();
        String number = String.valueOf(1 + random.nextInt(50));
        switch (random.nextInt(12)) {
            case 0 -> session.set(cell, "thickness", "0." + number + " mm");
            case 1 -> session.set(cell, "operator", number);
            case 2 -> session.set(cell, "sample name", number);
            case 3 ->
                    session.set(
                            cell,
                            "sample composition",
                            "LiX 75 vol% @ 1." + number + " g/cm3; ZrO2 25 vol%");
            case 4 -> session.set(recording, "temperature", number + " degC");
            case 5 -> session.set(recording, "cell", any(session.outline().cells(), random).name());
            case 6 -> session.set(cell, random.nextBoolean() ? "short" : "open", recording);
            case 7 -> session.set(recording, "name", "name " + number);
            case 8 ->
                    runs.set(any(session.outline().runs(), random).id(), Map.of("factor", number));
            case 9 -> runs.rename(any(session.outline().runs(), random).id(), number);
            case 10 -> {
                if (session.outline().recordings().size() > 3 && random.nextInt(4) == 0) {
                    session.delete(recording);
                    return "delete";
                }
                session.undo();
            }
            default -> {
                if (session.redoLabel().isPresent()) {
                    session.redo();
                } else {
                    session.undo();
                }
            }
        }
        return session.undoLabel().orElse("");
    }
}
