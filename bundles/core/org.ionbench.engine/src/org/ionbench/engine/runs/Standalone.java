// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.report.Report;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.internal.reports.Outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Analyses of files without a project. Stateless; safe on any thread. */
public final class Standalone {
    private final Elements elements;
    private final Optional<Cell> cell;
    private final Map<String, String> settings;

    private Standalone(Elements elements, Optional<Cell> cell, Map<String, String> settings) {
        this.elements = elements;
        this.cell = cell;
        this.settings = settings;
    }

    /**
     * Runs an analysis on recordings: one run for each where it reads single ones, else one run
     * over all of them, as if of one cell. Reports it needs are made on the way. A run that fails
     * is among the results with its sentence.
     *
     * @param cell what they were measured on, where known; an analysis that needs a geometry fails
     *     without
     * @param settings by key, for the analysis and for those upstream that know the key
     * @throws AnalysisException if the analysis is not installed, reads none of these recordings,
     *     or no setting of such a key exists or a text cannot be read
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public static List<RunResult> run(
            Catalog catalog,
            String analysisId,
            List<Recording> recordings,
            Optional<Cell> cell,
            Map<String, String> settings,
            Progress progress)
            throws AnalysisException {
        List<Contribution<Analysis<?>>> chain = SettingTexts.chain(catalog, analysisId, settings);
        Standalone alone = new Standalone(catalog.elements(), cell, settings);
        List<Computation.Read> beside = new ArrayList<>();
        for (var other : SettingTexts.beside(catalog, chain)) {
            Need need = other.chain().getLast().instance().orElseThrow().need();
            if (recordings.stream().anyMatch(r -> need.techniques().contains(r.technique()))) {
                Map<String, String> with = new LinkedHashMap<>(other.first());
                with.putAll(settings);
                beside.addAll(
                        new Standalone(catalog.elements(), cell, with)
                                .chain(other.chain(), recordings, List.of(), progress));
            }
        }
        List<Computation.Read> reads = alone.chain(chain, recordings, beside, progress);
        List<RunResult> results = new ArrayList<>();
        for (Computation.Read read : reads) {
            results.add(alone.result(chain.getFirst(), read));
        }
        return results;
    }

    private List<Computation.Read> chain(
            List<Contribution<Analysis<?>>> chain,
            List<Recording> recordings,
            List<Computation.Read> beside,
            Progress progress)
            throws AnalysisException {
        List<Computation.Read> reads = base(chain.getLast(), recordings, beside, progress);
        for (int i = chain.size() - 2; i >= 0; i--) {
            reads = over(chain.get(i), reads, progress);
        }
        return reads;
    }

    /** The runs that read recordings, or the cell alone. */
    private List<Computation.Read> base(
            Contribution<Analysis<?>> contribution,
            List<Recording> recordings,
            List<Computation.Read> beside,
            Progress progress)
            throws AnalysisException {
        Need need = contribution.instance().orElseThrow().need();
        List<Recording> fitting =
                recordings.stream()
                        .filter(
                                r ->
                                        need.techniques().isEmpty()
                                                || need.techniques().contains(r.technique()))
                        .toList();
        boolean readsNone = need.scope() == Need.Scope.CELL;
        if (fitting.isEmpty() && !readsNone) {
            throw new AnalysisException(
                    contribution.name()
                            + " applies to nothing here: there are no recordings of "
                            + String.join(
                                    ", ", need.techniques().stream().map(t -> t.id()).toList())
                            + ".");
        }
        List<List<Recording>> shares =
                readsNone
                        ? List.of(List.of())
                        : need.scope() == Need.Scope.EACH
                                ? fitting.stream().map(List::of).toList()
                                : List.of(fitting);
        List<Computation.Read> reads = new ArrayList<>();
        for (List<Recording> share : shares) {
            reads.add(compute(contribution, reads.size(), share, beside, progress));
        }
        return reads;
    }

    /** The runs that read reports. */
    private List<Computation.Read> over(
            Contribution<Analysis<?>> contribution,
            List<Computation.Read> upstream,
            Progress progress) {
        boolean each = contribution.instance().orElseThrow().need().scope() == Need.Scope.EACH;
        List<List<Computation.Read>> shares =
                each ? upstream.stream().map(List::of).toList() : List.of(upstream);
        List<Computation.Read> reads = new ArrayList<>();
        for (List<Computation.Read> share : shares) {
            reads.add(compute(contribution, reads.size(), List.of(), share, progress));
        }
        return reads;
    }

    private Computation.Read compute(
            Contribution<Analysis<?>> contribution,
            int index,
            List<Recording> recordings,
            List<Computation.Read> upstream,
            Progress progress) {
        progress.checkCancelled();
        List<Recording> all =
                !recordings.isEmpty()
                        ? recordings
                        : upstream.stream()
                                .flatMap(u -> u.run().all().stream())
                                .distinct()
                                .toList();
        SettingTexts texts = new SettingTexts(contribution);
        Map<String, String> own = new LinkedHashMap<>(settings);
        own.keySet().retainAll(texts.keys());
        RunSnapshot run =
                new RunSnapshot(
                        contribution.id() + "#" + (index + 1),
                        String.join(", ", all.stream().map(Recording::name).toList()),
                        contribution.id(),
                        Optional.of(contribution),
                        texts.written(own),
                        recordings,
                        all,
                        cell,
                        cell.stream().toList(),
                        Map.of(),
                        upstream.stream().map(u -> u.run().id()).toList(),
                        !contribution.instance().orElseThrow().need().upstream().isEmpty(),
                        "",
                        Optional.empty());
        return new Computation.Read(run, Computation.compute(run, upstream, elements, progress));
    }

    private RunResult result(Contribution<Analysis<?>> contribution, Computation.Read read) {
        Optional<Report> report =
                read.outcome() instanceof Outcome.Done(Report r)
                        ? Optional.of(r)
                        : Optional.empty();
        return new RunResult(
                read.run().id(),
                read.run().label(),
                contribution.id(),
                contribution.name(),
                contribution.version(),
                contribution.revision(),
                cell.map(c -> c.sample().name()).orElse(""),
                cell.map(Cell::name).orElse(""),
                read.run().all().stream()
                        .map(r -> new RunResult.Input(r.name(), "", "", ""))
                        .toList(),
                read.run().settings(),
                report.isPresent() ? RunState.CURRENT : RunState.FAILED,
                read.outcome().failure(),
                report);
    }
}
