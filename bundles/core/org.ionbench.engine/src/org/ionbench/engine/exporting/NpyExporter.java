// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.exporting;

import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.model.tables.StoredTable;
import org.ionbench.model.tables.TableWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A recording as a NumPy array: {@code numpy.load("stem.npy")} gives a float64 matrix with one
 * column for each numeric column, values as the vendor stored them; {@code stem.json} names
 * columns, quantities and units and keeps the metadata; columns of text are in {@code
 * stem.texts.json}. The same files a project keeps its tables in.
 */
public final class NpyExporter implements Exporter {

    @Override
    public List<Path> export(Recording recording, Path folder, String stem, Progress progress)
            throws IOException {
        List<Path> files = StoredTable.files(stem).stream().map(folder::resolve).toList();
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        progress.task("Writing " + files.getFirst().getFileName(), recording.table().rows());
        progress.checkCancelled();
        try (TableWriter writer = new TableWriter(folder, stem)) {
            writer.copy(recording.table());
            writer.finish(recording.metadata(), recording.problems());
        }
        progress.done(recording.table().rows());
        return files.stream().filter(Files::exists).toList();
    }
}
