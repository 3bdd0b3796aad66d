// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import org.ionbench.api.importing.Technique;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A file of the twin: what it is, and the way to write it. */
public final class TwinFile {
    private final String name;
    private final Technique technique;
    private final OptionalDouble celsius;
    private final Supplier<byte[]> content;

    /**
     * A file that is made when it is asked for.
     *
     * @param name without folders
     * @param technique what was measured
     * @param celsius the set temperature in degC; empty where it does not matter
     * @param content gives the same bytes each time
     */
    public TwinFile(
            String name, Technique technique, OptionalDouble celsius, Supplier<byte[]> content) {
        this.name = name;
        this.technique = technique;
        this.celsius = celsius;
        this.content = content;
    }

    /** The file's name without folders. */
    public String name() {
        return name;
    }

    /** What was measured. */
    public Technique technique() {
        return technique;
    }

    /** The set temperature in degC; empty where it does not matter, as for a fixture. */
    public OptionalDouble celsius() {
        return celsius;
    }

    /** Where it lies once it was written into a folder. */
    public Path in(Path folder) {
        return folder.resolve(name);
    }

    /** The whole file, the same bytes each time. */
    public byte[] bytes() {
        return content.get();
    }

    /** Writes it into a folder that exists, over a file that is there. */
    public Path write(Path folder) throws IOException {
        return Files.write(in(folder), bytes());
    }

    @Override
    public String toString() {
        return name;
    }
}
