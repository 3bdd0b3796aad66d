// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.verifying;

import org.ionbench.api.analysis.Need;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Reason;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.report.Report;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.runs.Preview;
import org.ionbench.engine.runs.RunState;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Origins;
import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Recording;
import org.ionbench.model.store.ProjectFolder;
import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a project against itself: raw files against their hashes, tables against their checksums,
 * references against what is there, and current results against a computation from the stored
 * tables and upstream results. Made on the owner's thread from the project as it stands then; run
 * once, on any thread. Changes nothing.
 */
public final class Verification {

    /**
     * A problem and what has it.
     *
     * @param id the recording or run; empty for the project
     * @param name its name on screen
     */
    public record Finding(String id, String name, Problem problem) {}

    /**
     * What was looked at and what is wrong.
     *
     * @param files how many vendors' files were looked at
     * @param tables how many tables
     * @param results how many results were computed again
     * @param findings what is wrong; empty if all is as it should be
     */
    public record Outcome(int files, int tables, int results, List<Finding> findings) {

        public Outcome {
            findings = List.copyOf(findings);
        }

        /** What is wrong, without what has it. */
        public List<Problem> problems() {
            return findings.stream().map(Finding::problem).toList();
        }

        /** One line on what was looked at. */
        public String sentence() {
            return counted(files, "file")
                    + ", "
                    + counted(tables, "table")
                    + " and "
                    + counted(results, "result")
                    + " checked, "
                    + counted(findings.size(), "problem");
        }

        private static String counted(int count, String what) {
            return count + " " + what + (count == 1 ? "" : "s");
        }
    }

    private record Measured(String id, String name, Map<String, String> files, String table) {}

    private record Computed(String id, String label, Report kept, Preview again) {}

    private final Session session;
    private final ProjectFolder layout;
    private final List<Measured> recordings = new ArrayList<>();
    private final List<Computed> runs = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> hashes = new HashMap<>();

    private Verification(Session session) {
        this.session = session;
        layout = session.layout();
    }

    /** What is to be checked; to be called on the owner's thread. */
    public static Verification of(Session session, Runs runs) {
        Verification verification = new Verification(session);
        Outline outline = session.outline();
        session.problems()
                .forEach(p -> verification.findings.add(new Finding("", outline.name(), p)));
        for (Recording r : session.project().getRecordings()) {
            verification.recordings.add(
                    new Measured(r.getId(), r.getName(), Origins.files(r), r.getTableId()));
        }
        for (Outline.RunItem run : outline.runs()) {
            verification.references(session, runs, run);
            verification.state(runs, run);
        }
        return verification;
    }

    /**
     * Checks.
     *
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public Outcome run(Progress progress) {
        progress.task("Checking", recordings.size() + (long) runs.size());
        try {
            session.restoreRaws();
        } catch (IOException e) {
            problem("", "", "verify.raw", Reason.of(e) + ".");
        }
        for (Measured recording : recordings) {
            progress.checkCancelled();
            progress.note(recording.name());
            recording.files().forEach((file, hash) -> raw(recording, file, hash));
            table(recording);
            progress.done(1);
        }
        for (Computed run : runs) {
            progress.checkCancelled();
            progress.note(run.label());
            run.again()
                    .differs(run.kept(), progress.split(0))
                    .ifPresent(
                            why ->
                                    problem(
                                            run.id(),
                                            run.label(),
                                            "verify.run.differs",
                                            "The run " + run.label() + " is not repeated: " + why));
            progress.done(1);
        }
        return new Outcome(hashes.size(), recordings.size(), runs.size(), findings);
    }

    private void raw(Measured recording, String name, String expected) {
        if (hashes.containsKey(name)) {
            return;
        }
        String hash = "";
        try {
            Path file = layout.resolve(name);
            if (!Files.isRegularFile(file)) {
                problem(recording, "verify.raw.missing", name + " is missing.");
            } else {
                hash = StoredTable.hash(file);
                if (!hash.equals(expected)) {
                    problem(
                            recording,
                            "verify.raw.changed",
                            name + " is not the file that was imported: it was changed.");
                }
            }
        } catch (IOException e) {
            problem(recording, "verify.raw", name + " cannot be read: " + Reason.of(e) + ".");
        }
        hashes.put(name, hash);
    }

    private void table(Measured r) {
        try {
            if (!StoredTable.isIntact(layout.tables(), r.table())) {
                problem(
                        r,
                        "verify.table",
                        "The table of "
                                + r.name()
                                + " is damaged; "
                                + String.join(", ", r.files().keySet())
                                + " can be imported again.");
            }
        } catch (IOException e) {
            problem(
                    r,
                    "verify.table",
                    "The table of " + r.name() + " cannot be read: " + Reason.of(e) + ".");
        }
    }

    private void references(Session session, Runs of, Outline.RunItem run) {
        boolean lost =
                run.recordings().stream()
                                .anyMatch(id -> session.find(Recording.class, id).isEmpty())
                        || run.recordings().isEmpty()
                                && run.upstream().isEmpty()
                                && run.cell().isEmpty()
                                && !isOfProject(of, run.analysis());
        if (lost) {
            problem(
                    run.id(),
                    run.label(),
                    "verify.run.inputs",
                    "The run " + run.label() + " has lost what it reads.");
        }
    }

    private static boolean isOfProject(Runs runs, String analysis) {
        return runs.catalog()
                .analysis(analysis)
                .flatMap(Contribution::instance)
                .filter(a -> a.need().scope() == Need.Scope.PROJECT)
                .isPresent();
    }

    /** A current run is computed again; what has no current result is a problem. */
    private void state(Runs of, Outline.RunItem run) {
        Optional<Report> kept =
                of.state(run.id()) == RunState.CURRENT ? of.report(run.id()) : Optional.empty();
        if (kept.isPresent()) {
            runs.add(
                    new Computed(
                            run.id(), run.label(), kept.get(), of.preview(run.id(), Map.of())));
            return;
        }
        problem(
                run.id(),
                run.label(),
                "verify.run.state",
                "The run "
                        + run.label()
                        + " is "
                        + of.state(run.id()).id()
                        + of.why(run.id()).map(w -> ": " + w).orElse("."));
    }

    private void problem(Measured recording, String code, String sentence) {
        problem(recording.id(), recording.name(), code, sentence);
    }

    private void problem(String id, String name, String code, String sentence) {
        findings.add(new Finding(id, name, Problem.error(code, sentence)));
    }
}
