// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.model.store.Durable;
import org.ionbench.model.store.ProjectFolder;
import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The copies of vendor's files in a project's folder, by their paths within it; on any thread.
 *
 * <p>A file that grows leaves a copy of each state that was read, and undo may want any of them. A
 * copy with whose bytes the next one begins needs no room of its own: it is dropped, and brought
 * back out of the longer one when the project names it again. The others stay until the project is
 * closed.
 */
final class RawFiles {
    private final ProjectFolder folder;

    /** The copies of states that were superseded, and those of what came next. */
    private final Map<String, String> next = new ConcurrentHashMap<>();

    /** How many bytes those had that were dropped. */
    private final Map<String, Long> dropped = new ConcurrentHashMap<>();

    RawFiles(ProjectFolder folder) {
        this.folder = folder;
    }

    /** Notes that a file has grown from the state of one copy to that of another. */
    void supersede(String raw, String by) {
        if (!raw.equals(by)) {
            next.put(raw, by);
        }
    }

    /** Drops copies of superseded states that can be brought back. */
    synchronized void drop(Set<String> named) throws IOException {
        for (String name : next.keySet()) {
            Path raw = folder.resolve(name);
            if (!named.contains(name)
                    && Files.isRegularFile(raw)
                    && isBeginning(raw, longer(name))) {
                dropped.put(name, Files.size(raw));
                delete(name);
            }
        }
    }

    private static boolean isBeginning(Path raw, Path longer) throws IOException {
        return Files.isRegularFile(longer)
                && Files.size(raw) < Files.size(longer)
                && Files.mismatch(raw, longer) == Files.size(raw);
    }

    /**
     * Brings copies back that were dropped.
     *
     * @throws IOException if one cannot be written, or came out as another file
     */
    synchronized void restore(Collection<String> raws) throws IOException {
        for (String name : raws) {
            Long size = dropped.get(name);
            Path raw = folder.resolve(name);
            if (size == null || Files.isRegularFile(raw)) {
                continue;
            }
            Durable.copy(longer(name), size, raw);
            String hash = StoredTable.hash(raw);
            if (!hash.startsWith(raw.getParent().getFileName().toString())) {
                delete(name);
                throw new IOException(name + " cannot be brought back: its bytes were changed");
            }
        }
    }

    /** The copy of the next state that is there; a dropped one has a longer next. */
    private Path longer(String name) throws IOException {
        String later = next.get(name);
        while (dropped.containsKey(later) && !Files.isRegularFile(folder.resolve(later))) {
            later = next.get(later);
        }
        return folder.resolve(later);
    }

    /** Deletes states that are not named: there is no undo any more. */
    synchronized void close(Set<String> named) {
        Set<String> states = new HashSet<>(next.keySet());
        states.addAll(next.values());
        states.removeAll(named);
        states.forEach(this::delete);
    }

    /** Deletes a copy and, where nothing else lies in it, its folder. */
    void delete(String name) {
        try {
            Path file = folder.resolve(name);
            if (deleted(file)) {
                deleted(file.getParent());
            }
        } catch (IOException e) {
            // A name that leads outside of the project is none of ours.
            return;
        }
    }

    /** Whether a file is gone; one that is in use takes room and does no harm. */
    static boolean deleted(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
