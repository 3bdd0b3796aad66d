// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import org.ionbench.engine.plotting.PlotFrame;

import java.util.Arrays;

/**
 * Thins a series that goes to and fro so densely that nothing is gained by following it: of each
 * stretch of it the first and last point are kept and those farthest to the left, the right, below
 * and above.
 */
final class Stretches {
    private static final int CHUNK = 4096;
    private static final int KEPT = 6;
    private static final int FIRST_HOLE = 16;

    private final Trace trace;
    private final Cells cells;
    private final double[] xs = new double[CHUNK];
    private final double[] ys = new double[CHUNK];

    Stretches(Trace trace, PlotFrame frame) {
        this.trace = trace;
        this.cells = new Cells(frame, 1);
    }

    /** At most about so many points. */
    Sample sample(int most) {
        int seen = count();
        int length = Math.max(1, (int) Math.ceilDiv((long) KEPT * seen, most));
        Sample sample = sample(length, FIRST_HOLE);
        // where the edge of the window runs through noise, stretches end too often
        for (int hole = 8 * FIRST_HOLE; sample.size() > most && hole > 0; hole *= 8) {
            length *= 2;
            sample = sample(length, hole);
        }
        return sample;
    }

    private int count() {
        int seen = 0;
        for (int start = 0; start < trace.size(); start += CHUNK) {
            int count = read(start);
            for (int i = 0; i < count; i++) {
                seen += isSeen(xs[i], ys[i]) ? 1 : 0;
            }
        }
        return seen;
    }

    /**
     * @param length points of a stretch
     * @param hole how many points out of sight end a stretch
     */
    private Sample sample(int length, int hole) {
        SampleBuilder sample = new SampleBuilder();
        Stretch stretch = new Stretch();
        for (int start = 0; start < trace.size(); start += CHUNK) {
            int count = read(start);
            for (int i = 0; i < count; i++) {
                if (!isSeen(xs[i], ys[i])) {
                    continue;
                }
                int index = start + i;
                if (stretch.size > 0 && index - stretch.last > hole) {
                    stretch.end(sample);
                    sample.gap();
                } else if (stretch.size == length) {
                    stretch.end(sample);
                }
                stretch.add(xs[i], ys[i], index);
            }
        }
        stretch.end(sample);
        return sample.build();
    }

    private int read(int start) {
        int count = Math.min(CHUNK, trace.size() - start);
        trace.x().copy(start, xs, count);
        trace.y().copy(start, ys, count);
        return count;
    }

    private boolean isSeen(double x, double y) {
        int cell = cells.of(x, y);
        return cell >= 0 && !cells.isOutside(cell);
    }

    /** What is kept of a stretch. */
    private final class Stretch {
        private int size;
        private int last;
        private final int[] kept = new int[KEPT];
        private double left;
        private double right;
        private double low;
        private double high;

        void add(double x, double y, int index) {
            if (size == 0) {
                Arrays.fill(kept, index);
                left = x;
                right = x;
                low = y;
                high = y;
            }
            if (x < left) {
                left = x;
                kept[1] = index;
            }
            if (x > right) {
                right = x;
                kept[2] = index;
            }
            if (y < low) {
                low = y;
                kept[3] = index;
            }
            if (y > high) {
                high = y;
                kept[4] = index;
            }
            kept[5] = index;
            last = index;
            size++;
        }

        void end(SampleBuilder sample) {
            if (size == 0) {
                return;
            }
            Arrays.sort(kept);
            for (int index : kept) {
                if (index != sample.last()) {
                    sample.add(trace.x().at(index), trace.y().at(index), index);
                }
            }
            size = 0;
        }
    }
}
