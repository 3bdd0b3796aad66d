// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of a session: opened once, mapped until the session closes. */
final class Tables implements AutoCloseable {
    private final Path folder;
    private final Arena arena = Arena.ofShared();
    private final Map<String, StoredTable> open = new ConcurrentHashMap<>();

    Tables(Path folder) {
        this.folder = folder;
    }

    StoredTable table(String id) throws IOException {
        StoredTable known = open.get(id);
        if (known != null) {
            return known;
        }
        StoredTable table = StoredTable.open(folder, id, arena);
        StoredTable other = open.putIfAbsent(id, table);
        return other == null ? table : other;
    }

    @Override
    public void close() {
        open.clear();
        arena.close();
    }
}
