// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import java.util.Arrays;

/** A set of unordered pairs of cells. */
final class Ways {
    private static final long EMPTY = -1;

    private long[] slots = new long[1 << 12];
    private int size;

    Ways() {
        Arrays.fill(slots, EMPTY);
    }

    /** Adds the pair; false if it was there. */
    boolean add(int first, int second) {
        if (2 * size > slots.length) {
            grow();
        }
        long key = (long) Math.min(first, second) << 32 | Math.max(first, second);
        int at = find(slots, key);
        if (slots[at] == key) {
            return false;
        }
        slots[at] = key;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        Arrays.fill(larger, EMPTY);
        for (long key : slots) {
            if (key != EMPTY) {
                larger[find(larger, key)] = key;
            }
        }
        slots = larger;
    }

    private static int find(long[] slots, long key) {
        int mask = slots.length - 1;
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (slots[at] != EMPTY && slots[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }
}
