// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.smoothing;

import java.util.ArrayList;
import java.util.List;

/** Peaks of a curve. */
public final class Peaks {
    private Peaks() {}

    /**
     * A local maximum.
     *
     * @param index of the highest point
     * @param place its abscissa, between points by a parabola through the three highest
     * @param height of that parabola
     * @param prominence how far one must go down from it to reach anything higher, or an end
     */
    public record Peak(int index, double place, double height, double prominence) {}

    /**
     * The maxima of evenly spaced values that are prominent enough, in their order. Maxima at the
     * very ends are none.
     */
    public static List<Peak> of(double[] x, double[] y, double leastProminence) {
        List<Peak> peaks = new ArrayList<>();
        for (int k = 1; k < y.length - 1; k++) {
            int end = k;
            while (end + 1 < y.length && y[end + 1] == y[k]) {
                end++;
            }
            if (y[k] > y[k - 1] && end + 1 < y.length && y[end + 1] < y[k]) {
                double prominence = prominence(y, k);
                if (prominence >= leastProminence) {
                    peaks.add(
                            end == k
                                    ? refined(x, y, k, prominence)
                                    : flat(x, y, k, end, prominence));
                }
            }
            k = end;
        }
        return peaks;
    }

    private static Peak flat(double[] x, double[] y, int from, int to, double prominence) {
        return new Peak((from + to) / 2, (x[from] + x[to]) / 2, y[from], prominence);
    }

    private static Peak refined(double[] x, double[] y, int k, double prominence) {
        double curvature = y[k - 1] - 2 * y[k] + y[k + 1];
        double shift = curvature < 0 ? (y[k - 1] - y[k + 1]) / (2 * curvature) : 0;
        double spacing = (x[k + 1] - x[k - 1]) / 2;
        return new Peak(
                k, x[k] + shift * spacing, y[k] - (y[k - 1] - y[k + 1]) * shift / 4, prominence);
    }

    private static double prominence(double[] y, int k) {
        double left = y[k];
        for (int j = k - 1; j >= 0 && y[j] <= y[k]; j--) {
            left = Math.min(left, y[j]);
        }
        double right = y[k];
        for (int j = k + 1; j < y.length && y[j] <= y[k]; j++) {
            right = Math.min(right, y[j]);
        }
        return y[k] - Math.max(left, right);
    }
}
