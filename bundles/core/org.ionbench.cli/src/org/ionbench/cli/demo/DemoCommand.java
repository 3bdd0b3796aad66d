// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.demo;

import org.ionbench.api.problem.AnalysisException;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Verb;
import org.ionbench.cli.project.Projects;
import org.ionbench.cli.results.ReportFiles;
import org.ionbench.cli.results.Results;
import org.ionbench.cli.results.RunsJson;
import org.ionbench.demo.Published;
import org.ionbench.demo.project.ExampleProject;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the example project. */
@Command(
        description =
                "Makes the example project: synthetic files after Hehn et al. 2025, imported and"
                        + " analysed as any files are, with a report.")
public final class DemoCommand extends Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Where to make it; ionbench-demo unless given.")
    private Path folder = Path.of("ionbench-demo");

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    public DemoCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException, AnalysisException {
        List<PublishedValue> published = Published.all();
        try (Session session = session();
                Runs runs = Runs.of(session, door().catalog())) {
            ExampleProject demo = new ExampleProject(session, runs);
            if (!demo.isOwn()) {
                throw new CannotGoOn(
                        folder + " holds a project of yours; please name another folder.");
            }
            demo.make(door().progress());
            runs.recompute(door().progress());
            session.save();
            runs.writeProblem().ifPresent(door()::say);
            List<RunResult> results = runs.results();
            ReportFiles files = new ReportFiles(door(), session);
            files.write(
                    files.report("Li2B12H12 with nanoporous ZrO2, a synthetic twin")
                            .published(published),
                    folder.resolve("report"),
                    runs);
            if (json) {
                RunsJson writer = new RunsJson(Optional.of(folder.toString()), published);
                door().json(d -> writer.write(d, results));
            } else {
                door().out().println(ExampleProject.BANNER);
                door().out().print(new DemoTable(results, published));
            }
            return Results.exitCode(door(), results);
        }
    }

    private Session session() throws CannotGoOn, IOException {
        needFolder(folder);
        return Projects.isProject(folder)
                ? Projects.openToWrite(door(), folder)
                : Session.create(folder, Template.EMPTY, Runnable::run, door().clock());
    }
}
