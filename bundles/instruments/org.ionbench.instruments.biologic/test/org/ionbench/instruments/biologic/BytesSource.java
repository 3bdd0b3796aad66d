// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Optional;

/** A file in memory. */
record BytesSource(String name, byte[] content, Map<String, String> options) implements Source {

    BytesSource(String name, byte[] content) {
        this(name, content, Map.of());
    }

    Head head() {
        int n = Math.min(Head.SIZE, content.length);
        return new Head(name, java.util.Arrays.copyOf(content, n), content.length);
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
            throw new FormatException(name, "", "larger than " + limit + " bytes");
        }
        return content.clone();
    }

    @Override
    public Optional<Source> companion(String other) {
        return Optional.empty();
    }

    private static final class Channel implements SeekableByteChannel {
        private final byte[] content;
        private long position;

        Channel(byte[] content) {
            this.content = content;
        }

        @Override
        public int read(ByteBuffer to) {
            if (position >= content.length) {
                return -1;
            }
            int n = (int) Math.min(to.remaining(), content.length - position);
            to.put(content, (int) position, n);
            position += n;
            return n;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long to) {
            position = to;
            return this;
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public SeekableByteChannel truncate(long to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
