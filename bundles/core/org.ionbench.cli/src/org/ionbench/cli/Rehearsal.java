// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import org.ionbench.demo.Twin;
import org.ionbench.demo.TwinCell;
import org.ionbench.engine.catalog.Catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Runs what is run most often, once, when the program is put together: the JVM keeps what it learns
 * from it, so that later starts take a fraction of the time. Prints nothing.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("ionbench");
        Path file = folder.resolve("spectrum.par");
        try {
            TwinCell cell = Twin.conduction().cells().getFirst();
            Files.write(file, cell.files().getFirst().bytes());
            run("inspect", file.toString());
            run("inspect", file.toString(), "--json");
            run("list", "importers");
            run("list", "elements", "--json");
            run("fit", file.toString(), "--circuit", cell.circuit(), "--json");
            run("convert", file.toString(), "--to", "csv", "-o", folder.toString());
        } finally {
            Files.deleteIfExists(folder.resolve("spectrum.csv"));
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void run(String... args) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Commands.run(
                new Door(nowhere, nowhere, Catalog::ofClassPath, Clock.systemDefaultZone(), false),
                args);
    }
}
