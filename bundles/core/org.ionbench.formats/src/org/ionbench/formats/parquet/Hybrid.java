// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Small whole numbers in Parquet's hybrid of run lengths and packed bits: a head (seven bits a
 * byte), even for a run (count = head / 2, then the value in whole bytes), odd for groups of eight
 * numbers packed with {@code width} bits each, least significant bit first.
 */
final class Hybrid {
    private final ByteBuffer in;
    private final int width;
    private long left;
    private boolean packed;
    private int value;
    private long bits;
    private int inBits;

    /** Reads from the buffer's position to its end. */
    Hybrid(ByteBuffer in, int width) {
        this.in = in;
        this.width = width;
    }

    /** Bits alone, without heads, as truth values are stored plainly. */
    static Hybrid bits(ByteBuffer in) {
        Hybrid bits = new Hybrid(in, 1);
        bits.packed = true;
        bits.left = Long.MAX_VALUE;
        return bits;
    }

    /** The next number. */
    int next() {
        while (left == 0) {
            long head = Compact.varint(in);
            packed = (head & 1) == 1;
            left = packed ? Math.multiplyExact(head >>> 1, 8L) : head >>> 1;
            inBits = 0;
            bits = 0;
            if (!packed) {
                value = 0;
                for (int i = 0; i < (width + 7) / 8; i++) {
                    value |= (in.get() & 0xff) << 8 * i;
                }
            } else if (width > 0 && !in.hasRemaining()) {
                throw new BufferUnderflowException();
            }
        }
        left--;
        if (!packed) {
            return value;
        }
        while (inBits < width) {
            bits |= (in.get() & 0xffL) << inBits;
            inBits += 8;
        }
        int n = (int) (bits & (1L << width) - 1);
        bits >>>= width;
        inBits -= width;
        return n;
    }
}
