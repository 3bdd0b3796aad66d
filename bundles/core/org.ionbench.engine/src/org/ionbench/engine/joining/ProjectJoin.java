// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.joining;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.session.Origins;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins recordings of a project as one edit: {@link #prepare} reads, joins and stores, on any
 * thread; {@link #finish} takes the outcome into the project, on the owner's.
 */
public final class ProjectJoin {
    private final Session session;
    private final List<String> ids;
    private final Recording joined;
    private final String table;

    private ProjectJoin(Session session, List<String> ids, Recording joined, String table) {
        this.session = session;
        this.ids = List.copyOf(ids);
        this.joined = joined;
        this.table = table;
    }

    /**
     * Joins recordings in the order of their start, on any thread.
     *
     * @param ids of the recordings, in the order to keep where a start is not known
     * @throws IOException if a table is missing or damaged, or the project's folder cannot be
     *     written
     * @throws IllegalArgumentException with a sentence if they cannot be joined, or belong to
     *     different cells
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public static ProjectJoin prepare(Session session, List<String> ids, Progress progress)
            throws IOException {
        progress.task("Joining recordings", 3);
        List<Recording> recordings =
                session.recordings(ids.stream().distinct().toList(), progress.split(1));
        List<Part> parts = Join.inOrder(session.onOwner(() -> parts(session, recordings)));
        progress.checkCancelled();
        progress.note("Joining");
        Recording joined = Join.join(parts.isEmpty() ? "" : name(parts), parts);
        progress.done(1);
        progress.checkCancelled();
        progress.note("Storing");
        String table = session.storeTable(joined);
        progress.done(1);
        return new ProjectJoin(
                session, parts.stream().map(p -> p.recording().id()).toList(), joined, table);
    }

    private static String name(List<Part> parts) {
        return parts.getFirst().recording().name();
    }

    /** What the project knows of recordings; all are of one cell, or of none. */
    private static List<Part> parts(Session session, List<Recording> recordings) {
        List<Part> parts = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (Recording recording : recordings) {
            org.ionbench.model.Recording live =
                    session.find(org.ionbench.model.Recording.class, recording.id())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    recording.name()
                                                            + " is no longer in the project."));
            Optional.ofNullable(live.getCell()).map(Cell::getName).ifPresent(cells::add);
            parts.add(new Part(recording, Origins.shortly(live.getRawFile()), live.getSha256()));
        }
        List<String> different = cells.stream().distinct().toList();
        if (different.size() > 1) {
            throw new IllegalArgumentException(
                    "Recordings of one cell can be joined; these are of "
                            + String.join(" and ", different)
                            + ".");
        }
        return parts;
    }

    /** The joined recording. */
    public Recording joined() {
        return joined;
    }

    /**
     * Puts the joined recording in the place of its parts, as one edit on the owner's thread.
     *
     * @return its id
     * @throws IllegalArgumentException if a part is gone meanwhile
     */
    public String finish() {
        return session.replace("Join " + ids.size() + " recordings", ids, joined, table);
    }
}
