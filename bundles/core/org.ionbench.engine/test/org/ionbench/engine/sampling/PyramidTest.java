// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

class PyramidTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 511, 512, 513, 4096, 4097, 40_000, 266_241})
    void findsWhatASearchFinds(int size) {
        Random random = new Random(size);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(20);
            // many equal values and many gaps, to be found in the same places
            values[i] =
                    kind == 0 ? Double.NaN : kind < 8 ? random.nextInt(4) : random.nextGaussian();
        }
        if (size > 1000) {
            Arrays.fill(values, 300, 800, Double.NaN);
        }
        Pyramid pyramid = new Pyramid(Values.of(values));
        for (int k = 0; k < 300; k++) {
            int from = size == 0 ? 0 : random.nextInt(size);
            int to = from + (size == from ? 0 : random.nextInt(size - from + 1));
            if (k % 3 == 0) {
                to = Math.min(size, from + random.nextInt(200));
            }
            int min = -1;
            int max = -1;
            for (int i = from; i < to; i++) {
                if (!Double.isNaN(values[i])) {
                    min = min < 0 || values[i] < values[min] ? i : min;
                    max = max < 0 || values[i] > values[max] ? i : max;
                }
            }
            assertEquals(min, pyramid.indexOfMin(from, to), from + " to " + to);
            assertEquals(max, pyramid.indexOfMax(from, to), from + " to " + to);
        }
    }
}
