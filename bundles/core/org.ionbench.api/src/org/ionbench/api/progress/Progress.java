// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.progress;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How long work reports on itself and learns that nobody wants it any more. Doors adapt it to a Job
 * or to a progress bar. Safe to call from any one thread at a time; calls are cheap, but call
 * {@link #done} in batches within tight loops.
 */
public interface Progress {

    /** A progress that nobody watches and nobody cancels. */
    Progress NONE = until(() -> false);

    /** A progress that nobody watches, cancelled once this says so; it may be asked often. */
    static Progress until(BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public void task(String name, long total) {}

            @Override
            public void done(long work) {}

            @Override
            public void note(String text) {}

            @Override
            public boolean isCancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }

    /**
     * Names what is being done and how many units of work it has.
     *
     * @param total units of work, or 0 where it is not known
     */
    void task(String name, long total);

    /** Adds finished units of work. */
    void done(long work);

    /** A short line about the present step, such as a file name. */
    void note(String text);

    boolean isCancelled();

    /**
     * @throws CancellationException if the work was cancelled
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /**
     * A progress for a part of the work: its own task, whatever its total, counts for {@code share}
     * units of this one.
     */
    default Progress split(long share) {
        Progress parent = this;
        return new Progress() {
            private long total;
            private long work;
            private long reported;

            @Override
            public void task(String name, long units) {
                total = units;
                work = 0;
                parent.note(name);
            }

            @Override
            public void done(long units) {
                work += units;
                if (total > 0) {
                    long due = Math.min(share, Math.round((double) share * work / total));
                    if (due > reported) {
                        parent.done(due - reported);
                        reported = due;
                    }
                }
            }

            @Override
            public void note(String text) {
                parent.note(text);
            }

            @Override
            public boolean isCancelled() {
                return parent.isCancelled();
            }
        };
    }
}
