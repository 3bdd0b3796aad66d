// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the smallest and the largest value of any stretch of a series are, found in a time that
 * hardly grows with the stretch. The lowest level holds the places of minimum and maximum of blocks
 * of {@value #BLOCK} values, each level above those of {@value #FAN} blocks below; it takes about
 * one byte for each seven values. NaN is passed over.
 */
final class Pyramid {
    private static final int BLOCK = 64;
    private static final int FAN = 8;
    private static final int CHUNK = 64 * BLOCK;

    private final Values values;
    private final List<int[]> lows = new ArrayList<>();
    private final List<int[]> highs = new ArrayList<>();

    /** Builds the pyramid; reads every value once. */
    Pyramid(Values values) {
        this.values = values;
        lowest();
        while (lows.getLast().length > FAN) {
            above(lows.getLast(), highs.getLast());
        }
    }

    /** Index of the smallest value from {@code from} to before {@code to}; -1 if there is none. */
    int indexOfMin(int from, int to) {
        return search(from, to, lows, -1);
    }

    /** Index of the largest value from {@code from} to before {@code to}; -1 if there is none. */
    int indexOfMax(int from, int to) {
        return search(from, to, highs, 1);
    }

    private void lowest() {
        int n = values.size();
        int[] low = new int[Math.ceilDiv(n, BLOCK)];
        int[] high = new int[low.length];
        double[] chunk = new double[CHUNK];
        for (int start = 0; start < n; start += CHUNK) {
            int count = Math.min(CHUNK, n - start);
            values.copy(start, chunk, count);
            for (int from = 0; from < count; from += BLOCK) {
                int to = Math.min(from + BLOCK, count);
                int min = -1;
                int max = -1;
                for (int i = from; i < to; i++) {
                    double v = chunk[i];
                    // a comparison with NaN is false, so the first number must be asked for
                    if (min < 0 ? v == v : v < chunk[min]) {
                        min = i;
                    }
                    if (max < 0 ? v == v : v > chunk[max]) {
                        max = i;
                    }
                }
                int block = (start + from) / BLOCK;
                low[block] = min < 0 ? -1 : start + min;
                high[block] = max < 0 ? -1 : start + max;
            }
        }
        lows.add(low);
        highs.add(high);
    }

    private void above(int[] lowBelow, int[] highBelow) {
        int[] low = new int[Math.ceilDiv(lowBelow.length, FAN)];
        int[] high = new int[low.length];
        for (int b = 0; b < low.length; b++) {
            int from = b * FAN;
            int to = Math.min(from + FAN, lowBelow.length);
            low[b] = -1;
            high[b] = -1;
            for (int i = from; i < to; i++) {
                low[b] = better(low[b], lowBelow[i], -1);
                high[b] = better(high[b], highBelow[i], 1);
            }
        }
        lows.add(low);
        highs.add(high);
    }

    private int search(int from, int to, List<int[]> levels, int sign) {
        int best = -1;
        int a = Math.max(0, from);
        int b = Math.min(to, values.size());
        while (a < b && a % BLOCK != 0) {
            best = better(best, number(a++), sign);
        }
        while (a < b && b % BLOCK != 0) {
            best = better(best, number(--b), sign);
        }
        int level = 0;
        a /= BLOCK;
        b /= BLOCK;
        while (a < b) {
            int[] places = levels.get(level);
            boolean top = level == levels.size() - 1;
            while (a < b && (top || a % FAN != 0)) {
                best = better(best, places[a++], sign);
            }
            while (a < b && b % FAN != 0) {
                best = better(best, places[--b], sign);
            }
            a /= FAN;
            b /= FAN;
            level++;
        }
        return best;
    }

    private int number(int index) {
        return Double.isNaN(values.at(index)) ? -1 : index;
    }

    /** The place of the two with the smaller (sign -1) or larger (sign 1) value. */
    private int better(int first, int second, int sign) {
        if (first < 0 || second < 0) {
            return Math.max(first, second);
        }
        double difference = sign * (values.at(second) - values.at(first));
        return difference > 0 || difference == 0 && second < first ? second : first;
    }
}
