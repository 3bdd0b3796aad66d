// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.circuit.Elements;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.internal.reports.Outcome;
import org.ionbench.engine.internal.reports.ReportStore;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Computes in the background what the newest picture wants. A run that is being computed goes on
 * when a newer picture wants the very same, and is dropped otherwise; whatever was finished is in
 * the store and stays right, for it lies under its key.
 */
final class Background {

    /** Is told what happens, on the worker's thread. */
    interface Watcher {
        /** Something came of a run and lies in the store. */
        void ended(RunSnapshot run, Outcome outcome);

        /** Nothing is left to do, or it was cancelled. */
        void idle();
    }

    private final Executor worker;
    private final Supplier<Progress> progress;
    private final ReportStore store;
    private final Elements elements;
    private final Watcher watcher;
    private Optional<Picture> wanted = Optional.empty();
    private Optional<Current> current = Optional.empty();
    private boolean running;
    private boolean closed;

    /** What is being computed. */
    private static final class Current {
        private final String run;
        private final String key;
        private volatile boolean unwanted;

        Current(String run, String key) {
            this.run = run;
            this.key = key;
        }
    }

    Background(
            Executor worker,
            Supplier<Progress> progress,
            ReportStore store,
            Elements elements,
            Watcher watcher) {
        this.worker = worker;
        this.progress = progress;
        this.store = store;
        this.elements = elements;
        this.watcher = watcher;
    }

    /** From now on computes what is open in this picture. */
    synchronized void want(Picture picture, Map<String, Standing> standings) {
        if (closed) {
            return;
        }
        current.filter(
                        c ->
                                !Optional.ofNullable(standings.get(c.run))
                                        .map(Standing::key)
                                        .equals(Optional.of(c.key)))
                .ifPresent(c -> c.unwanted = true);
        wanted = Optional.of(picture);
        if (!running && standings.values().stream().anyMatch(Standing::isOpen)) {
            running = true;
            worker.execute(this::work);
        }
    }

    synchronized boolean isRunning() {
        return running;
    }

    /** Drops what is being computed and takes no more. */
    synchronized void close() {
        closed = true;
        wanted = Optional.empty();
        current.ifPresent(c -> c.unwanted = true);
    }

    private void work() {
        boolean orderly = false;
        try {
            Progress whole = progress.get();
            Optional<Picture> next = next();
            while (next.isPresent()) {
                if (compute(next.get(), whole)) {
                    next = next();
                } else {
                    again();
                    next = Optional.empty();
                }
            }
            orderly = true;
        } finally {
            if (!orderly) {
                stop();
            }
            watcher.idle();
        }
    }

    /** Whether it may go on: not if the user cancelled. */
    private boolean compute(Picture picture, Progress whole) {
        try {
            new Recomputation(picture, store, elements)
                    .run(
                            whole,
                            new Recomputation.Watcher() {
                                @Override
                                public BooleanSupplier begins(RunSnapshot run, String key) {
                                    return begin(run, key);
                                }

                                @Override
                                public void ended(RunSnapshot run, Outcome outcome) {
                                    end();
                                    watcher.ended(run, outcome);
                                }
                            });
        } catch (CancellationException e) {
            return !whole.isCancelled();
        }
        return true;
    }

    /** A newer picture ends the work on the present one before its next run. */
    private synchronized BooleanSupplier begin(RunSnapshot run, String key) {
        if (closed || wanted.isPresent()) {
            throw new CancellationException("no longer wanted");
        }
        Current now = new Current(run.id(), key);
        current = Optional.of(now);
        return () -> now.unwanted;
    }

    private synchronized void end() {
        current = Optional.empty();
    }

    private synchronized Optional<Picture> next() {
        current = Optional.empty();
        Optional<Picture> next = closed ? Optional.empty() : wanted;
        wanted = Optional.empty();
        running = next.isPresent();
        return next;
    }

    /** Cancelled: stops, unless an edit came meanwhile, which begins anew. */
    private synchronized void again() {
        current = Optional.empty();
        running = !closed && wanted.isPresent();
        if (running) {
            worker.execute(this::work);
        }
    }

    private synchronized void stop() {
        current = Optional.empty();
        running = false;
    }
}
