// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.report.Report;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.session.Session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The runs of an open project: planned, computed, kept and shown. Like the session it belongs to
 * the owner's thread. A report is found by the key of all it was computed from, so whether a run is
 * current is derived and never stored, and what was computed once is there again after an undo.
 */
public final class Runs implements AutoCloseable {
    private final Session session;
    private final Catalog catalog;
    private final List<RunsListener> listeners = new ArrayList<>();

    private Runs(Session session, Catalog catalog) {
        this.session = session;
        this.catalog = catalog;
    }

    /** The runs of a session's project. Closed before the session is. */
    public static Runs of(Session session, Catalog catalog) {
        return new Runs(session, catalog);
    }

    // ---- planning

    /**
     * Makes the runs of an analysis, and upstream of it those it reads, for all it applies to; as
     * one edit, or none where all are there already. A run of the same analysis over the same
     * inputs is used again, and one over all of a cell takes in what has come to the cell since.
     *
     * @param cellIds for these cells only; empty for all cells and for recordings of no cell
     * @param settings by key as text; they go to the runs of the analysis and to those upstream
     *     that have a setting of the key
     * @return the ids of the analysis' own runs, in the project's order
     * @throws AnalysisException with a sentence if the analysis or one it needs is not installed,
     *     applies to nothing, or a setting is unknown or cannot be read
     */
    public List<String> plan(String analysisId, Set<String> cellIds, Map<String, String> settings)
            throws AnalysisException {
        throw new AnalysisException(analysisId + " is not installed.");
    }

    /**
     * Makes one run over chosen recordings, or one for each where the analysis reads single ones,
     * with those it needs upstream; as one edit. A run over the same inputs with the same settings
     * is used again.
     *
     * @return the ids of the analysis' own runs, in the order of the recordings
     * @throws AnalysisException as {@link #plan}, or if a recording is not of a technique it reads
     */
    public List<String> planOn(
            String analysisId, List<String> recordingIds, Map<String, String> settings)
            throws AnalysisException {
        throw new AnalysisException(analysisId + " is not installed.");
    }

    // ---- settings

    /**
     * All settings of a run as text, in the order of the analysis: of today's revision, defaults
     * filled in; keys nobody knows come last and are kept.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public Map<String, String> settings(String runId) {
        return Map.of();
    }

    /**
     * Changes settings as one edit ("Set circuit").
     *
     * @throws IllegalArgumentException with a sentence if there is no such run or setting, the
     *     analysis is not installed, or a text cannot be read
     */
    public void set(String runId, Map<String, String> changes) {
        session.edit("Set " + String.join(", ", changes.keySet()), () -> {});
    }

    // ---- results

    /**
     * How a run's result stands to its inputs of today.
     *
     * @throws IllegalArgumentException if there is no such run, as with all below
     */
    public RunState state(String runId) {
        return RunState.NEVER;
    }

    /** The current report, else the last one that is known. */
    public Optional<Report> report(String runId) {
        return Optional.empty();
    }

    /** One sentence why there is no current result, if it failed or cannot be computed. */
    public Optional<String> why(String runId) {
        return Optional.empty();
    }

    /** A run with its result. */
    public RunResult result(String runId) {
        throw new IllegalArgumentException("there is no run with the id " + runId);
    }

    /** All runs with their results, in the project's order. */
    public List<RunResult> results() {
        return session.outline().runs().stream().map(r -> result(r.id())).toList();
    }

    // ---- computing

    /**
     * Computes all that is not current, upstream first, in this thread. What fails is noted with
     * its run; the others go on.
     *
     * @throws java.util.concurrent.CancellationException if progress was cancelled; what was
     *     computed by then is kept
     */
    public void recompute(Progress progress) {
        progress.task("Computing", 0);
    }

    /**
     * From now on computes whatever an edit made stale, at once and in the background: one run
     * after the other, the newest edit first. Without a call nothing is computed by itself.
     *
     * @param worker runs the computing off the owner's thread
     * @param progress gives a progress each time computing starts; cancelling it stops until the
     *     next edit
     */
    public void automatic(Executor worker, Supplier<Progress> progress) {
        listeners.forEach(l -> l.busy(isBusy()));
    }

    /** Whether something is being computed in the background. */
    public boolean isBusy() {
        return false;
    }

    /**
     * A run with other settings that change nothing in the project.
     *
     * @param changes settings by key; the others stay as they are
     * @throws IllegalArgumentException as {@link #set}
     */
    public Preview preview(String runId, Map<String, String> changes) {
        throw new IllegalArgumentException("there is no run with the id " + runId);
    }

    // ---- listening

    public void addListener(RunsListener listener) {
        listeners.add(listener);
    }

    public void removeListener(RunsListener listener) {
        listeners.remove(listener);
    }

    /** What is installed. */
    public Catalog catalog() {
        return catalog;
    }

    /** Stops computing and listening; the session stays open. */
    @Override
    public void close() {
        listeners.clear();
    }
}
