// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import java.nio.ByteBuffer;

/**
 * Whole numbers as differences, Parquet's DELTA_BINARY_PACKED: numbers a block, miniblocks a block,
 * count and first number, then for each block its smallest difference, one bit width for each
 * miniblock, and the miniblocks.
 */
final class Delta {
    private Delta() {}

    /**
     * Reads numbers and leaves the position behind them.
     *
     * @param most the most there may be
     * @throws IllegalArgumentException if there are more, or if the description makes no sense
     */
    static long[] read(ByteBuffer in, int most) {
        int block = size(Compact.varint(in));
        int minis = size(Compact.varint(in));
        long count = Compact.varint(in);
        if (count < 0 || count > most || block % minis != 0 || (block / minis) % 8 != 0) {
            throw new IllegalArgumentException("a delta-packed page that makes no sense");
        }
        long[] numbers = new long[(int) count];
        long last = zigzag(in);
        int at = 0;
        if (count > 0) {
            numbers[at++] = last;
        }
        int each = block / minis;
        while (at < count) {
            long smallest = zigzag(in);
            byte[] widths = new byte[minis];
            in.get(widths);
            for (int m = 0; m < minis && at < count; m++) {
                if (widths[m] < 0 || widths[m] > 64) {
                    throw new IllegalArgumentException("a delta-packed page that makes no sense");
                }
                int start = in.position();
                int bit = 0;
                for (int i = 0; i < each && at < count; i++, bit += widths[m]) {
                    last += smallest + bits(in, start, bit, widths[m]);
                    numbers[at++] = last;
                }
                in.position(Math.min(in.limit(), start + each * widths[m] / 8));
            }
        }
        return numbers;
    }

    private static int size(long n) {
        if (n < 1 || n > 1 << 20) {
            throw new IllegalArgumentException("a delta-packed page that makes no sense");
        }
        return (int) n;
    }

    private static long bits(ByteBuffer in, int start, int bit, int width) {
        long n = 0;
        for (int i = 0; i < width; i++) {
            int at = bit + i;
            n |= (long) (in.get(start + at / 8) >> at % 8 & 1) << i;
        }
        return n;
    }

    private static long zigzag(ByteBuffer in) {
        long n = Compact.varint(in);
        return n >>> 1 ^ -(n & 1);
    }
}
