// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.api.problem.Problem;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.verifying.Verification;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks a project. */
@Command(
        description =
                "Checks the hashes of the vendors' files, the tables, the references, and each"
                        + " result against a recomputation. Changes nothing.")
public final class VerifyCommand extends Verb {
    @Parameters(paramLabel = "PROJECT", description = "The project's folder.")
    private Path project;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    public VerifyCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException {
        try (Session session = Projects.open(door(), project);
                Runs runs = Runs.of(session, door().catalog())) {
            Verification.Outcome outcome = Verification.of(session, runs).run(door().progress());
            List<Problem> problems = outcome.problems();
            problems.forEach(p -> door().say(ProblemText.of(p)));
            if (json) {
                door().json(
                                d ->
                                        d.object(
                                                () -> {
                                                    d.put("project", project.toString());
                                                    d.put("files", outcome.files());
                                                    d.put("tables", outcome.tables());
                                                    d.put("results", outcome.results());
                                                    ProblemText.write(d, problems);
                                                }));
            } else {
                door().out().println(outcome.sentence());
            }
            return problems.isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
        }
    }
}
