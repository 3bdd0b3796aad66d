// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import org.ionbench.engine.catalog.Catalog;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;

/** The command line's entry point. */
public final class Main {

    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        Door door =
                new Door(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                        new FileOutputStream(FileDescriptor.err),
                        Catalog::ofClassPath,
                        Clock.systemDefaultZone(),
                        System.console() != null && System.console().isTerminal());
        System.exit(Commands.run(door, args));
    }
}
