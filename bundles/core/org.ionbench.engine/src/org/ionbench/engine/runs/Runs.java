// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.report.Report;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.internal.reports.Outcome;
import org.ionbench.engine.internal.reports.ReportStore;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.SessionEvent;
import org.ionbench.engine.session.SessionListener;
import org.ionbench.model.Run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The runs of an open project: planned, computed, kept and shown. Like the session it belongs to
 * the owner's thread. A report is found by the key of all it was computed from, so whether a run is
 * current is derived and never stored, and what was computed once is there again after an undo.
 */
public final class Runs implements AutoCloseable {
    private final Session session;
    private final Catalog catalog;
    private final ReportStore store;
    private final List<RunsListener> listeners = new CopyOnWriteArrayList<>();
    private final SessionListener ear = this::heard;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private Optional<Background> background = Optional.empty();
    private Optional<Derived> derived = Optional.empty();
    private Map<String, Shown> told = Map.of();
    private final Set<String> touched = new HashSet<>();
    private long heard;
    private boolean toldBusy;
    private boolean closed;

    /** What was derived from the project when it had changed so often. */
    private record Derived(long changes, Picture picture, Map<String, Standing> standings) {}

    /** What a listener was last told of a run. */
    private record Shown(RunState state, Optional<String> report, Optional<String> why) {}

    private Runs(Session session, Catalog catalog) {
        this.session = session;
        this.catalog = catalog;
        store =
                new ReportStore(
                        session.layout().reports(), !session.isReadOnly(), elements(catalog));
        session.addListener(ear);
    }

    private static String elements(Catalog catalog) {
        return new Fingerprint()
                .add(
                        catalog.elementContributions().stream()
                                .map(Contribution::id)
                                .sorted()
                                .toList())
                .key();
    }

    /** The runs of a session's project. Closed before the session is. */
    public static Runs of(Session session, Catalog catalog) {
        return new Runs(session, catalog);
    }

    /** What is installed. */
    public Catalog catalog() {
        return catalog;
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
     * @return the ids of the analysis' own runs, in the order of cells and recordings
     * @throws AnalysisException with a sentence if the analysis or one it needs is not installed,
     *     applies to nothing, a setting is unknown or cannot be read, or a run were to be made in a
     *     project that can only be read
     */
    public List<String> plan(String analysisId, Set<String> cellIds, Map<String, String> settings)
            throws AnalysisException {
        return Planner.plan(session, catalog, analysisId, cellIds, settings);
    }

    /**
     * Makes one run over chosen recordings, or one for each where the analysis reads single ones,
     * with those it needs upstream; as one edit. Recordings of several cells give a run for each
     * cell. A run over the same inputs with the same settings is used again.
     *
     * @return the ids of the analysis' own runs, in the order of the recordings
     * @throws AnalysisException as {@link #plan}, or if a recording is not of a technique it reads
     */
    public List<String> planOn(
            String analysisId, List<String> recordingIds, Map<String, String> settings)
            throws AnalysisException {
        return Planner.planOn(session, catalog, analysisId, recordingIds, settings);
    }

    /**
     * Gives a run another name, as one edit.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public void rename(String runId, String label) {
        Run run = live(runId);
        session.edit("Rename", () -> run.setLabel(label));
    }

    /**
     * Deletes a run, as one edit; those that read it lose what it gave.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public void delete(String runId) {
        session.delete(live(runId).getId());
    }

    // ---- settings

    /**
     * All settings of a run as text, in the order of the analysis: of today's revision, defaults
     * filled in; keys nobody knows come last and are kept.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public Map<String, String> settings(String runId) {
        Run run = live(runId);
        Map<String, String> stored = Picture.stored(run);
        return catalog.analysis(run.getAnalysis())
                .map(c -> new SettingTexts(c).current(stored, run.getRevision()))
                .orElse(stored);
    }

    /**
     * Changes settings as one edit ("Set circuit"). What a text means is stored as the analysis
     * writes it.
     *
     * @throws IllegalArgumentException with a sentence if there is no such run or setting, the
     *     analysis is not installed, or a text cannot be read
     */
    public void set(String runId, Map<String, String> changes) {
        Run run = live(runId);
        Contribution<Analysis<?>> contribution = installed(run);
        Map<String, String> all = new SettingTexts(contribution).changed(settings(runId), changes);
        session.edit(
                "Set " + String.join(", ", changes.keySet()),
                () -> RunMaker.store(run, all, contribution.revision()));
    }

    private Contribution<Analysis<?>> installed(Run run) {
        Contribution<Analysis<?>> contribution =
                catalog.analysis(run.getAnalysis())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "The analysis "
                                                        + run.getAnalysis()
                                                        + " is not installed."));
        if (contribution.instance().isEmpty()) {
            throw new IllegalArgumentException(contribution.failure().orElse(run.getAnalysis()));
        }
        return contribution;
    }

    // ---- results

    /**
     * How a run's result stands to its inputs of today.
     *
     * @throws IllegalArgumentException if there is no such run, as with all below
     */
    public RunState state(String runId) {
        return shown(live(runId).getId()).state();
    }

    /** The current report, else the last one that is known. */
    public Optional<Report> report(String runId) {
        return shown(live(runId).getId()).report().flatMap(this::found);
    }

    /** One sentence why there is no current result, if it failed or cannot be computed. */
    public Optional<String> why(String runId) {
        return shown(live(runId).getId()).why();
    }

    /** A run with its result. */
    public RunResult result(String runId) {
        Run run = live(runId);
        RunSnapshot snapshot = derived().picture().run(runId).orElseThrow();
        Optional<Contribution<Analysis<?>>> contribution = snapshot.contribution();
        Shown shown = shown(runId);
        return new RunResult(
                runId,
                snapshot.label(),
                run.getAnalysis(),
                contribution.map(Contribution::name).orElse(run.getAnalysis()),
                contribution.map(Contribution::version).orElse(""),
                contribution.map(Contribution::revision).orElse(run.getRevision()),
                snapshot.cell().map(c -> c.sample().name()).orElse(""),
                snapshot.cell().map(Cell::name).orElse(""),
                snapshot.all().stream().map(r -> input(r.id())).toList(),
                settings(runId),
                shown.state(),
                shown.why(),
                shown.report().flatMap(this::found));
    }

    /** All runs with their results, in the project's order. */
    public List<RunResult> results() {
        return session.project().getRuns().stream().map(r -> result(r.getId())).toList();
    }

    /**
     * One sentence if an analysis, with those it reads, does not take these settings: a key is not
     * known, or a text cannot be read.
     *
     * @throws AnalysisException if one of them is not installed
     */
    public static Optional<String> refusal(
            Catalog catalog, String analysisId, Map<String, String> settings)
            throws AnalysisException {
        return SettingTexts.refusal(catalog, analysisId, settings);
    }

    /** One sentence if reports cannot be written to the project and are held in memory only. */
    public Optional<String> writeProblem() {
        return store.writeProblem();
    }

    private RunResult.Input input(String recordingId) {
        return session.find(org.ionbench.model.Recording.class, recordingId)
                .map(
                        r ->
                                new RunResult.Input(
                                        r.getName(),
                                        r.getRawFile(),
                                        r.getSha256(),
                                        r.getImporter() + ", revision " + r.getImporterRevision()))
                .orElseThrow();
    }

    private Run live(String runId) {
        return session.find(Run.class, runId)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no run with the id " + runId));
    }

    private Optional<Report> found(String key) {
        return store.find(key)
                .flatMap(
                        o ->
                                o instanceof Outcome.Done(Report r)
                                        ? Optional.of(r)
                                        : Optional.empty());
    }

    // ---- what is derived from the project

    private Derived derived() {
        long now = session.changes();
        if (derived.isEmpty() || derived.get().changes() != now) {
            boolean heardAll = derived.filter(d -> d.changes() + heard == now).isPresent();
            Picture before = heardAll ? derived.get().picture() : Picture.NONE;
            Picture picture = Picture.of(session, catalog, before, touched);
            heard = 0;
            touched.clear();
            derived = Optional.of(new Derived(now, picture, standings(picture)));
        }
        return derived.get();
    }

    private Map<String, Standing> standings(Picture picture) {
        Map<String, Standing> standings = picture.standings(store);
        standings.forEach(
                (id, standing) -> {
                    if (standing.isDone()) {
                        store.shown(id, standing.key());
                    }
                });
        return standings;
    }

    private Shown shown(String runId) {
        Derived now = derived();
        Standing standing = now.standings().get(runId);
        if (standing.isDone()) {
            return new Shown(RunState.CURRENT, Optional.of(standing.key()), Optional.empty());
        }
        Optional<String> last = store.last(runId);
        boolean isKept = now.picture().run(runId).orElseThrow().trouble().isPresent();
        RunState state =
                standing.failure().isPresent() && !(isKept && last.isPresent())
                        ? RunState.FAILED
                        : last.isPresent() ? RunState.STALE : RunState.NEVER;
        return new Shown(state, last, standing.failure());
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
        recompute(derived().picture(), progress);
    }

    /**
     * Computes what is not current of these runs and of all they read, as {@link
     * #recompute(Progress)} does for all.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public void recompute(Set<String> runIds, Progress progress) {
        runIds.forEach(this::live);
        recompute(derived().picture().of(runIds), progress);
    }

    private void recompute(Picture picture, Progress progress) {
        Map<String, Throwable> defects = new LinkedHashMap<>();
        try {
            new Recomputation(picture, store, catalog.elements())
                    .run(
                            progress,
                            new Recomputation.Watcher() {
                                @Override
                                public BooleanSupplier begins(RunSnapshot run, String key) {
                                    return () -> false;
                                }

                                @Override
                                public void ended(RunSnapshot run, Outcome outcome) {
                                    defect(outcome).ifPresent(d -> defects.put(run.id(), d));
                                }
                            });
        } finally {
            refresh();
            tell(defects);
        }
    }

    /**
     * Computes a current result once more, from the same inputs, and compares. Changes nothing and
     * keeps nothing; a run that is not current has nothing to compare with.
     *
     * @return one sentence on what differs; numbers may differ by a millionth of theirs, as from
     *     one processor to another
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public Optional<String> verify(String runId, Progress progress) {
        Standing standing = derived().standings().get(live(runId).getId());
        RunSnapshot run = derived().picture().run(runId).orElseThrow();
        if (!standing.isDone() || run.trouble().isPresent()) {
            return Optional.empty();
        }
        return found(standing.key())
                .flatMap(
                        kept ->
                                Comparison.of(
                                        kept,
                                        Computation.compute(
                                                run, upstream(run), catalog.elements(), progress)));
    }

    /**
     * From now on computes whatever is not current, at once and after each edit, in the background:
     * one run after the other, the newest edit first. Without a call nothing is computed by itself.
     *
     * @param worker runs the computing off the owner's thread
     * @param progress gives a progress each time computing starts, asked on the worker's thread;
     *     cancelling it stops until the next edit
     */
    public void automatic(Executor worker, Supplier<Progress> progress) {
        background.ifPresent(Background::close);
        background =
                Optional.of(
                        new Background(
                                worker,
                                progress,
                                store,
                                catalog.elements(),
                                new Background.Watcher() {
                                    @Override
                                    public void ended(RunSnapshot run, Outcome outcome) {
                                        arrived(run.id(), defect(outcome));
                                    }

                                    @Override
                                    public void idle() {
                                        arrived("", Optional.empty());
                                    }
                                }));
        want();
    }

    /** Whether something is being computed in the background. */
    public boolean isBusy() {
        return background.filter(Background::isRunning).isPresent() || refreshing.get();
    }

    /**
     * A run with other settings that change nothing in the project.
     *
     * @param changes settings by key; the others stay as they are
     * @throws IllegalArgumentException as {@link #set}
     */
    public Preview preview(String runId, Map<String, String> changes) {
        SettingTexts texts = new SettingTexts(installed(live(runId)));
        RunSnapshot run = derived().picture().run(runId).orElseThrow();
        Map<String, String> settings = texts.written(texts.changed(settings(runId), changes));
        return new Preview(run.with(settings), upstream(run), catalog.elements());
    }

    /** What a run reads, as it is shown. */
    private List<Computation.Read> upstream(RunSnapshot run) {
        Derived now = derived();
        List<Computation.Read> upstream = new ArrayList<>();
        for (String id : run.upstream()) {
            Standing standing = now.standings().get(id);
            Optional<Report> report =
                    standing.failure().isPresent() ? Optional.empty() : report(id);
            Outcome outcome =
                    report.isPresent()
                            ? new Outcome.Done(report.get())
                            : new Outcome.Failed(
                                    standing.failure().orElse("It has not been computed yet."),
                                    Optional.empty());
            upstream.add(new Computation.Read(now.picture().run(id).orElseThrow(), outcome));
        }
        return upstream;
    }

    // ---- listening

    public void addListener(RunsListener listener) {
        if (listeners.isEmpty()) {
            told = look();
        }
        listeners.add(listener);
    }

    public void removeListener(RunsListener listener) {
        listeners.remove(listener);
    }

    private void heard(SessionEvent event) {
        switch (event) {
            case SessionEvent.Edited edited -> {
                note(edited);
                refresh();
                want();
            }
            case SessionEvent.Replaced _ -> {
                derived = Optional.empty();
                refresh();
                want();
            }
            case SessionEvent.Closed _ -> close();
            case SessionEvent.Saved _ -> {}
        }
    }

    /** An edit that a listener before this one had looked at already is not to be taken twice. */
    private void note(SessionEvent.Edited edited) {
        if (derived.filter(d -> d.changes() == session.changes()).isEmpty()) {
            heard++;
            touched.addAll(edited.touched());
        }
    }

    private void want() {
        background.ifPresent(b -> b.want(derived().picture(), derived().standings()));
        tellBusy();
    }

    /** On the worker's thread: the owner looks soon, once for all that arrives until it does. */
    private void arrived(String runId, Optional<Throwable> defect) {
        if (refreshing.compareAndSet(false, true)) {
            session.owner()
                    .execute(
                            () -> {
                                refreshing.set(false);
                                refresh();
                            });
        }
        defect.ifPresent(d -> session.owner().execute(() -> tell(Map.of(runId, d))));
    }

    /** Looks at the store again and tells what is another one now. */
    private void refresh() {
        if (closed) {
            return;
        }
        derived.filter(d -> d.changes() == session.changes())
                .ifPresent(
                        d ->
                                derived =
                                        Optional.of(
                                                new Derived(
                                                        d.changes(),
                                                        d.picture(),
                                                        standings(d.picture()))));
        if (listeners.isEmpty()) {
            return;
        }
        Map<String, Shown> now = look();
        Set<String> changed = new LinkedHashSet<>();
        now.forEach(
                (id, shown) -> {
                    if (!shown.equals(told.get(id))) {
                        changed.add(id);
                    }
                });
        told.keySet().stream().filter(id -> !now.containsKey(id)).forEach(changed::add);
        told = now;
        if (!changed.isEmpty()) {
            listeners.forEach(l -> l.changed(Set.copyOf(changed)));
        }
        tellBusy();
    }

    private Map<String, Shown> look() {
        Map<String, Shown> now = new HashMap<>();
        derived().picture().runs().forEach(r -> now.put(r.id(), shown(r.id())));
        return now;
    }

    private void tellBusy() {
        boolean busy = isBusy();
        if (busy != toldBusy) {
            toldBusy = busy;
            listeners.forEach(l -> l.busy(busy));
        }
    }

    private void tell(Map<String, Throwable> defects) {
        if (!closed) {
            defects.forEach((id, thrown) -> listeners.forEach(l -> l.defect(id, thrown)));
        }
    }

    private static Optional<Throwable> defect(Outcome outcome) {
        return outcome instanceof Outcome.Failed(String _, Optional<Throwable> defect)
                ? defect
                : Optional.empty();
    }

    /** Stops computing and listening; the session stays open. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        background.ifPresent(Background::close);
        tidy();
        session.removeListener(ear);
        listeners.clear();
    }

    /** Forgets reports that are neither shown nor among the newest others. */
    private void tidy() {
        boolean isWhole = derived.filter(d -> d.changes() == session.changes()).isPresent();
        if (isWhole && !session.isReadOnly() && !session.isDirty()) {
            Set<String> wanted = new HashSet<>();
            derived.get()
                    .standings()
                    .forEach(
                            (id, standing) -> {
                                wanted.add(standing.key());
                                store.last(id).ifPresent(wanted::add);
                            });
            store.tidy(wanted);
        }
    }
}
