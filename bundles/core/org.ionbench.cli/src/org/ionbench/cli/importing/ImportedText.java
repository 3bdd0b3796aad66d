// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.importing;

import org.ionbench.cli.output.Rounded;
import org.ionbench.cli.output.TextTable;
import org.ionbench.engine.importing.ImportResult;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.session.Session;

import java.nio.file.Path;
import java.util.Map;

/** What became of files, as people read it. */
final class ImportedText {

    private ImportedText() {}

    /** What became of each file: what a folder of thousands wants. */
    static TextTable byFile(ImportResult result) {
        TextTable table =
                new TextTable("", "File", "Importer", "Recordings", "Rows", "Cell", "Problems");
        for (ImportedFile f : result.files()) {
            table.row(
                    f.file().getFileName().toString(),
                    f.importer().map(ImportedText::shortly).orElse(""),
                    Integer.toString(f.recordings().size()),
                    Long.toString(f.rows()),
                    f.cell().orElse(""),
                    problems(f));
        }
        return table;
    }

    private static String shortly(String importer) {
        return importer.replaceFirst("^org\\.ionbench\\.instruments\\.", "");
    }

    private static String problems(ImportedFile f) {
        if (f.duplicate()) {
            return "was there already";
        }
        int others = f.problems().size() - 1;
        return f.error()
                .or(() -> f.problems().stream().findFirst())
                .map(p -> p.message() + (others > 0 ? " (and " + others + " more)" : ""))
                .orElse("");
    }

    /** What is in the files: what a handful of them wants. */
    static TextTable byRecording(Session session, ImportResult result) {
        TextTable table =
                new TextTable("", "File", "Recording", "Technique", "Cell", "Temperature", "");
        for (ImportedFile f : result.files()) {
            for (String id : f.recordings()) {
                Map<String, String> properties = session.properties(id);
                table.row(
                        f.file().getFileName().toString(),
                        properties.getOrDefault("name", ""),
                        properties.getOrDefault("technique", ""),
                        properties.getOrDefault("cell", ""),
                        properties.getOrDefault("set temperature", ""),
                        f.duplicate() ? "was there already" : "");
            }
        }
        return table;
    }

    /** One sentence on all of them. */
    static String summary(Path project, ImportResult result) {
        long read = result.files().stream().filter(f -> !f.isFailed()).count();
        long before = result.files().stream().filter(f -> !f.isFailed() && f.duplicate()).count();
        long failed = result.files().size() - read;
        return Rounded.count(read, "file")
                + " in "
                + project
                + (before == 0 ? "" : "; " + before + " of them before")
                + (failed == 0 ? "" : "; " + failed + " failed")
                + ".";
    }

    /**
     * One line on a file of a watched folder.
     *
     * @param how what is said before its numbers; empty for nothing
     */
    static String line(ImportedFile f, String how) {
        return f.file().getFileName()
                + ": "
                + how
                + Rounded.count(f.recordings().size(), "recording")
                + ", "
                + Rounded.count(f.rows(), "row")
                + f.cell().map(c -> ", cell " + c).orElse("")
                + ".";
    }
}
