// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.engine.importing.CellNames;
import org.ionbench.engine.session.Origins;
import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Session;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sets properties of a cell, a sample or a recording. */
@Command(
        description = {
            "Sets properties of a cell, a sample or a recording, with units; without KEY=VALUE"
                    + " prints them. A"
                    + " cell of a new name is made. In a project with one cell its name may be left"
                    + " out.",
            "Cells know name, sample, thickness, diameter, mass, active fraction, electrodes,"
                    + " reference, operator, short, open and \"convention ...\"; any other key is a"
                    + " field of your own. \"sample ...\" sets a property of the cell's sample:"
                    + " batch, density, composition. Recordings, named by name or id, know"
                    + " temperature, oven temperature, sample temperature, technique and cell."
        })
public final class SetCommand extends Verb {
    /** What an import says of a cell. */
    private static final List<String> BY_IMPORT = List.of("cell", "short", "open");

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    private Path project;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "CELL KEY=VALUE...",
            description = "Such as: pellet thickness=\"0.32 mm\" diameter=\"10 mm\".")
    private List<String> words;

    public SetCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException {
        boolean named = words.getFirst().indexOf('=') < 0;
        Map<String, String> values = values(named ? words.subList(1, words.size()) : words);
        if (values.isEmpty()) {
            return print(words.getFirst());
        }
        try (Session session = Projects.openToWrite(door(), project)) {
            List<String> notes = new ArrayList<>();
            try {
                session.edit(
                        "Set " + String.join(", ", values.keySet()),
                        () -> {
                            String target =
                                    named
                                            ? target(session, words.getFirst(), notes)
                                            : onlyCell(session);
                            values.forEach((key, text) -> session.set(target, key, text));
                        });
            } catch (IllegalArgumentException e) {
                throw wrong(e.getMessage());
            }
            session.save();
            notes.forEach(door()::say);
        }
        return Exit.DONE;
    }

    private Map<String, String> values(List<String> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw wrong("properties are written KEY=VALUE, not \"" + text + "\"");
            }
            values.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
        }
        return values;
    }

    private String target(Session session, String name, List<String> notes) {
        return session.findCell(name)
                .or(() -> session.findSample(name))
                .or(() -> recording(session, name))
                .or(() -> nameless(session, name, notes))
                .orElseGet(
                        () -> {
                            notes.add("Made the cell " + name + ".");
                            return session.cell(name);
                        });
    }

    /** The recording with an id, or the only one of a name. */
    private static Optional<String> recording(Session session, String name) {
        List<String> found =
                session.outline().recordings().stream()
                        .filter(r -> r.id().equals(name) || r.name().equals(name))
                        .map(Outline.RecordingItem::id)
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * The project's only cell, renamed, where an import named it after its files and nobody said
     * anything about it yet: it is the one that is meant.
     */
    private Optional<String> nameless(Session session, String name, List<String> notes) {
        Outline outline = session.outline();
        if (outline.cells().size() != 1) {
            return Optional.empty();
        }
        Outline.CellItem only = outline.cells().getFirst();
        boolean untouched =
                session.properties(only.id()).entrySet().stream()
                        .allMatch(p -> BY_IMPORT.contains(p.getKey()) || p.getValue().isEmpty());
        String given =
                CellNames.common(
                        outline.recordings().stream()
                                .filter(r -> r.cell().filter(only.id()::equals).isPresent())
                                .flatMap(
                                        r ->
                                                Origins.files(r.rawFile(), r.sha256())
                                                        .keySet()
                                                        .stream())
                                .map(Origins::shortly)
                                .toList());
        if (!untouched || !only.name().equals(given)) {
            return Optional.empty();
        }
        session.set(only.id(), "name", name);
        notes.add("The cell " + given + ", named after its files, is called " + name + " now.");
        return Optional.of(only.id());
    }

    private String onlyCell(Session session) {
        List<Outline.CellItem> cells = session.outline().cells();
        if (cells.size() != 1) {
            throw wrong(
                    cells.isEmpty()
                            ? project + " has no cell yet; please name the new one."
                            : "Please name the cell: " + project + " has " + names(session) + ".");
        }
        return cells.getFirst().id();
    }

    private static String names(Session session) {
        return session.outline().cells().stream()
                .map(Outline.CellItem::name)
                .collect(Collectors.joining(", "));
    }

    private int print(String name) throws CannotGoOn, IOException {
        try (Session session = Projects.open(door(), project)) {
            String id =
                    session.findCell(name)
                            .or(() -> session.findSample(name))
                            .or(() -> recording(session, name))
                            .orElseThrow(
                                    () ->
                                            new CannotGoOn(
                                                    project
                                                            + " has no cell "
                                                            + name
                                                            + "; it has "
                                                            + names(session)
                                                            + "."));
            session.properties(id).entrySet().stream()
                    .filter(e -> !e.getValue().isEmpty())
                    .forEach(e -> door().out().println(e.getKey() + "=" + e.getValue()));
        }
        return Exit.DONE;
    }
}
