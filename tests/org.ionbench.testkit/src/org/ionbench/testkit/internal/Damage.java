// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.testkit.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damages a file in a way that a seed decides, as disks, mail programs and people do. */
public final class Damage {
    private static final String[] HUGE = {"99999999999", "-1", "1e999", "4294967295", "0", "NaN"};

    private Damage() {}

    /** The first {@code part} of {@code parts} equal parts of a file. */
    public static byte[] truncated(byte[] file, int part, int parts) {
        return Arrays.copyOf(file, (int) ((long) file.length * part / parts));
    }

    /** A file with one to three kinds of damage, half of them within its first 4 KiB. */
    public static byte[] mutated(byte[] file, long seed) {
        Random random = new Random(seed);
        byte[] b = file.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && b.length > 0; i++) {
            b = once(b, random);
        }
        return b;
    }

    private static byte[] once(byte[] b, Random random) {
        int reach = random.nextBoolean() ? Math.min(b.length, 4096) : b.length;
        int at = random.nextInt(reach);
        int run = Math.min(b.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 300));
        byte[] noise = new byte[run];
        random.nextBytes(noise);
        return switch (random.nextInt(9)) {
            case 0 -> {
                b[at] ^= (byte) (1 << random.nextInt(8));
                yield b;
            }
            case 1 -> replaced(b, at, run, noise);
            case 2 -> replaced(b, at, run, new byte[0]);
            case 3 -> replaced(b, at, 0, noise);
            case 4 -> replaced(b, at, 0, Arrays.copyOfRange(b, at, at + run));
            case 5 -> replaced(b, at, run, new byte[run]);
            case 6 -> size(b, at, random);
            case 7 -> number(b, at, HUGE[random.nextInt(HUGE.length)]);
            default -> {
                int other = random.nextInt(b.length);
                byte swap = b[at];
                b[at] = b[other];
                b[other] = swap;
                yield b;
            }
        };
    }

    /** Four bytes become a size that is huge in either byte order. */
    private static byte[] size(byte[] b, int at, Random random) {
        byte[] huge = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0x7F};
        if (random.nextBoolean()) {
            huge[0] = 0x7F;
            huge[3] = (byte) 0xFF;
        }
        return replaced(b, at, Math.min(4, b.length - at), huge);
    }

    /** The digits at or behind a place become another number. */
    private static byte[] number(byte[] b, int at, String text) {
        int from = at;
        while (from < b.length && !isDigit(b[from])) {
            from++;
        }
        int to = from;
        while (to < b.length && isDigit(b[to])) {
            to++;
        }
        return replaced(b, from, to - from, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static byte[] replaced(byte[] b, int at, int length, byte[] with) {
        byte[] changed = new byte[b.length - length + with.length];
        System.arraycopy(b, 0, changed, 0, at);
        System.arraycopy(with, 0, changed, at, with.length);
        int rest = b.length - at - length;
        System.arraycopy(b, at + length, changed, at + with.length, rest);
        return changed;
    }
}
