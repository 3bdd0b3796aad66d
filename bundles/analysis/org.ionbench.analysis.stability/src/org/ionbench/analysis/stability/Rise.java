// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import org.ionbench.api.analysis.Window;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;
import org.ionbench.numerics.statistics.Samples;

import java.util.Arrays;

/**
 * A branch seen in the direction in which its current is looked for: x grows with the scan and y is
 * positive for it. For an oxidation x is the potential in V and y the current in A; for a reduction
 * both have the other sign, so that one set of methods serves both.
 */
public final class Rise {
    private static final int MOST = 20000;
    private static final int MOST_BINS = 200;
    private static final int POINTS_A_BIN = 3;

    private final boolean isOxidation;
    private final double[] x;
    private final double[] y;
    private final double[] t;
    private final double[] binX;
    private final double[] binY;

    private Rise(boolean isOxidation, double[] x, double[] y, double[] t) {
        this.isOxidation = isOxidation;
        this.x = x;
        this.y = y;
        this.t = t;
        double low = Arrays.stream(x).min().orElse(0);
        double high = Arrays.stream(x).max().orElse(0);
        int bins = Math.clamp(x.length / POINTS_A_BIN, 1, MOST_BINS);
        int[] count = new int[bins];
        for (double v : x) {
            count[bin(v, low, high, bins)]++;
        }
        double[][] within = new double[bins][];
        double[] sum = new double[bins];
        for (int b = 0; b < bins; b++) {
            within[b] = new double[count[b]];
        }
        for (int k = 0; k < x.length; k++) {
            int b = bin(x[k], low, high, bins);
            sum[b] += x[k];
            within[b][--count[b]] = y[k];
        }
        double[] bx = new double[bins];
        double[] by = new double[bins];
        int n = 0;
        for (int b = 0; b < bins; b++) {
            if (within[b].length > 0) {
                bx[n] = sum[b] / within[b].length;
                by[n++] = Samples.median(within[b]);
            }
        }
        binX = Arrays.copyOf(bx, n);
        binY = Arrays.copyOf(by, n);
    }

    private static int bin(double v, double low, double high, int bins) {
        return high > low ? Math.min(bins - 1, (int) (bins * ((v - low) / (high - low)))) : 0;
    }

    /**
     * Cuts a rise out of a branch.
     *
     * @param shift V added to the potential
     * @param ohms whose drop is taken off
     * @param beyond the recorded potential from which on it counts; infinite for all of it
     * @param scanRate in V/s, for recordings without times; NaN where not known
     */
    public static Rise of(
            Voltammogram v,
            Branch branch,
            boolean isOxidation,
            double shift,
            double ohms,
            double beyond,
            double scanRate) {
        double sign = isOxidation ? 1 : -1;
        double[] x = new double[branch.size()];
        double[] y = new double[branch.size()];
        double[] t = new double[branch.size()];
        int n = 0;
        for (int k = branch.from(); k < branch.to(); k++) {
            double e = v.potential(k);
            if (Double.isFinite(beyond) && sign * e < sign * beyond) {
                continue;
            }
            x[n] = sign * (e + shift - v.current(k) * ohms);
            y[n] = sign * v.current(k);
            t[n] = v.isTimed() ? v.time(k) : sign * e / scanRate;
            n++;
        }
        int group = Math.ceilDiv(Math.max(n, 1), MOST);
        return new Rise(
                isOxidation, averaged(x, n, group), averaged(y, n, group), averaged(t, n, group));
    }

    private static double[] averaged(double[] all, int n, int group) {
        double[] means = new double[n / group];
        for (int g = 0; g < means.length; g++) {
            for (int k = 0; k < group; k++) {
                means[g] += all[g * group + k] / group;
            }
        }
        return means;
    }

    public boolean isOxidation() {
        return isOxidation;
    }

    /** The word of the branch. */
    public String name() {
        return isOxidation ? "oxidation" : "reduction";
    }

    public int size() {
        return x.length;
    }

    public double x(int k) {
        return x[k];
    }

    public double y(int k) {
        return y[k];
    }

    /** Seconds. */
    public double t(int k) {
        return t[k];
    }

    /** Potentials of the medians of the current over equal stretches. */
    public double[] binX() {
        return binX.clone();
    }

    /** Medians of the current over equal stretches of the potential. */
    public double[] binY() {
        return binY.clone();
    }

    /**
     * Standard deviation of the medians from one to another about their neighbours' mean, spoilt by
     * no step.
     */
    public double binNoise(int from, int to) {
        double[] second = new double[Math.max(0, to - from - 1)];
        for (int k = from + 1; k < to; k++) {
            second[k - from - 1] = binY[k] - (binY[k - 1] + binY[k + 1]) / 2;
        }
        return second.length == 0 ? 0 : Samples.robustStandardDeviation(second) / Math.sqrt(1.5);
    }

    public double low() {
        return binX[0];
    }

    public double high() {
        return binX[binX.length - 1];
    }

    /** x as a potential, or a potential as x. */
    public double potential(double at) {
        return isOxidation ? at : -at;
    }

    /** A window of x as one of potentials, or the other way. */
    public Window mirrored(Window w) {
        return isOxidation ? w : new Window(-w.high(), -w.low());
    }

    /** The line through the points in a window. */
    public LineFit line(Window window) throws UndeterminedException {
        double[] px = new double[x.length];
        double[] py = new double[x.length];
        int n = 0;
        for (int k = 0; k < x.length; k++) {
            if (window.contains(x[k])) {
                px[n] = x[k];
                py[n++] = y[k];
            }
        }
        return StraightLine.fit(Arrays.copyOf(px, n), Arrays.copyOf(py, n));
    }

    /** How many points lie in a window. */
    public int count(Window window) {
        int n = 0;
        for (double v : x) {
            n += window.contains(v) ? 1 : 0;
        }
        return n;
    }
}
