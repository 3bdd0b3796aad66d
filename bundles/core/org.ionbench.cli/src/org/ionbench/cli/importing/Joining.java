// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.importing;

import org.ionbench.cli.Door;
import org.ionbench.engine.importing.ImportResult;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.joining.Join;
import org.ionbench.engine.joining.ProjectJoin;
import org.ionbench.engine.session.Session;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Joins what follows one another in time, of each cell in the files that were imported. */
record Joining(Door door, Session session) {

    /** The files with the recordings that were made of theirs. */
    ImportResult run(ImportResult imported) throws IOException {
        Map<String, String> into = new HashMap<>();
        for (var cell : byCell(imported).entrySet()) {
            List<String> ids = List.copyOf(cell.getValue());
            if (ids.size() < 2) {
                door.say("There is nothing to join of the cell " + cell.getKey() + ".");
                continue;
            }
            try {
                String joined = join(ids);
                ids.forEach(old -> into.put(old, joined));
            } catch (IllegalArgumentException e) {
                door.say("Nothing was joined of the cell " + cell.getKey() + ": " + e.getMessage());
            }
        }
        return imported.renamed(into);
    }

    private Map<String, SequencedSet<String>> byCell(ImportResult imported) throws IOException {
        Map<String, SequencedSet<String>> byCell = new LinkedHashMap<>();
        for (ImportedFile f : imported.files()) {
            for (String id : f.recordings()) {
                if (Join.isJoinable(session.recording(id))) {
                    byCell.computeIfAbsent(f.cell().orElse(""), c -> new LinkedHashSet<>()).add(id);
                }
            }
        }
        return byCell;
    }

    private String join(List<String> ids) throws IOException {
        ProjectJoin join = ProjectJoin.prepare(session, ids, door.progress());
        join.joined().changes().stream().filter(c -> c.startsWith("Joined")).forEach(door::say);
        return join.finish();
    }
}
