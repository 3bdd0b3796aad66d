// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.peaks;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.api.analysis.Window;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A peak of a branch over its baseline, in x and y of its {@link Rise}.
 *
 * <p>A peak is a maximum of the medians that stands out of what is to either side by a share of the
 * range of the current. Its summit is that of the parabola through the points about it. The
 * baseline is a line through the flattest stretch between the valley before the peak and the peak,
 * run on beneath it, for a diffusing species has no flat stretch after the peak. Where no stretch
 * there is flat to a tenth of the peak, as on the way back from a first peak, the height is that
 * over zero current.
 *
 * @param branch where it stands
 * @param rise the branch seen in the direction of its current
 * @param x potential of the summit
 * @param y current of the summit
 * @param height current over the baseline
 * @param error standard uncertainty of the height: scatter about the parabola and the baseline
 * @param placeError standard uncertainty of x from that scatter
 * @param halfX where half the height is reached before the peak; NaN where that is not to be told
 * @param halfError its standard uncertainty from that of the height
 * @param isOverZero whether the baseline is zero current, as there is no flat stretch
 * @param baseline the line
 * @param window where the baseline was laid
 */
record Peak(
        Branch branch,
        Rise rise,
        double x,
        double y,
        double height,
        double error,
        double placeError,
        double halfX,
        double halfError,
        boolean isOverZero,
        DoubleUnaryOperator baseline,
        Window window) {
    private static final double STRETCH = 0.2;
    private static final int FEWEST = 3;
    private static final double SUMMIT = 0.03;
    private static final double FLAT = 0.1;
    private static final double FLATTEST = 1.5;
    private static final double CERTAIN = 3;

    /** Standard deviations between the lowest and the highest of many medians. */
    private static final double BY_NOISE = 8;

    /**
     * The peaks of a branch.
     *
     * @param share of the range of the current that makes a peak, 0 to 1
     * @param set the window of the baseline over x, open to find it
     */
    static List<Peak> of(Branch branch, Rise rise, double share, Window set) {
        double[] y = rise.binY();
        double range = Arrays.stream(y).max().orElse(0) - Arrays.stream(y).min().orElse(0);
        List<Peak> peaks = new ArrayList<>();
        for (int k = 1; k < y.length - 1; k++) {
            boolean isTop = y[k] > y[k - 1] && y[k] >= y[k + 1];
            if (!isTop) {
                continue;
            }
            int left = valley(y, k, -1);
            int right = valley(y, k, 1);
            double prominence = y[k] - Math.max(y[left], y[right]);
            if (prominence > share * range && k - left >= FEWEST) {
                of(branch, rise, k, left, set).ifPresent(peaks::add);
            }
        }
        return peaks;
    }

    /** The lowest place between a summit and the next one that is as high, or the end. */
    private static int valley(double[] y, int summit, int step) {
        int lowest = summit;
        for (int k = summit + step; k >= 0 && k < y.length && y[k] <= y[summit]; k += step) {
            lowest = y[k] < y[lowest] ? k : lowest;
        }
        return lowest;
    }

    private static Optional<Peak> of(Branch branch, Rise rise, int k, int left, Window set) {
        double[] x = rise.binX();
        double[] y = rise.binY();
        int foot = foot(y, left, BY_NOISE * rise.binNoise(0, k));
        Window found = flattest(rise, foot, k);
        Window window =
                new Window(
                        Double.isInfinite(set.low()) ? found.low() : set.low(),
                        Double.isInfinite(set.high())
                                ? Math.max(found.high(), set.low() + 1e-9)
                                : set.high());
        LineFit line;
        try {
            line = rise.line(window);
        } catch (UndeterminedException e) {
            // a window without points has no line: there is no baseline and no peak over it
            return Optional.empty();
        }
        double[] top = summit(rise, x[k], SUMMIT * (x[x.length - 1] - x[0]), y[k]);
        boolean isSet = !Double.isInfinite(set.low()) || !Double.isInfinite(set.high());
        double drift = Math.abs(line.slope()) * stretch(foot, k) * (x[k] - x[foot]) / (k - foot);
        boolean isOverZero = !isSet && drift > FLAT * (y[k] - y[left]);
        DoubleUnaryOperator base = isOverZero ? v -> 0 : line::valueAt;
        double height = top[1] - base.applyAsDouble(top[0]);
        double lineError = isOverZero ? 0 : line.valueError(top[0]);
        double error = Math.hypot(top[2], Double.isFinite(lineError) ? lineError : 0);
        if (!(height > CERTAIN * error)) {
            return Optional.empty();
        }
        double half = Double.NaN;
        double halfError = Double.NaN;
        for (int j = k; j > left; j--) {
            double a = y[j - 1] - base.applyAsDouble(x[j - 1]) - height / 2;
            double b = y[j] - base.applyAsDouble(x[j]) - height / 2;
            if (a <= 0 && b > 0) {
                half = x[j - 1] + a / (a - b) * (x[j] - x[j - 1]);
                halfError = error / 2 / (b - a) * (x[j] - x[j - 1]);
                break;
            }
        }
        return Optional.of(
                new Peak(
                        branch,
                        rise,
                        top[0],
                        top[1],
                        height,
                        error,
                        top[3],
                        half,
                        halfError,
                        isOverZero,
                        base,
                        window));
    }

    /**
     * The windows of a fifth of the way to the peak over which the medians differ least, joined as
     * far as they follow one another and differ by noise; the last half of one is left out where
     * two are left, for the foot of the peak hides in its noise.
     */
    private static Window flattest(Rise rise, int left, int peak) {
        double[] x = rise.binX();
        double[] y = rise.binY();
        int width = stretch(left, peak);
        int best = left;
        for (int w = left; w + width < peak; w++) {
            best = spread(y, w, width) < spread(y, best, width) ? w : best;
        }
        double flat = FLATTEST * spread(y, best, width) + 2 * rise.binNoise(left, peak);
        int from = best;
        while (from > left && spread(y, from - 1, width) <= flat) {
            from--;
        }
        int to = best;
        while (to + width + 1 < peak && spread(y, to + 1, width) <= flat) {
            to++;
        }
        to += to - from >= width ? width - width / 2 : width;
        return new Window(x[from], x[Math.min(to, peak)]);
    }

    private static int stretch(int left, int peak) {
        return Math.max(2, (int) Math.round(STRETCH * (peak - left)));
    }

    /** Where what lies before a peak begins: noise alone makes some place of it the lowest. */
    private static int foot(double[] y, int valley, double noise) {
        int k = valley;
        while (k > 0 && y[k - 1] <= y[valley] + noise) {
            k--;
        }
        return k;
    }

    private static double spread(double[] y, int from, int width) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = from; k <= from + width; k++) {
            low = Math.min(low, y[k]);
            high = Math.max(high, y[k]);
        }
        return high - low;
    }

    /** Potential, current and the errors of both of the parabola's top about a place. */
    private static double[] summit(Rise rise, double at, double half, double otherwise) {
        int n = 0;
        double[] s = new double[5];
        double[] m = new double[3];
        for (int k = 0; k < rise.size(); k++) {
            double u = (rise.x(k) - at) / half;
            if (Math.abs(u) <= 1) {
                n++;
                double p = 1;
                for (int j = 0; j < 5; j++) {
                    s[j] += p;
                    if (j < 3) {
                        m[j] += p * rise.y(k);
                    }
                    p *= u;
                }
            }
        }
        double[] c = solved(s, m);
        if (n < 5 || !(c[2] < 0) || Math.abs(c[1] / (2 * c[2])) > 1) {
            return new double[] {at, otherwise, 0, 0};
        }
        double u = -c[1] / (2 * c[2]);
        double squares = 0;
        for (int k = 0; k < rise.size(); k++) {
            double v = (rise.x(k) - at) / half;
            if (Math.abs(v) <= 1) {
                double r = rise.y(k) - c[0] - v * (c[1] + v * c[2]);
                squares += r * r;
            }
        }
        // the middle of a parabola through n points has 9/4 the variance of their mean
        double mean = Math.sqrt(squares / Math.max(1, n - 3) / n);
        // and its slope 3 times that variance, over half the range
        double along = Math.sqrt(3) * mean / Math.abs(2 * c[2]);
        double top = c[0] + u * (c[1] + u * c[2]);
        return new double[] {at + u * half, top, 1.5 * mean, along * half};
    }

    /** Solves the normal equations of a parabola by Cramer's rule; powers lie within one. */
    private static double[] solved(double[] s, double[] m) {
        double[][] a = {{s[0], s[1], s[2]}, {s[1], s[2], s[3]}, {s[2], s[3], s[4]}};
        double whole = determinant(a);
        double[] c = new double[3];
        for (int j = 0; j < 3; j++) {
            double[][] b = {a[0].clone(), a[1].clone(), a[2].clone()};
            for (int r = 0; r < 3; r++) {
                b[r][j] = m[r];
            }
            c[j] = determinant(b) / whole;
        }
        return c;
    }

    private static double determinant(double[][] a) {
        return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
                - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
                + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
    }

    /**
     * The current with which its branch began, in the direction away from the peak; not negative.
     */
    double before() {
        return Math.max(0, -rise.y(0));
    }

    /** Whether it is one of oxidation. */
    boolean isAnodic() {
        return rise.isOxidation();
    }

    /** The word of its side. */
    String side() {
        return isAnodic() ? "anodic" : "cathodic";
    }

    /** Its potential in V. */
    double potential() {
        return rise.potential(x);
    }
}
