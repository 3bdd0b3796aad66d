// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Optional;

/** A file to read. Reading never changes it. */
public interface Source {

    /** The file's name without folders. */
    String name();

    /** Its size in bytes when it was opened; a running instrument may append to it. */
    long size();

    /** A new stream over the whole file; the caller closes it. */
    InputStream open() throws IOException;

    /** A new channel over the whole file; the caller closes it. */
    SeekableByteChannel channel() throws IOException;

    /**
     * The whole file.
     *
     * @throws org.ionbench.api.problem.FormatException if it is larger than {@code limit} bytes
     */
    byte[] bytes(long limit) throws IOException;

    /** A file beside this one, by its name without folders. */
    Optional<Source> companion(String name) throws IOException;

    /**
     * What the user overrides, such as {@code decimal -> ,} or {@code encoding -> windows-1252};
     * empty where everything is left to the importer.
     */
    default Map<String, String> options() {
        return Map.of();
    }
}
