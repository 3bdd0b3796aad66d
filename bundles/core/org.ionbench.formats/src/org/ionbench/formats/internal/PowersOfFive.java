// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.internal;

import java.math.BigInteger;

/**
 * Exact decimal to binary conversion after D. Lemire, "Number parsing at a gigabyte per second",
 * Software: Practice and Experience 51 (2021) 1700, doi 10.1002/spe.2984: the leading 128 bits of
 * powers of five, truncated, and one or two 64 x 64 bit products.
 */
public final class PowersOfFive {
    /** Powers of ten from -RANGE to RANGE are converted here. */
    public static final int RANGE = 80;

    private static final long[] HIGH = new long[2 * RANGE + 1];
    private static final long[] LOW = new long[2 * RANGE + 1];

    static {
        BigInteger power = BigInteger.ONE;
        for (int q = 0; q <= RANGE; q++) {
            int excess = power.bitLength() - 128;
            put(q, excess > 0 ? power.shiftRight(excess) : power.shiftLeft(-excess));
            if (q > 0) {
                // the reciprocal, rounded up, with its leading 128 bits kept
                int bits = power.bitLength();
                BigInteger reciprocal =
                        BigInteger.ONE
                                .shiftLeft(q <= 27 ? bits + 127 : 2 * bits + 128)
                                .divide(power)
                                .add(BigInteger.ONE);
                put(-q, reciprocal.shiftRight(Math.max(0, reciprocal.bitLength() - 128)));
            }
            power = power.multiply(BigInteger.valueOf(5));
        }
    }

    private PowersOfFive() {}

    private static void put(int q, BigInteger bits) {
        HIGH[q + RANGE] = bits.shiftRight(64).longValue();
        LOW[q + RANGE] = bits.longValue();
    }

    /**
     * The double nearest to {@code digits * 10^q}, ties to even; NaN where the product cannot
     * decide (the caller then takes the slow way).
     *
     * @param digits an unsigned number other than 0
     * @param q from -{@value #RANGE} to {@value #RANGE}
     */
    public static double nearest(long digits, int q) {
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        long high = Math.unsignedMultiplyHigh(w, HIGH[q + RANGE]);
        long low = w * HIGH[q + RANGE];
        if ((high & 0x1FF) == 0x1FF) {
            long more = Math.unsignedMultiplyHigh(w, LOW[q + RANGE]);
            low += more;
            if (Long.compareUnsigned(more, low) > 0) {
                high++;
            }
        }
        if (low == -1 && (q < -27 || q > 55)) {
            return Double.NaN;
        }
        int upper = (int) (high >>> 63);
        long mantissa = high >>> (upper + 9);
        long exponent = ((217706L * q) >> 16) + 63 + upper - zeros + 1023;
        if (Long.compareUnsigned(low, 1) <= 0
                && q >= -4
                && q <= 23
                && (mantissa & 3) == 1
                && mantissa << (upper + 9) == high) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= 1L << 53) {
            mantissa = 1L << 52;
            exponent++;
        }
        return Double.longBitsToDouble(exponent << 52 | mantissa & (1L << 52) - 1);
    }
}
