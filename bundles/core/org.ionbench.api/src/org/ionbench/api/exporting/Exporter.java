// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.exporting;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a recording in one format. Stateless. */
public interface Exporter {

    /**
     * Writes a recording into a folder.
     *
     * @param stem the file name without folder and ending, already safe on every system
     * @return the files written, the main one first
     * @throws IOException if a file cannot be written
     */
    List<Path> export(Recording recording, Path folder, String stem, Progress progress)
            throws IOException;
}
