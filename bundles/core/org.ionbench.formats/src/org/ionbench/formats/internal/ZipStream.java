// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Walks through the entries of a zip file from front to back by their local headers (APPNOTE.TXT of
 * PKWARE, 4.3.7 to 4.3.9). Sizes that follow an entry are understood with four and with eight
 * bytes, with and without signature, as writers of streams differ in it; {@link
 * java.util.zip.ZipInputStream} takes those of eight bytes for damage.
 */
public final class ZipStream implements AutoCloseable {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int EXTRA_DATA = 0x08064b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final InputStream in;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 15).order(ByteOrder.LITTLE_ENDIAN);
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private long taken;
    private String name = "";
    private int method;
    private boolean described;
    private long packed;
    private long unpacked;
    private long checksum;
    private long read;
    private boolean open;

    /**
     * @param in closed with this
     */
    public ZipStream(InputStream in) {
        this.in = in;
        buffer.limit(0);
    }

    /**
     * Goes to the next entry, passing over what is left of the present one.
     *
     * @return false at the end of the entries
     */
    public boolean next() throws IOException {
        byte[] chunk = new byte[8192];
        while (open) {
            read(chunk, 0, chunk.length);
        }
        if (!fill(4)) {
            return false;
        }
        int signature = buffer.getInt(buffer.position());
        if (signature == CENTRAL
                || signature == END
                || signature == END64
                || signature == EXTRA_DATA) {
            return false;
        }
        if (signature != LOCAL) {
            throw new ZipException("no header of an entry");
        }
        need(30);
        buffer.getInt();
        buffer.getShort();
        int flags = buffer.getShort();
        method = buffer.getShort();
        buffer.getInt();
        checksum = buffer.getInt() & 0xffffffffL;
        packed = buffer.getInt() & 0xffffffffL;
        unpacked = buffer.getInt() & 0xffffffffL;
        int nameLength = buffer.getShort() & 0xffff;
        int extraLength = buffer.getShort() & 0xffff;
        name = new String(bytes(nameLength), StandardCharsets.UTF_8);
        large(ByteBuffer.wrap(bytes(extraLength)).order(ByteOrder.LITTLE_ENDIAN));
        described = (flags & 8) != 0;
        if ((flags & 1) != 0) {
            throw new ZipException("an entry is encrypted");
        }
        if (method != DEFLATED && (method != STORED || described && packed == 0 && !isFolder())) {
            throw new ZipException("an entry is packed in an unknown way");
        }
        inflater.reset();
        crc.reset();
        read = 0;
        open = true;
        return true;
    }

    /** The present entry's name. */
    public String name() {
        return name;
    }

    /** Whether the present entry is a folder. */
    public boolean isFolder() {
        return name.endsWith("/");
    }

    /** How many bytes of the file were read for what was unpacked so far. */
    public long position() {
        return taken - buffer.remaining();
    }

    /**
     * Reads from the present entry.
     *
     * @return how many bytes, -1 at its end
     * @throws ZipException if it is damaged
     * @throws EOFException if the file ends within it
     */
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!open) {
            return -1;
        }
        int n = method == STORED ? copy(into, offset, length) : inflate(into, offset, length);
        if (n < 0) {
            finish();
            return -1;
        }
        crc.update(into, offset, n);
        read += n;
        return n;
    }

    private int copy(byte[] into, int offset, int length) throws IOException {
        if (read == packed) {
            return -1;
        }
        need(1);
        int n = (int) Math.min(Math.min(length, buffer.remaining()), packed - read);
        buffer.get(into, offset, n);
        return n;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            while (true) {
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("an entry needs a dictionary");
                }
                if (inflater.needsInput()) {
                    need(1);
                    inflater.setInput(buffer.array(), buffer.position(), buffer.remaining());
                }
                int before = inflater.getRemaining();
                int n = inflater.inflate(into, offset, length);
                buffer.position(buffer.position() + before - inflater.getRemaining());
                if (n > 0) {
                    return n;
                }
            }
        } catch (DataFormatException e) {
            ZipException wrong = new ZipException("an entry cannot be unpacked");
            wrong.initCause(e);
            throw wrong;
        }
    }

    private void finish() throws IOException {
        open = false;
        long used = method == STORED ? read : inflater.getBytesRead();
        boolean right =
                described
                        ? describes(used)
                        : crc.getValue() == checksum && read == unpacked && used == packed;
        if (!right) {
            throw new ZipException("an entry is not what its size and checksum say");
        }
    }

    /** Whether what follows says the size and checksum that were found; goes behind it. */
    private boolean describes(long used) throws IOException {
        fill(24);
        int start = buffer.position();
        if (buffer.remaining() < 12) {
            throw new EOFException("the file ends behind an entry");
        }
        int sign = buffer.getInt(start) == DESCRIPTOR ? 4 : 0;
        for (int skip : sign == 4 ? new int[] {4, 0} : new int[] {0}) {
            int at = start + skip;
            if (buffer.limit() >= at + 12 && (buffer.getInt(at) & 0xffffffffL) == crc.getValue()) {
                if ((buffer.getInt(at + 4) & 0xffffffffL) == (used & 0xffffffffL)
                        && (buffer.getInt(at + 8) & 0xffffffffL) == (read & 0xffffffffL)) {
                    buffer.position(at + 12);
                    return true;
                }
                if (buffer.limit() >= at + 20
                        && buffer.getLong(at + 4) == used
                        && buffer.getLong(at + 12) == read) {
                    buffer.position(at + 20);
                    return true;
                }
            }
        }
        return false;
    }

    /** Sizes of eight bytes from the extra field with id 1. */
    private void large(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xffff;
            int end = extra.position() + 2 + (extra.getShort(extra.position()) & 0xffff);
            extra.getShort();
            if (end > extra.limit()) {
                return;
            }
            if (id == 1) {
                if (unpacked == 0xffffffffL && end - extra.position() >= 8) {
                    unpacked = extra.getLong();
                }
                if (packed == 0xffffffffL && end - extra.position() >= 8) {
                    packed = extra.getLong();
                }
            }
            extra.position(end);
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            need(1);
            int n = Math.min(length - done, buffer.remaining());
            buffer.get(bytes, done, n);
            done += n;
        }
        return bytes;
    }

    private void need(int count) throws IOException {
        if (!fill(count)) {
            throw new EOFException("the file ends within an entry");
        }
    }

    /** Reads until so many bytes are there; false if the file ends before. */
    private boolean fill(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return true;
        }
        buffer.compact();
        while (buffer.position() < count) {
            int n = in.read(buffer.array(), buffer.position(), buffer.remaining());
            if (n < 0) {
                break;
            }
            taken += n;
            buffer.position(buffer.position() + n);
        }
        buffer.flip();
        return buffer.remaining() >= count;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
