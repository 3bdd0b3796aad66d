// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.api.analysis.Need;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.runs.RunState;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Origins;
import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Recording;
import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a project against itself: raw files against their hashes, tables against their checksums,
 * references against what is there, and current results against a computation from the stored
 * tables and upstream results.
 */
final class Verification {
    /** Reports are stored in full; what is computed again may differ by rounding only. */
    private static final double SAME = 1e-9;

    private final Session session;
    private final Runs runs;
    private final Progress progress;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> hashes = new HashMap<>();
    private int tables;
    private int results;

    Verification(Session session, Runs runs, Progress progress) {
        this.session = session;
        this.runs = runs;
        this.progress = progress;
    }

    /** How many vendors' files were looked at. */
    int files() {
        return hashes.size();
    }

    int tables() {
        return tables;
    }

    int results() {
        return results;
    }

    /** What is wrong; empty if all is as it should be. */
    List<Problem> run() {
        Outline outline = session.outline();
        progress.task("Checking", outline.recordings().size() + (long) outline.runs().size());
        problems.addAll(session.problems());
        for (Recording recording : session.project().getRecordings()) {
            progress.note(recording.getName());
            raw(recording);
            table(recording);
            progress.done(1);
        }
        for (Outline.RunItem run : outline.runs()) {
            progress.note(run.label());
            references(run);
            result(run);
            progress.done(1);
        }
        return problems;
    }

    private void raw(Recording r) {
        Origins.files(r).forEach(this::raw);
    }

    private void raw(String name, String expected) {
        if (hashes.containsKey(name)) {
            return;
        }
        String hash = "";
        try {
            Path file = session.layout().resolve(name);
            if (!Files.isRegularFile(file)) {
                problem("verify.raw.missing", name + " is missing.");
            } else {
                hash = StoredTable.hash(file);
                if (!hash.equals(expected)) {
                    problem(
                            "verify.raw.changed",
                            name + " is not the file that was imported: it was changed.");
                }
            }
        } catch (IOException e) {
            problem("verify.raw", name + " cannot be read: " + e.getMessage());
        }
        hashes.put(name, hash);
    }

    private void table(Recording r) {
        tables++;
        try {
            if (!StoredTable.isIntact(session.layout().tables(), r.getTableId())) {
                problem(
                        "verify.table",
                        "The table of "
                                + r.getName()
                                + " is damaged; "
                                + r.getRawFile()
                                + " can be imported again.");
            }
        } catch (IOException e) {
            problem(
                    "verify.table",
                    "The table of " + r.getName() + " cannot be read: " + e.getMessage());
        }
    }

    private void references(Outline.RunItem run) {
        boolean lost =
                run.recordings().stream()
                                .anyMatch(id -> session.find(Recording.class, id).isEmpty())
                        || run.recordings().isEmpty()
                                && run.upstream().isEmpty()
                                && run.cell().isEmpty()
                                && !isOfProject(run.analysis());
        if (lost) {
            problem("verify.run.inputs", "The run " + run.label() + " has lost what it reads.");
        }
    }

    private boolean isOfProject(String analysis) {
        return runs.catalog()
                .analysis(analysis)
                .flatMap(Contribution::instance)
                .filter(a -> a.need().scope() == Need.Scope.PROJECT)
                .isPresent();
    }

    private void result(Outline.RunItem run) {
        if (runs.state(run.id()) != RunState.CURRENT) {
            problem(
                    "verify.run.state",
                    "The run "
                            + run.label()
                            + " is "
                            + runs.state(run.id()).id()
                            + runs.why(run.id()).map(w -> ": " + w).orElse("."));
            return;
        }
        results++;
        try {
            Report stored = runs.report(run.id()).orElseThrow();
            compare(run, stored, runs.preview(run.id(), Map.of()).compute(Progress.NONE));
        } catch (AnalysisException e) {
            problem(
                    "verify.run.failed",
                    "The run " + run.label() + " gives no result any more: " + e.getMessage());
        }
    }

    private void compare(Outline.RunItem run, Report stored, Report again) {
        List<Quantity> before = stored.quantities();
        List<Quantity> now = again.quantities();
        if (before.size() != now.size()) {
            problem(
                    "verify.run.differs",
                    "The run "
                            + run.label()
                            + " gave "
                            + before.size()
                            + " quantities, now it gives "
                            + now.size()
                            + ".");
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            double a = before.get(i).si();
            double b = now.get(i).si();
            boolean same =
                    Double.isNaN(a) && Double.isNaN(b)
                            || Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
            if (!same) {
                problem(
                        "verify.run.differs",
                        "The run "
                                + run.label()
                                + " gave "
                                + before.get(i).name()
                                + " "
                                + before.get(i).value()
                                + ", now it gives "
                                + now.get(i).value()
                                + " "
                                + now.get(i).unit()
                                + ".");
            }
        }
    }

    private void problem(String code, String sentence) {
        problems.add(Problem.error(code, sentence));
    }
}
