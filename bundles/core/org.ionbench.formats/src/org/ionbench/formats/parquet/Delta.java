// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Whole numbers as differences, Parquet's DELTA_BINARY_PACKED: numbers a block, miniblocks a block,
 * count and first number, then for each block its smallest difference, one bit width for each
 * miniblock, and the miniblocks. Each number is worked out when it is asked for: a count is never a
 * reason to take memory.
 */
final class Delta {
    private static final int LARGEST_BLOCK = 1 << 20;

    private final ByteBuffer in;
    private final int perMiniblock;
    private final byte[] widths;
    private final long count;
    private long left;
    private long last;

    private long smallest;
    private int miniblock;
    private int leftInMiniblock;
    private int width;
    private int start;
    private int bit;

    /**
     * Begins at the buffer's position, which is left as it is.
     *
     * @throws IllegalArgumentException if the description makes no sense
     */
    Delta(ByteBuffer page) {
        in = page.duplicate();
        long block = Compact.varint(in);
        long miniblocks = Compact.varint(in);
        count = Compact.varint(in);
        last = Compact.zigzag(in);
        if (block < 1
                || block > LARGEST_BLOCK
                || miniblocks < 1
                || block % miniblocks != 0
                || block / miniblocks % 8 != 0
                || count < 0) {
            throw nonsense();
        }
        perMiniblock = (int) (block / miniblocks);
        widths = new byte[(int) miniblocks];
        miniblock = widths.length;
        left = count;
    }

    /** The next number. */
    long next() {
        if (left == 0) {
            throw new BufferUnderflowException();
        }
        boolean first = left-- == count;
        if (first) {
            return last;
        }
        if (leftInMiniblock == 0) {
            nextMiniblock();
        }
        leftInMiniblock--;
        last += smallest + bits();
        return last;
    }

    /** Numbers at the buffer's position, which is moved behind them. */
    static Delta passed(ByteBuffer page) {
        Delta numbers = new Delta(page);
        Delta all = new Delta(page);
        for (long more = all.count - 1; more > 0; more -= all.perMiniblock) {
            all.nextMiniblock();
        }
        page.position(all.in.position());
        return numbers;
    }

    /** Passes over a miniblock, whose numbers are read from where it begins. */
    private void nextMiniblock() {
        if (miniblock == widths.length) {
            smallest = Compact.zigzag(in);
            in.get(widths);
            miniblock = 0;
        }
        width = widths[miniblock++];
        if (width < 0 || width > Long.SIZE) {
            throw nonsense();
        }
        start = in.position();
        bit = 0;
        leftInMiniblock = perMiniblock;
        // the last miniblock may be written without what fills it up
        in.position(Math.min(in.limit(), start + perMiniblock / 8 * width));
    }

    private long bits() {
        long n = 0;
        for (int i = 0; i < width; i++, bit++) {
            n |= (long) (in.get(start + bit / 8) >> bit % 8 & 1) << i;
        }
        return n;
    }

    private static IllegalArgumentException nonsense() {
        return new IllegalArgumentException("a delta-packed page that makes no sense");
    }
}
