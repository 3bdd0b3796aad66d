// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.joining;

import org.ionbench.api.importing.Recording;
import org.ionbench.engine.session.Origins;
import org.ionbench.engine.session.Session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Joins recordings of a project as one edit. {@link #prepare} and {@link #finish} belong to the
 * owner's thread; what lies between may run on any.
 */
public final class ProjectJoin {
    private final Session session;
    private final List<Listed> listed;

    private record Listed(String id, Part part) {}

    private ProjectJoin(Session session, List<Listed> listed) {
        this.session = session;
        this.listed = List.copyOf(listed);
    }

    /**
     * Takes up the recordings to join, in the order of their start.
     *
     * @param ids of the recordings, in the order to keep where a start is not known
     * @throws IOException if a table is missing or damaged
     * @throws IllegalArgumentException with a sentence if they belong to different cells
     */
    public static ProjectJoin prepare(Session session, List<String> ids) throws IOException {
        List<Listed> listed = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (String id : ids.stream().distinct().toList()) {
            org.ionbench.model.Recording live =
                    session.find(org.ionbench.model.Recording.class, id)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "There is no recording " + id + "."));
            if (live.getCell() != null) {
                cells.add(live.getCell().getName());
            }
            listed.add(
                    new Listed(
                            id,
                            new Part(
                                    session.recording(id),
                                    Origins.shortly(live.getRawFile()),
                                    live.getSha256())));
        }
        if (cells.stream().distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "Recordings of one cell can be joined; these are of "
                            + String.join(" and ", cells.stream().distinct().toList())
                            + ".");
        }
        List<Part> ordered = Join.inOrder(listed.stream().map(Listed::part).toList());
        listed.sort(Comparator.comparingInt(l -> indexOf(ordered, l.part())));
        return new ProjectJoin(session, listed);
    }

    private static int indexOf(List<Part> parts, Part part) {
        for (int i = 0; i < parts.size(); i++) {
            if (Objects.equals(parts.get(i), part)) {
                return i;
            }
        }
        return parts.size();
    }

    /**
     * What was joined and waits to be taken into the project.
     *
     * @param recording the joined recording
     * @param table the id of its table
     */
    public record Joined(Recording recording, String table) {}

    /**
     * Joins and stores, on any thread.
     *
     * @throws IOException if the project's folder cannot be written
     * @throws IllegalArgumentException with a sentence if they cannot be joined
     */
    public Joined join() throws IOException {
        List<Part> parts = listed.stream().map(Listed::part).toList();
        String name = parts.isEmpty() ? "" : parts.getFirst().recording().name();
        Recording joined = Join.join(name, parts);
        return new Joined(joined, session.storeTable(joined));
    }

    /** Puts the joined recording in the place of its parts, as one edit; gives its id. */
    public String finish(Joined joined) {
        return session.replace(
                "Join " + listed.size() + " recordings",
                listed.stream().map(Listed::id).toList(),
                joined.recording(),
                joined.table());
    }
}
