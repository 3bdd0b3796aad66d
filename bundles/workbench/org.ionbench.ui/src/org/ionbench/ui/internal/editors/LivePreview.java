// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.report.Report;
import org.ionbench.engine.runs.Preview;
import org.ionbench.engine.runs.Runs;
import org.ionbench.ui.internal.projects.MonitorProgress;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Computes a run with other settings while they are dragged: one computation at a time, and after
 * it only the newest that was asked for. Belongs to the user interface's thread.
 */
final class LivePreview {
    private final Runs runs;
    private final String runId;
    private final Executor owner;
    private final Consumer<Report> shown;
    private final Consumer<String> refused;
    private Optional<Map<String, String>> wanted = Optional.empty();
    private boolean isComputing;
    private int asked;

    /**
     * Shows nothing yet.
     *
     * @param owner runs what belongs to the user interface's thread
     * @param shown told each report that is still wanted when it is there
     * @param refused told in a sentence why there is none
     */
    LivePreview(
            Runs runs,
            String runId,
            Executor owner,
            Consumer<Report> shown,
            Consumer<String> refused) {
        this.runs = runs;
        this.runId = runId;
        this.owner = owner;
        this.shown = shown;
        this.refused = refused;
    }

    /** Asks for the report of changed settings. */
    void ask(Map<String, String> changes) {
        wanted = Optional.of(changes);
        if (!isComputing) {
            start();
        }
    }

    /** What was asked for is not wanted any more. */
    void stop() {
        wanted = Optional.empty();
        asked++;
    }

    private void start() {
        Preview preview;
        try {
            preview = runs.preview(runId, wanted.orElseThrow());
        } catch (IllegalArgumentException e) {
            wanted = Optional.empty();
            refused.accept(e.getMessage());
            return;
        }
        wanted = Optional.empty();
        isComputing = true;
        int number = ++asked;
        Job job =
                Job.createSystem(
                        "Preview",
                        (ICoreRunnable)
                                monitor -> {
                                    Runnable end = () -> {};
                                    try {
                                        Report report =
                                                preview.compute(new MonitorProgress(monitor));
                                        end = () -> shown.accept(report);
                                    } catch (AnalysisException e) {
                                        end = () -> refused.accept(e.getMessage());
                                    } finally {
                                        Runnable last = end;
                                        owner.execute(() -> ended(number, last));
                                    }
                                });
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    private void ended(int number, Runnable end) {
        isComputing = false;
        if (number == asked) {
            end.run();
        }
        if (wanted.isPresent()) {
            start();
        }
    }
}
