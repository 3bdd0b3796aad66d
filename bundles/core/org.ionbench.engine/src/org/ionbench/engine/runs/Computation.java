// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.report.Finding;
import org.ionbench.api.report.Report;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.internal.reports.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Computes one run. Safe on any thread. */
final class Computation {

    /** What a run reads of another one: its report, or the sentence why there is none. */
    record Read(RunSnapshot run, Outcome outcome) {}

    private Computation() {}

    /**
     * One sentence if none of what a run reads gave a result; such a run need not be computed.
     *
     * @param upstream what it reads: label and failure, if it failed
     */
    static Optional<String> starved(List<String> labels, List<Optional<String>> failures) {
        if (failures.isEmpty() || failures.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        String first = labels.getFirst() + ": " + failures.getFirst().orElseThrow();
        return Optional.of(
                failures.size() == 1
                        ? "What it reads gave no result. " + first
                        : "None of the "
                                + failures.size()
                                + " runs it reads gave a result. The first, "
                                + first);
    }

    /**
     * Computes a run.
     *
     * @throws CancellationException if progress was cancelled
     */
    static Outcome compute(
            RunSnapshot run, List<Read> upstream, Elements elements, Progress progress) {
        if (run.trouble().isPresent()) {
            return new Outcome.Failed(run.trouble().get(), Optional.empty());
        }
        Optional<String> starved =
                run.needs()
                        ? starved(
                                upstream.stream().map(r -> r.run().label()).toList(),
                                upstream.stream().map(r -> r.outcome().failure()).toList())
                        : Optional.empty();
        if (starved.isPresent()) {
            return new Outcome.Failed(starved.get(), Optional.empty());
        }
        List<Inputs.Upstream> reports = new ArrayList<>();
        List<Problem> missing = new ArrayList<>();
        for (Read read : upstream) {
            switch (read.outcome()) {
                case Outcome.Done(Report report) ->
                        reports.add(
                                new Inputs.Upstream(
                                        read.run().id(),
                                        read.run().analysis(),
                                        read.run().all(),
                                        report,
                                        read.run().cell()));
                case Outcome.Failed(String why, var _) ->
                        missing.add(
                                Problem.warning(
                                                "run.upstream.failed",
                                                read.run().label() + " was left out: " + why)
                                        .with(read.run().id(), read.run().label(), why));
            }
        }
        Contribution<Analysis<?>> contribution = run.contribution().orElseThrow();
        Inputs inputs =
                new Inputs(run.recordings(), reports, run.cell(), run.cells(), run.cellOf());
        try {
            Analysis<?> analysis = contribution.instance().orElseThrow();
            Optional<String> obstacle = analysis.obstacle(inputs);
            if (obstacle.isPresent()) {
                return new Outcome.Failed(obstacle.get(), Optional.empty());
            }
            Context context = new Context(run.id(), inputs, elements, progress);
            return new Outcome.Done(with(report(analysis, context, run), missing));
        } catch (AnalysisException e) {
            progress.checkCancelled();
            return new Outcome.Failed(sentence(e), Optional.empty());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // Whatever follows a cancel, such as a table that is closed, is nobody's defect.
            progress.checkCancelled();
            return new Outcome.Failed(defect(contribution, e), Optional.of(e));
        }
    }

    private static <S extends Record> Report report(
            Analysis<S> analysis, Context context, RunSnapshot run) throws AnalysisException {
        S settings;
        try {
            settings = Settings.read(analysis.settings(), run.settings());
        } catch (IllegalArgumentException e) {
            throw new AnalysisException(sentence(e), e);
        }
        return analysis.run(context, settings);
    }

    private static Report with(Report report, List<Problem> problems) {
        if (problems.isEmpty()) {
            return report;
        }
        List<Finding> findings = new ArrayList<>(report.findings());
        problems.forEach(p -> findings.add(new Finding.Doubtful(p)));
        return Report.of(findings);
    }

    private static String sentence(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** One sentence about a contribution that throws what it must not. */
    static String defect(Contribution<?> contribution, Throwable e) {
        return contribution.name()
                + (contribution.bundle().isEmpty()
                        ? ""
                        : " of " + contribution.bundle() + " " + contribution.version())
                + " has a defect and gave no result: "
                + e.getClass().getSimpleName()
                + (e.getMessage() == null ? "" : ", " + e.getMessage())
                + ".";
    }
}
