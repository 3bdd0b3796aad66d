// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import org.ionbench.api.progress.Progress;
import org.ionbench.cli.output.ConsoleProgress;
import org.ionbench.cli.output.JsonDocument;
import org.ionbench.engine.catalog.Catalog;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What commands see of the world outside: where results and problems go, what is installed, the
 * clock. Results go to {@link #out}, everything else to {@link #say}.
 */
public final class Door {
    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<Catalog> installed;
    private final Clock clock;
    private final boolean interactive;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean patient;
    private Optional<Catalog> catalog = Optional.empty();

    /**
     * @param installed finds what is installed; asked once, when it is first needed
     * @param interactive whether somebody watches the error stream, so that progress is shown there
     */
    public Door(
            OutputStream out,
            OutputStream err,
            Supplier<Catalog> installed,
            Clock clock,
            boolean interactive) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.installed = installed;
        this.clock = clock;
        this.interactive = interactive;
    }

    /** Where results go. */
    public PrintStream out() {
        return out;
    }

    /** Prints a sentence for who watches, beside the results. */
    public void say(String sentence) {
        err.println(sentence);
    }

    /** Prints one JSON document as the result. */
    public void json(Consumer<JsonDocument> content) {
        JsonDocument document = new JsonDocument(out);
        content.accept(document);
        document.end();
    }

    /** What is installed. */
    public Catalog catalog() {
        if (catalog.isEmpty()) {
            Catalog found = installed.get();
            catalog = Optional.of(found);
            found.problems().forEach(p -> say(p.message()));
        }
        return catalog.get();
    }

    public Clock clock() {
        return clock;
    }

    /** Shows how far long work is, where somebody watches. */
    public Progress progress() {
        return interactive ? new ConsoleProgress(err) : Progress.NONE;
    }

    /** Where the program keeps what outlives a command, such as its log. */
    public static Path state() {
        String own = System.getProperty("ionbench.state", "");
        return own.isEmpty()
                ? Path.of(System.getProperty("user.home", ".")).resolve(".ionbench")
                : Path.of(own);
    }

    /**
     * Waits, until the user asks the program to stop. A command that calls this ends in good order
     * when it is interrupted; others end at once.
     *
     * @return whether to go on
     */
    public boolean pause(Duration time) {
        patient = true;
        try {
            return !stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Asks a command that waits to stop, from any thread.
     *
     * @return whether there is one, which is about to end
     */
    public boolean stop() {
        stop.countDown();
        return patient;
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
