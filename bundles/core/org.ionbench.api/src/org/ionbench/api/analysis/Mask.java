// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import java.util.BitSet;

/**
 * A setting touched on the chart: points left out, by their row. Written as {@code "3,7-12"}.
 * Immutable.
 */
public final class Mask {
    /** Leaves nothing out. */
    public static final Mask NONE = new Mask(new BitSet());

    private static final int LIMIT = 100_000_000;

    private final BitSet rows;

    private Mask(BitSet rows) {
        this.rows = rows;
    }

    /** Leaves out these rows, counted from 0. */
    public static Mask of(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return new Mask(set);
    }

    /**
     * Reads {@code "3,7-12"}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Mask parse(String text) {
        BitSet set = new BitSet();
        for (String part : text.split(",", -1)) {
            String s = part.strip();
            if (s.isEmpty()) {
                continue;
            }
            try {
                int dash = s.indexOf('-');
                int from = Integer.parseInt(dash < 0 ? s : s.substring(0, dash));
                int to = dash < 0 ? from : Integer.parseInt(s.substring(dash + 1));
                if (from < 0 || to < from || to >= LIMIT) {
                    throw new IllegalArgumentException("rows out of range: \"" + s + "\"");
                }
                set.set(from, to + 1);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "points are written 3,7-12, not \"" + text + "\"", e);
            }
        }
        return new Mask(set);
    }

    public boolean contains(int row) {
        return rows.get(row);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** This mask with a row left out, or taken in again. */
    public Mask with(int row, boolean leftOut) {
        BitSet set = (BitSet) rows.clone();
        set.set(row, leftOut);
        return new Mask(set);
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder();
        for (int i = rows.nextSetBit(0); i >= 0; ) {
            int end = rows.nextClearBit(i) - 1;
            s.append(s.isEmpty() ? "" : ",").append(i);
            if (end > i) {
                s.append('-').append(end);
            }
            i = rows.nextSetBit(end + 1);
        }
        return s.toString();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Mask m && rows.equals(m.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
