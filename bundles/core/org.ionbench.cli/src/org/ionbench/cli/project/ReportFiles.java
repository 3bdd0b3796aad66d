// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.api.report.DataTable;
import org.ionbench.cli.Door;
import org.ionbench.engine.output.CsvTables;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.session.Session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The report of a project as files. */
final class ReportFiles {

    private ReportFiles() {}

    static void write(
            Door door,
            Session session,
            List<RunResult> results,
            List<PublishedValue> published,
            Path folder)
            throws IOException {
        Path tables = Files.createDirectories(folder.resolve("tables"));
        write(tables.resolve("quantities.csv"), CsvTables.quantities(results, published));
        write(tables.resolve("parameters.csv"), CsvTables.parameters(results));
        for (RunResult r : results) {
            int n = 0;
            for (DataTable table : r.report().map(x -> x.tables()).orElse(List.of())) {
                write(tables.resolve(r.id() + "-" + ++n + ".csv"), CsvTables.table(table));
            }
        }
        door.say("The report of " + session.outline().name() + " is in " + folder + ".");
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
