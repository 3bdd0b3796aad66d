// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.cli.results.ReportFiles;
import org.ionbench.cli.results.Results;
import org.ionbench.cli.results.RunsJson;
import org.ionbench.cli.results.RunsText;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Recomputes a project. */
@Command(description = "Recomputes what is not current in a project, and writes its report.")
public final class RunCommand extends Verb {
    @Parameters(paramLabel = "PROJECT", description = "The project's folder.")
    private Path project;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Writes the report with its tables and figures there.")
    private Path report;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    public RunCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException {
        if (report != null) {
            needFolder(report);
        }
        try (Session session = Projects.openToWrite(door(), project);
                Runs runs = Runs.of(session, door().catalog())) {
            runs.recompute(door().progress());
            runs.writeProblem().ifPresent(door()::say);
            List<RunResult> results = runs.results();
            if (report != null) {
                ReportFiles files = new ReportFiles(door(), session);
                files.write(files.report(session.outline().name()), report, runs);
            }
            if (json) {
                RunsJson writer = new RunsJson(Optional.of(project.toString()), List.of());
                door().json(d -> writer.write(d, results));
            } else {
                new RunsText(List.of())
                        .print(door().out(), results, Optional.of(project.toString()));
            }
            if (results.isEmpty()) {
                door().say(
                                project
                                        + " has no runs yet; ionbench analyse ID "
                                        + ProblemText.quoted(project.toString())
                                        + " makes some.");
                return Exit.DONE;
            }
            return Results.exitCode(door(), results);
        }
    }
}
