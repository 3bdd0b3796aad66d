// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import org.ionbench.engine.catalog.Catalog;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command line's entry point. */
public final class Main {
    private static final int LONGEST_END_S = 30;

    private Main() {}

    /**
     * Runs one command and ends with its exit code. Who starts it says with {@code
     * ionbench.terminal} that somebody watches the error stream: to find out costs time here.
     */
    public static void main(String[] args) {
        Door door =
                new Door(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                        new FileOutputStream(FileDescriptor.err),
                        Catalog::ofClassPath,
                        Clock.systemDefaultZone(),
                        Boolean.getBoolean("ionbench.terminal"));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(door, ended), "stop"));
        int code = Commands.run(door, args);
        ended.countDown();
        if (code != Exit.DONE) {
            System.exit(code);
        }
    }

    /** Lets a command that waits end in good order, for a while. */
    private static void stop(Door door, CountDownLatch ended) {
        if (!door.stop()) {
            return;
        }
        try {
            if (!ended.await(LONGEST_END_S, TimeUnit.SECONDS)) {
                door.say("The command did not end in time and is broken off.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
