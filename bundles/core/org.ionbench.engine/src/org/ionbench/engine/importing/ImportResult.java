// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of files that were to come into a project.
 *
 * @param files in the order given, fixture measurements last
 * @param notes sentences on what was decided where the user did not say
 * @param refusal one sentence why nothing was imported at all; empty otherwise
 */
public record ImportResult(List<ImportedFile> files, List<String> notes, Optional<String> refusal) {

    public ImportResult {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** The result where recordings were replaced by others, their ids by the old ones. */
    public ImportResult renamed(Map<String, String> ids) {
        return new ImportResult(
                files.stream()
                        .map(
                                f ->
                                        new ImportedFile(
                                                f.file,
                                                f.importer,
                                                f.recordings.stream()
                                                        .map(id -> ids.getOrDefault(id, id))
                                                        .distinct()
                                                        .toList(),
                                                f.rows,
                                                f.cell,
                                                f.duplicate,
                                                f.problems))
                        .toList(),
                notes,
                refusal);
    }

    /**
     * What became of one file.
     *
     * @param file where it lay
     * @param importer the id of what read it
     * @param recordings the ids of its recordings in the project; empty if it was not imported
     * @param rows of all its recordings together
     * @param cell the name of the cell they belong to; empty for fixtures
     * @param duplicate whether the project had this very file already
     * @param problems of the file as a whole, then those of its recordings
     */
    public record ImportedFile(
            Path file,
            Optional<String> importer,
            List<String> recordings,
            long rows,
            Optional<String> cell,
            boolean duplicate,
            List<Problem> problems) {

        public ImportedFile {
            recordings = List.copyOf(recordings);
            problems = List.copyOf(problems);
        }

        /** Whether nothing of it could be imported, or not all of it. */
        public boolean isFailed() {
            return error().isPresent() || recordings.isEmpty();
        }

        /** The first error; empty if the file was read to its end. */
        public Optional<Problem> error() {
            return problems.stream().filter(p -> p.severity() == Severity.ERROR).findFirst();
        }
    }
}
