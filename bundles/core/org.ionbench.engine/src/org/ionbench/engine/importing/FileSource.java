// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file on disk as importers see it.
 *
 * @param path where it lies
 * @param size its size in bytes when it was opened
 * @param options what the user overrides
 */
public record FileSource(Path path, long size, Map<String, String> options) implements Source {

    /** A file as it lies there now. */
    public static FileSource of(Path path, Map<String, String> options) throws IOException {
        return new FileSource(path, Files.size(path), Map.copyOf(options));
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    @Override
    public SeekableByteChannel channel() throws IOException {
        return Files.newByteChannel(path);
    }

    @Override
    public byte[] bytes(long limit) throws IOException {
        if (size > limit) {
            throw new FormatException(
                    name(), "", "expected at most " + limit + " bytes, found " + size);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 8L));
        }
    }

    @Override
    public Optional<Source> companion(String name) throws IOException {
        if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains("..")) {
            return Optional.empty();
        }
        Path sibling = path.toAbsolutePath().resolveSibling(name);
        return Files.isRegularFile(sibling) ? Optional.of(of(sibling, options)) : Optional.empty();
    }

    /** What importers see when they sniff. */
    public Head head() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new Head(name(), in.readNBytes(Head.SIZE), size);
        }
    }
}
