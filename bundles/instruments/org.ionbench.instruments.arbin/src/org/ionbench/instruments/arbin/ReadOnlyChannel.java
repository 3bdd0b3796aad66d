// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A channel over a source as the file channel that Jackcess wants, of which it can only read, and
 * not without end: pages that name one another in a circle use up what may be read.
 */
final class ReadOnlyChannel extends FileChannel {
    private static final long TIMES = 100;
    private static final long FREE = 64L << 20;

    private final SeekableByteChannel in;
    private long left;

    ReadOnlyChannel(SeekableByteChannel in) throws IOException {
        this.in = in;
        left = FREE + TIMES * in.size();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int n = in.read(target);
        left -= Math.max(n, 0);
        if (left < 0) {
            throw new IOException("its pages follow one another in a circle");
        }
        return n;
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        long before = in.position();
        in.position(position);
        int total = 0;
        while (target.hasRemaining()) {
            int n = read(target);
            if (n < 0) {
                break;
            }
            total += n;
        }
        in.position(before);
        return total == 0 && target.hasRemaining() ? -1 : total;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        long total = 0;
        for (int i = offset; i < offset + length; i++) {
            int n = read(targets[i]);
            if (n < 0) {
                return total == 0 ? -1 : total;
            }
            total += n;
        }
        return total;
    }

    @Override
    public long position() throws IOException {
        return in.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        in.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return in.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target)
            throws IOException {
        ByteBuffer some = ByteBuffer.allocate((int) Math.min(count, 8192));
        int n = read(some, position);
        return n < 0 ? 0 : target.write(some.flip());
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("not a file that can be mapped");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException("not a file that can be locked");
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException("not a file that can be locked");
    }

    @Override
    public void force(boolean metaData) {
        // nothing is ever written
    }

    @Override
    protected void implCloseChannel() throws IOException {
        in.close();
    }
}
