// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.widgets.Control;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work off the display's thread, one at a time: what is asked for while one runs replaces what was
 * waiting, so that the newest wins and nothing piles up. Called on the display's thread only.
 */
final class Requests {
    private final Control owner;
    private boolean running;
    private Optional<Runnable> waiting = Optional.empty();

    /**
     * @param owner answers come on its display's thread, and no more once it is disposed of
     */
    Requests(Control owner) {
        this.owner = owner;
    }

    /** Whether an answer is still to come. */
    boolean isBusy() {
        return running;
    }

    /** Does the work soon and hands on its answer. */
    <T> void ask(Supplier<T> work, Consumer<T> answer) {
        Runnable job = () -> start(work, answer);
        if (running) {
            waiting = Optional.of(job);
        } else {
            job.run();
        }
    }

    /** Forgets what is waiting; the answer of what runs still comes. */
    void forgetWaiting() {
        waiting = Optional.empty();
    }

    private <T> void start(Supplier<T> work, Consumer<T> answer) {
        running = true;
        var display = owner.getDisplay();
        Thread.ofPlatform()
                .daemon()
                .name("Plot sampling")
                .start(
                        () -> {
                            Runnable end = () -> {};
                            try {
                                T result = work.get();
                                end = () -> answer.accept(result);
                            } finally {
                                Runnable last = end;
                                if (!display.isDisposed()) {
                                    display.asyncExec(() -> finish(last));
                                }
                            }
                        });
    }

    private void finish(Runnable answer) {
        if (owner.isDisposed()) {
            return;
        }
        running = false;
        answer.run();
        if (!running) {
            Optional<Runnable> next = waiting;
            waiting = Optional.empty();
            next.ifPresent(Runnable::run);
        }
    }
}
