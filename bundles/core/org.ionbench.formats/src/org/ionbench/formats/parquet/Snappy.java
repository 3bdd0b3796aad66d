// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import org.ionbench.api.problem.FormatException;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Unpacks a block in Snappy's format: the unpacked size, then literals (tag 0) and copies of what
 * was unpacked before (tags 1 to 3).
 */
final class Snappy {
    /** A copy of 64 bytes is the most that three bytes can say. */
    private static final int LARGEST_RATIO = 22;

    private Snappy() {}

    /**
     * Unpacks a block.
     *
     * @param size the size it must have
     */
    static byte[] unpack(byte[] packed, int size, String file) throws FormatException {
        try {
            return unpacked(packed, size, file);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw wrong(file);
        }
    }

    private static byte[] unpacked(byte[] packed, int size, String file) throws FormatException {
        ByteBuffer in = ByteBuffer.wrap(packed);
        if (Compact.varint(in) != size || size > (long) LARGEST_RATIO * packed.length) {
            throw wrong(file);
        }
        byte[] out = new byte[size];
        int at = 0;
        while (in.hasRemaining()) {
            int tag = in.get() & 0xff;
            if ((tag & 3) == 0) {
                int length = (tag >> 2) + 1;
                if (length > 60) {
                    length = littleEndian(in, length - 60) + 1;
                }
                in.get(out, at, length);
                at += length;
                continue;
            }
            int length;
            int back;
            if ((tag & 3) == 1) {
                length = (tag >> 2 & 7) + 4;
                back = (tag >> 5) << 8 | in.get() & 0xff;
            } else {
                length = (tag >> 2) + 1;
                back = littleEndian(in, (tag & 3) == 2 ? 2 : 4);
            }
            if (back <= 0 || back > at || length > size - at) {
                throw wrong(file);
            }
            for (int i = 0; i < length; i++, at++) {
                out[at] = out[at - back];
            }
        }
        if (at != size) {
            throw wrong(file);
        }
        return out;
    }

    private static int littleEndian(ByteBuffer in, int bytes) {
        int n = 0;
        for (int i = 0; i < bytes; i++) {
            n |= (in.get() & 0xff) << 8 * i;
        }
        return n;
    }

    private static FormatException wrong(String file) {
        return new FormatException(
                file, "", "a page of this Parquet file cannot be unpacked (Snappy); it is damaged");
    }
}
