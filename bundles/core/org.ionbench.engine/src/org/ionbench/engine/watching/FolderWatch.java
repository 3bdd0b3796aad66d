// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.watching;

import org.ionbench.api.progress.Progress;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.FileTree;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.importing.ImportResult;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.importing.ProjectImport;
import org.ionbench.engine.importing.ReadFile;
import org.ionbench.engine.maps.ColumnMaps;
import org.ionbench.engine.session.FileChangedException;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Stored;
import org.ionbench.model.Recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a folder again and again and imports what an instrument writes into it. A file is read
 * once nothing was written to it for a while. One that has grown is read again: its recordings keep
 * their names, cells, conditions, masks and runs and get the new rows; what was computed of them is
 * stale by that. The copies of earlier states take no room once the saved project names them no
 * more, and undo finds them all. Not safe for several threads; {@link #look} may run on any one.
 */
public final class FolderWatch {
    private final Session session;
    private final ProjectImport importing;
    private final FileReading reading;
    private final Path folder;
    private final ImportChoices choices;
    private final Clock clock;
    private final Duration rest;
    private final Map<Path, State> states = new HashMap<>();
    private final Map<Path, Growth> growths = new HashMap<>();

    /** What a file was like, since when, and whether it was dealt with so. */
    private record State(long size, Instant modified, Instant since, boolean done) {
        boolean isLike(State other) {
            return size == other.size && modified.equals(other.modified);
        }

        State asDone() {
            return new State(size, modified, since, true);
        }
    }

    /** The recordings of a file and where its last state is kept. */
    private record Growth(List<String> recordings, String sha256) {}

    /**
     * A watch that has not looked yet.
     *
     * @param choices what is known of the files that come
     * @param rest for so long nothing must have been written to a file before it is read
     */
    public FolderWatch(
            Session session,
            Catalog catalog,
            Path folder,
            ImportChoices choices,
            Clock clock,
            Duration rest) {
        this.session = session;
        this.folder = folder;
        this.choices = choices;
        this.clock = clock;
        this.rest = rest;
        importing = new ProjectImport(session, catalog);
        reading = new FileReading(catalog, ColumnMaps.of(session.folder()));
    }

    /**
     * What one look brought.
     *
     * @param fresh what became of files that were new
     * @param grown what became of files that had grown
     * @param notes sentences on what was decided where the user did not say
     */
    public record Look(List<ImportedFile> fresh, List<ImportedFile> grown, List<String> notes) {

        public Look {
            fresh = List.copyOf(fresh);
            grown = List.copyOf(grown);
            notes = List.copyOf(notes);
        }

        /** Whether nothing was new. */
        public boolean isEmpty() {
            return fresh.isEmpty() && grown.isEmpty();
        }
    }

    /**
     * Looks at the folder once.
     *
     * @throws IOException if the folder cannot be listed or the project cannot be written
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public Look look(Progress progress) throws IOException {
        session.restoreRaws();
        session.dropSuperseded();
        List<Path> ready = ready();
        List<Path> fresh = new ArrayList<>();
        List<ImportedFile> grown = new ArrayList<>();
        for (Path file : ready) {
            Optional<Growth> before = before(file);
            if (before.isEmpty()) {
                fresh.add(file);
            } else {
                again(file, before.get(), progress).ifPresent(grown::add);
            }
        }
        if (fresh.isEmpty()) {
            return new Look(List.of(), grown, List.of());
        }
        ImportResult result = importing.run(fresh, choices, progress);
        for (ImportedFile f : result.files()) {
            if (f.recordings().isEmpty()) {
                continue;
            }
            session.onOwner(() -> hash(f.recordings().getFirst()))
                    .ifPresent(h -> growths.put(f.file(), new Growth(f.recordings(), h)));
        }
        List<ImportedFile> told = new ArrayList<>(result.files());
        told.removeIf(
                f -> {
                    boolean changed =
                            f.problems().stream()
                                    .anyMatch(p -> p.code().equals(FileChangedException.CODE));
                    if (changed) {
                        states.remove(f.file());
                    }
                    return changed || f.duplicate();
                });
        return new Look(told, grown, told.isEmpty() ? List.of() : result.notes());
    }

    // ---- which files

    private List<Path> ready() throws IOException {
        Instant now = clock.instant();
        List<Path> ready = new ArrayList<>();
        for (Path file : FileTree.files(List.of(folder))) {
            Optional<State> seen = state(file, now);
            if (seen.isEmpty()) {
                continue;
            }
            State old = states.get(file);
            State current = old != null && old.isLike(seen.get()) ? old : seen.get();
            boolean rested =
                    !current.since.plus(rest).isAfter(now)
                            || (old == null && !current.modified.plus(rest).isAfter(now));
            if (!current.done && rested && current.size > 0) {
                ready.add(file);
                current = current.asDone();
            }
            states.put(file, current);
        }
        return ready;
    }

    private static Optional<State> state(Path file, Instant now) {
        try {
            BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new State(a.size(), a.lastModifiedTime().toInstant(), now, false));
        } catch (IOException e) {
            // Gone since the folder was listed: the next look sees what became of it.
            return Optional.empty();
        }
    }

    /**
     * The recordings of an earlier state of a file; empty if it is new, or as the project has it.
     */
    private Optional<Growth> before(Path file) {
        Growth known = growths.get(file);
        if (known != null && session.onOwner(() -> isThere(known))) {
            return Optional.of(known);
        }
        String name = String.valueOf(file.getFileName());
        for (Session.Copy copy : session.onOwner(() -> session.copies(name))) {
            if (isBeginning(copy, file)) {
                return Optional.of(new Growth(copy.recordings(), copy.sha256()));
            }
        }
        return Optional.empty();
    }

    private boolean isThere(Growth growth) {
        return growth.recordings.stream()
                .allMatch(
                        id ->
                                session.find(Recording.class, id)
                                        .filter(r -> r.getSha256().equals(growth.sha256))
                                        .isPresent());
    }

    /** Whether a copy in the project is the beginning of a file that is longer now. */
    private boolean isBeginning(Session.Copy copy, Path file) {
        try {
            Path raw = session.layout().resolve(copy.raw());
            return Files.isRegularFile(raw)
                    && Files.size(raw) < Files.size(file)
                    && Files.mismatch(raw, file) == Files.size(raw);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> hash(String id) {
        return session.find(Recording.class, id).map(r -> r.getSha256());
    }

    // ---- files that have grown

    private Optional<ImportedFile> again(Path file, Growth before, Progress progress)
            throws IOException {
        ReadFile read = reading.read(file, choices.reading(), progress.split(0)).withSpectraApart();
        if (read.sha256().equals(before.sha256)) {
            return Optional.empty();
        }
        if (read.recordings().size() < before.recordings.size()) {
            return Optional.of(result(read, List.of()));
        }
        Stored stored;
        try {
            stored = session.store(read.incoming(), progress.split(0));
        } catch (FileChangedException e) {
            states.remove(file);
            return Optional.empty();
        }
        List<String> ids = session.onOwner(() -> session.takeGrown(before.recordings, stored));
        growths.put(file, new Growth(ids, read.sha256()));
        return Optional.of(result(read, ids));
    }

    private ImportedFile result(ReadFile read, List<String> ids) {
        return new ImportedFile(
                read.file(),
                read.importer().map(c -> c.id()),
                ids,
                read.recordings().stream().mapToLong(r -> r.table().rows()).sum(),
                ids.isEmpty() ? Optional.empty() : session.onOwner(() -> cell(ids.getFirst())),
                false,
                read.problems());
    }

    private Optional<String> cell(String id) {
        return session.find(Recording.class, id)
                .flatMap(r -> Optional.ofNullable(r.getCell()))
                .map(c -> c.getName());
    }
}
