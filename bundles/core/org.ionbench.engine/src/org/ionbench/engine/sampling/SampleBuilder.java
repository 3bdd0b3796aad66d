// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import java.util.Arrays;

/** Collects the points of a sample. */
final class SampleBuilder {
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private int[] index = new int[1024];
    private int size;

    void add(double px, double py, int at) {
        if (size == x.length) {
            int larger = 2 * size;
            x = Arrays.copyOf(x, larger);
            y = Arrays.copyOf(y, larger);
            index = Arrays.copyOf(index, larger);
        }
        x[size] = px;
        y[size] = py;
        index[size++] = at;
    }

    /** Interrupts the line, once. */
    void gap() {
        if (size > 0 && index[size - 1] >= 0) {
            add(Double.NaN, Double.NaN, -1);
        }
    }

    /** Index of the last point in the series; -1 if there is none or the line is interrupted. */
    int last() {
        return size == 0 ? -1 : index[size - 1];
    }

    int size() {
        return size;
    }

    Sample build() {
        return new Sample(
                Arrays.copyOf(x, size), Arrays.copyOf(y, size), Arrays.copyOf(index, size));
    }
}
