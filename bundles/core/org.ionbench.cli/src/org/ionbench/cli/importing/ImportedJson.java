// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.importing;

import org.ionbench.cli.output.JsonDocument;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.importing.ImportResult;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.session.Session;

import java.nio.file.Path;

/**
 * What became of files, as {@code import --json} prints it.
 *
 * @param project the project as the user named it
 */
record ImportedJson(Path project, Session session) {

    void write(JsonDocument json, ImportResult result) {
        json.object(
                () -> {
                    json.put("project", project.toString());
                    json.list("files", () -> result.files().forEach(f -> file(json, f)));
                    json.put("notes", result.notes());
                });
    }

    private void file(JsonDocument json, ImportedFile f) {
        json.object(
                () -> {
                    json.put("file", f.file().toString()).put("importer", f.importer());
                    json.put("cell", f.cell()).put("duplicate", f.duplicate());
                    json.put("failed", f.isFailed()).put("rows", f.rows());
                    json.list(
                            "recordings", () -> f.recordings().forEach(id -> recording(json, id)));
                    ProblemText.write(json, f.problems());
                });
    }

    private void recording(JsonDocument json, String id) {
        json.object(() -> json.put("id", id).put("properties", session.properties(id)));
    }
}
