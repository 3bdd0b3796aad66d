// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.results;

import org.ionbench.api.table.Table;
import org.ionbench.cli.Door;
import org.ionbench.cli.Version;
import org.ionbench.demo.project.ExampleProject;
import org.ionbench.engine.figures.Figures;
import org.ionbench.engine.output.html.HtmlReport;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** The report of a project as files. */
public final class ReportFiles {
    private final Door door;
    private final Session session;

    public ReportFiles(Door door, Session session) {
        this.door = door;
        this.session = session;
    }

    /**
     * Name, date and program, and that it is synthetic where it is; {@link HtmlReport#write} writes
     * it.
     */
    public HtmlReport report(String title) {
        return HtmlReport.titled(title)
                .dated(LocalDate.now(door.clock()))
                .program("Ionbench " + Version.text())
                .banner(ExampleProject.banner(session))
                .tables(this::table);
    }

    public void write(HtmlReport report, Path folder, Runs runs) throws IOException {
        HtmlReport whole = report.figures(new Figures(session, runs).drawn());
        door.say("The report is " + whole.write(folder, runs.results()) + ".");
    }

    private Optional<Table> table(String recording) {
        try {
            return Optional.of(session.recording(recording).table());
        } catch (IOException | IllegalArgumentException e) {
            door.say("A figure lacks its points: " + e.getMessage());
            return Optional.empty();
        }
    }
}
