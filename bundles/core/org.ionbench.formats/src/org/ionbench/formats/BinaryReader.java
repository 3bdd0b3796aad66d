// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads numbers and text of fixed sizes from a binary file, never beyond its end: every size is
 * checked against what is left before anything is allocated, and what is missing is a {@link
 * FormatException} with file, byte and what was being read.
 */
public final class BinaryReader implements Closeable {
    private static final int WINDOW = 1 << 16;

    private final String file;
    private final Optional<SeekableByteChannel> channel;
    private final long base;
    private final long size;
    private ByteBuffer window;
    private long windowStart;

    private BinaryReader(
            String file,
            Optional<SeekableByteChannel> channel,
            ByteBuffer window,
            long base,
            long size,
            ByteOrder order) {
        this.file = file;
        this.channel = channel;
        this.window = window.order(order);
        this.base = base;
        this.size = size;
    }

    /** A reader at the beginning of a file, through a window of 64 KiB. */
    public static BinaryReader of(Source source, ByteOrder order) throws IOException {
        SeekableByteChannel channel = source.channel();
        try {
            ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
            return new BinaryReader(
                    source.name(), Optional.of(channel), window, 0, channel.size(), order);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** A reader at the beginning of bytes that are not changed while it is used. */
    public static BinaryReader of(String file, byte[] bytes, ByteOrder order) {
        return new BinaryReader(
                file, Optional.empty(), ByteBuffer.wrap(bytes), 0, bytes.length, order);
    }

    /** Reads from now on in this order. */
    public BinaryReader order(ByteOrder order) {
        window.order(order);
        return this;
    }

    /** The next byte's offset in the file, or in the {@link #part}'s file. */
    public long position() {
        return base + windowStart + window.position();
    }

    /** How many bytes are left. */
    public long remaining() {
        return size - windowStart - window.position();
    }

    /** The whole size in bytes. */
    public long size() {
        return size;
    }

    /** The file's name, for problems. */
    public String file() {
        return file;
    }

    /**
     * Goes to an offset.
     *
     * @throws FormatException if it lies outside
     */
    public BinaryReader seek(long offset) throws IOException {
        long local = offset - base;
        if (local < 0 || local > size) {
            throw wrong("expected an offset of at most " + (base + size) + ", found " + offset);
        }
        if (local >= windowStart && local <= windowStart + window.limit()) {
            window.position((int) (local - windowStart));
        } else {
            windowStart = local;
            window.limit(0);
        }
        return this;
    }

    /**
     * Passes over bytes.
     *
     * @throws FormatException if fewer are left
     */
    public BinaryReader skip(long bytes) throws IOException {
        require(bytes, "bytes to pass over");
        return seek(position() + bytes);
    }

    /** Whether at least so many bytes are left. */
    public boolean has(long bytes) {
        return bytes >= 0 && bytes <= remaining();
    }

    /**
     * Demands that so many bytes are left.
     *
     * @param what what they are, for the sentence
     */
    public void require(long bytes, String what) throws IOException {
        if (!has(bytes)) {
            throw wrong(
                    "expected "
                            + bytes
                            + " bytes ("
                            + what
                            + "), but only "
                            + remaining()
                            + " are left");
        }
    }

    /**
     * Demands that {@code count} records of {@code each} bytes are left, and gives the count as an
     * int: the size of an array that is safe to allocate.
     */
    public int count(long count, int each, String what) throws IOException {
        if (count < 0 || each < 1 || count > remaining() / each || count > Integer.MAX_VALUE - 8) {
            throw wrong(
                    "expected "
                            + count
                            + " times "
                            + each
                            + " bytes ("
                            + what
                            + "), but only "
                            + remaining()
                            + " bytes are left");
        }
        return (int) count;
    }

    public int u8() throws IOException {
        return need(1, "byte").get() & 0xFF;
    }

    public int i8() throws IOException {
        return need(1, "byte").get();
    }

    public int u16() throws IOException {
        return need(2, "16 bit integer").getShort() & 0xFFFF;
    }

    public int i16() throws IOException {
        return need(2, "16 bit integer").getShort();
    }

    public long u32() throws IOException {
        return need(4, "32 bit integer").getInt() & 0xFFFFFFFFL;
    }

    public int i32() throws IOException {
        return need(4, "32 bit integer").getInt();
    }

    public long i64() throws IOException {
        return need(8, "64 bit integer").getLong();
    }

    public float f32() throws IOException {
        return need(4, "32 bit number").getFloat();
    }

    public double f64() throws IOException {
        return need(8, "64 bit number").getDouble();
    }

    /** So many bytes as a new array. */
    public byte[] bytes(int count) throws IOException {
        require(count, "bytes");
        byte[] b = new byte[count];
        int done = 0;
        while (done < count) {
            if (!window.hasRemaining()) {
                fill(1, "bytes");
            }
            int n = Math.min(count - done, window.remaining());
            window.get(b, done, n);
            done += n;
        }
        return b;
    }

    /** A text of fixed size, up to its first zero byte, blanks at its end removed. */
    public String text(int bytes, Charset charset) throws IOException {
        byte[] b = bytes(bytes);
        int end = 0;
        while (end < b.length && b[end] != 0) {
            end++;
        }
        return new String(b, 0, end, charset).stripTrailing();
    }

    /** {@link #text(int, Charset)} with every byte one character. */
    public String latin1(int bytes) throws IOException {
        return text(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A text that ends with a zero byte, which is passed over. */
    public String zeroEnded(int longest, Charset charset) throws IOException {
        byte[] b = new byte[Math.min(longest, 256)];
        int n = 0;
        while (true) {
            byte next = need(1, "text that ends with a zero byte").get();
            if (next == 0) {
                return new String(b, 0, n, charset);
            }
            if (n == longest) {
                throw wrong("expected a text of at most " + longest + " bytes");
            }
            if (n == b.length) {
                b = java.util.Arrays.copyOf(b, Math.min(longest, 2 * n));
            }
            b[n++] = next;
        }
    }

    /** Demands these characters, each one byte. */
    public void expect(String latin1) throws IOException {
        long at = position();
        int n = latin1.length();
        String found = has(n) ? new String(bytes(n), StandardCharsets.ISO_8859_1) : "";
        if (!found.equals(latin1)) {
            seek(at);
            throw wrong("expected \"" + printable(latin1) + "\"");
        }
    }

    /** The next bytes as a reader of their own, which keeps this file's offsets. */
    public BinaryReader part(int bytes) throws IOException {
        long start = position();
        ByteOrder order = window.order();
        return new BinaryReader(
                file, Optional.empty(), ByteBuffer.wrap(bytes(bytes)), start, bytes, order);
    }

    /** An exception at the present position. */
    public FormatException wrong(String expected) {
        return new FormatException(file, "byte " + position(), expected);
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }

    private ByteBuffer need(int bytes, String what) throws IOException {
        if (window.remaining() < bytes) {
            fill(bytes, what);
        }
        return window;
    }

    private void fill(int bytes, String what) throws IOException {
        require(bytes, what);
        SeekableByteChannel in = channel.orElseThrow(() -> wrong("expected " + what));
        windowStart += window.position();
        window.clear();
        in.position(windowStart);
        while (window.position() < bytes) {
            if (in.read(window) < 0) {
                int got = window.position();
                window.flip();
                throw wrong("expected " + bytes + " bytes (" + what + "), found " + got);
            }
        }
        window.flip();
    }

    private static String printable(String s) {
        StringBuilder b = new StringBuilder();
        for (char c : s.toCharArray()) {
            b.append(c < ' ' || c > '~' ? '.' : c);
        }
        return b.toString();
    }
}
