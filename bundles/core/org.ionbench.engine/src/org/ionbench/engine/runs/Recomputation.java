// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.circuit.Elements;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.internal.reports.Outcome;
import org.ionbench.engine.internal.reports.ReportStore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Computes what is open in a picture, upstream first. */
final class Recomputation {
    private static final int UNITS = 100;

    /** Is told what happens, on the thread that computes. */
    interface Watcher {
        /**
         * A run is about to be computed; what is given answers whether nobody wants it any more.
         */
        BooleanSupplier begins(RunSnapshot run, String key);

        /** Something came of it and lies in the store. */
        void ended(RunSnapshot run, Outcome outcome);
    }

    private final Picture picture;
    private final ReportStore store;
    private final Elements elements;

    Recomputation(Picture picture, ReportStore store, Elements elements) {
        this.picture = picture;
        this.store = store;
        this.elements = elements;
    }

    /**
     * Computes it.
     *
     * @throws java.util.concurrent.CancellationException if progress was cancelled, or nobody wants
     *     the run any more that is being computed
     */
    void run(Progress progress, Watcher watcher) {
        long open = picture.standings(store).values().stream().filter(Standing::isOpen).count();
        progress.task("Computing results", open * UNITS);
        Map<String, Standing> standings = new HashMap<>();
        for (RunSnapshot run : picture.runs()) {
            progress.checkCancelled();
            Standing standing = picture.standing(run, standings, store);
            if (standing.isOpen()) {
                progress.note(run.label());
                Step step = new Step(progress, watcher.begins(run, standing.key()));
                Outcome outcome =
                        Computation.compute(
                                run, upstream(run, standings), elements, step.split(UNITS));
                step.checkCancelled();
                store.put(standing.key(), run.id(), outcome);
                watcher.ended(run, outcome);
                step.fill();
                standing = picture.standing(run, standings, store);
            }
            standings.put(run.id(), standing);
        }
    }

    private List<Computation.Read> upstream(RunSnapshot run, Map<String, Standing> standings) {
        List<Computation.Read> read = new ArrayList<>();
        for (String id : run.upstream()) {
            Standing standing = standings.get(id);
            Outcome outcome =
                    store.find(standing.key())
                            .orElseGet(
                                    () ->
                                            new Outcome.Failed(
                                                    standing.failure()
                                                            .orElse("Its report cannot be read."),
                                                    Optional.empty()));
            read.add(new Computation.Read(picture.run(id).orElseThrow(), outcome));
        }
        return read;
    }

    /** The share of one run in the progress: what the analysis leaves of it is filled up. */
    private static final class Step implements Progress {
        private final Progress whole;
        private final BooleanSupplier unwanted;
        private long done;

        Step(Progress whole, BooleanSupplier unwanted) {
            this.whole = whole;
            this.unwanted = unwanted;
        }

        @Override
        public void task(String name, long total) {
            whole.note(name);
        }

        @Override
        public void done(long work) {
            done += work;
            whole.done(work);
        }

        @Override
        public void note(String text) {
            whole.note(text);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled() || unwanted.getAsBoolean();
        }

        void fill() {
            whole.done(UNITS - done);
        }
    }
}
