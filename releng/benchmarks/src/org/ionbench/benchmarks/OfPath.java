// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.benchmarks;

import org.ionbench.api.importing.Source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file to read, without companions. */
record OfPath(Path path) implements Source {
    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public long size() {
        return path.toFile().length();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public SeekableByteChannel channel() throws IOException {
        return Files.newByteChannel(path);
    }

    @Override
    public byte[] bytes(long limit) throws IOException {
        return Files.readAllBytes(path);
    }

    @Override
    public Optional<Source> companion(String name) {
        return Optional.empty();
    }
}
