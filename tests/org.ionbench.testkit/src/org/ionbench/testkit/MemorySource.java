// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.testkit;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A file in memory. Its companions are other files in memory, or those beside a file on disk.
 *
 * @param name the file's name without folders
 * @param content its bytes, not changed by anyone
 * @param options what a user overrides
 * @param folder where companions are looked for
 */
public record MemorySource(
        String name, byte[] content, Map<String, String> options, Optional<Path> folder)
        implements Source {

    /** A file of these bytes that has no companions. */
    public static MemorySource of(String name, byte[] content) {
        return new MemorySource(name, content, Map.of(), Optional.empty());
    }

    /** A file of this text in UTF-8. */
    public static MemorySource of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The content of a file on disk, with its companions. */
    public static MemorySource of(Path file) throws IOException {
        return new MemorySource(
                String.valueOf(file.getFileName()),
                Files.readAllBytes(file),
                Map.of(),
                Optional.ofNullable(file.toAbsolutePath().getParent()));
    }

    /** The same file with what a user overrides. */
    public MemorySource with(Map<String, String> overrides) {
        return new MemorySource(name, content, Map.copyOf(overrides), folder);
    }

    /** The same file with other content. */
    public MemorySource with(byte[] bytes) {
        return new MemorySource(name, bytes, options, folder);
    }

    /** What an importer sees when it sniffs. */
    public Head head() {
        return new Head(
                name, Arrays.copyOf(content, Math.min(content.length, Head.SIZE)), content.length);
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public SeekableByteChannel channel() {
        return new Channel(content);
    }

    @Override
    public byte[] bytes(long limit) throws IOException {
        if (content.length > limit) {
            throw new FormatException(
                    name, "", "expected at most " + limit + " bytes, found " + content.length);
        }
        return content.clone();
    }

    @Override
    public Optional<Source> companion(String sibling) throws IOException {
        if (folder.isEmpty() || sibling.contains("/") || sibling.contains("\\")) {
            return Optional.empty();
        }
        Path file = folder.get().resolve(sibling);
        return Files.isRegularFile(file) ? Optional.of(of(file)) : Optional.empty();
    }

    private static final class Channel implements SeekableByteChannel {
        private final byte[] content;
        private long position;
        private boolean open = true;

        Channel(byte[] content) {
            this.content = content;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            check();
            if (position >= content.length) {
                return -1;
            }
            int n = (int) Math.min(target.remaining(), content.length - position);
            target.put(content, (int) position, n);
            position += n;
            return n;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() throws IOException {
            check();
            return position;
        }

        @Override
        public SeekableByteChannel position(long to) throws IOException {
            check();
            if (to < 0) {
                throw new IllegalArgumentException("negative position");
            }
            position = to;
            return this;
        }

        @Override
        public long size() throws IOException {
            check();
            return content.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }

        private void check() throws ClosedChannelException {
            if (!open) {
                throw new ClosedChannelException();
            }
        }
    }
}
