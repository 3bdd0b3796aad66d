// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of text at once, as one long whose lowest bits are the first: how many
 * digits begin there, what number they make, whether a line ends. Without a branch for each byte,
 * for how many digits a number has is what a processor cannot foresee.
 *
 * <p>A number of eight digits by three multiplications: D. Lemire, "Number parsing at a gigabyte
 * per second", Software: Practice and Experience 51 (2021) 1700, doi 10.1002/spe.2984. The first of
 * several bytes that are something: L. Lamport, "Multiple byte processing with full-word
 * instructions", Communications of the ACM 18 (1975) 471, doi 10.1145/360933.360994.
 */
public final class EightBytes {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101010101010101L;
    private static final long TOP = 0x80 * EACH;
    private static final long ZEROS = '0' * EACH;

    private static final long[] POWERS = {
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private EightBytes() {}

    /** The eight bytes from {@code i} on. */
    public static long at(byte[] b, int i) {
        return (long) LONGS.get(b, i);
    }

    /** How many digits they begin with, 0 to 8. */
    public static int digits(long eight) {
        // adding 0x76 to what is above 9 turns its top bit on; a carry reaches later bytes only
        long x = eight ^ ZEROS;
        return first((x + (0x80 - 10) * EACH | x) & TOP);
    }

    /**
     * The number they begin with.
     *
     * @param digits how many it has, 1 to 8
     */
    public static long number(long eight, int digits) {
        long x = (eight ^ ZEROS) << -8 * digits;
        x = 10 * x + (x >>> 8);
        long pairs = 0x000000FF000000FFL;
        long high = (x & pairs) * (100 + (1_000_000L << 32));
        long low = (x >>> 16 & pairs) * (1 + (10_000L << 32));
        return high + low >>> 32;
    }

    /** A number with the digits they begin with appended to it; as {@link #number}. */
    public static long append(long number, long eight, int digits) {
        return POWERS[digits] * number + number(eight, digits);
    }

    /** The index of the first LF, CR or zero byte, -1 where there is none before {@code to}. */
    public static int endOfLine(byte[] b, int from, int to) {
        int i = from;
        for (; i <= to - 8; i += 8) {
            long x = at(b, i);
            if (mayEnd(x)) {
                long ends = zeros(x) | zeros(x ^ '\n' * EACH) | zeros(x ^ '\r' * EACH);
                if (ends != 0) {
                    return i + first(ends);
                }
            }
        }
        for (; i < to; i++) {
            if (b[i] == '\n' || b[i] == '\r' || b[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether a byte is 0 to 15 but not a tab, which xor turns into 0 and the subtraction into 255.
     */
    private static boolean mayEnd(long eight) {
        long x = (eight ^ '\t' * EACH) - EACH;
        return (x - 15 * EACH & ~x & TOP) != 0;
    }

    /** The top bit of each byte that is zero; bits above the first have no meaning. */
    private static long zeros(long x) {
        return x - EACH & ~x & TOP;
    }

    /** The index of the first byte with a bit, 8 where there is none. */
    private static int first(long bits) {
        return Long.numberOfTrailingZeros(bits) >>> 3;
    }
}
