// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Rise;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What all methods read from a rise with one pair of windows. Immutable.
 *
 * <p>With b(x) the line through the background, f(x) the line through the rising current, s the
 * standard deviation of the background: regression f(x) = 0; tangent f(x) = b(x); threshold y = j A
 * with the whole current; noise y - b(x) > k s; derivative where dy/dx, a line over 5 % of the
 * scan, has last been half-way between the slope of b and its largest value; charge where the
 * integral of y - b(x) over time, from the end of the background, has reached its threshold. A
 * threshold counts as passed where five points in a row lie beyond it.
 */
final class Reading {
    private static final int IN_A_ROW = 5;
    private static final double SLOPE_WIDTH = 0.025;
    private static final int NEIGHBOURS = 20;

    /**
     * Levels that are asked for.
     *
     * @param currents thresholds of the current in A, with what they are called
     * @param sigmas multiples of the noise
     * @param charge in C; NaN where it is not known
     */
    record Levels(List<Level> currents, double sigmas, double charge) {
        Levels {
            currents = List.copyOf(currents);
        }
    }

    /**
     * A threshold.
     *
     * @param density in A/m2
     * @param amperes on the area
     */
    record Level(double density, double amperes) {}

    private final Rise rise;
    private final Windows windows;
    private final LineFit background;
    private final LineFit line;
    private final List<Onset> onsets = new ArrayList<>();
    private double inflection = Double.NaN;

    Reading(Rise rise, Windows windows, Levels levels) throws UndeterminedException {
        this.rise = rise;
        this.windows = windows;
        background = rise.line(windows.background());
        line = rise.line(windows.fit());
        regression();
        tangent();
        for (Level level : levels.currents()) {
            first(first(k -> rise.y(k) - level.amperes(), windows.background().low()))
                    .ifPresent(
                            x ->
                                    onsets.add(
                                            new Onset(
                                                    Method.THRESHOLD,
                                                    level.density(),
                                                    x,
                                                    crossingError(x))));
        }
        double limit = levels.sigmas() * scatter();
        if (limit > 0) {
            first(first(k -> excess(k) - limit, windows.background().low()))
                    .ifPresent(
                            x ->
                                    onsets.add(
                                            new Onset(
                                                    Method.NOISE,
                                                    levels.sigmas(),
                                                    x,
                                                    crossingError(x))));
        }
        derivative();
        charge(levels.charge());
    }

    // ---- methods

    private void regression() {
        if (line.slope() > 0) {
            add(Method.REGRESSION, line.root(), line.rootError());
        }
    }

    private void tangent() {
        double slope = line.slope() - background.slope();
        if (slope > 0) {
            double x = (background.intercept() - line.intercept()) / slope;
            add(
                    Method.TANGENT,
                    x,
                    Math.hypot(line.valueError(x), background.valueError(x)) / slope);
        }
    }

    private void derivative() {
        double[] x = rise.binX();
        double[] y = rise.binY();
        int half = Math.max(2, (int) Math.round(SLOPE_WIDTH * x.length));
        if (x.length < 4 * half) {
            return;
        }
        double[] slope = new double[x.length];
        int steepest = -1;
        for (int k = half; k < x.length - half; k++) {
            slope[k] = slope(x, y, k - half, k + half);
            if (x[k] >= windows.background().low()
                    && (steepest < 0 || slope[k] > slope[steepest])) {
                steepest = k;
            }
        }
        if (steepest < 0) {
            return;
        }
        inflection = x[steepest];
        double middle = (slope[steepest] + background.slope()) / 2;
        for (int k = steepest - 1; k >= half; k--) {
            if (slope[k] < middle) {
                double part = (middle - slope[k]) / (slope[k + 1] - slope[k]);
                add(
                        Method.DERIVATIVE,
                        x[k] + part * (x[k + 1] - x[k]),
                        derivativeError(x[k + 1] - x[k], 2 * half + 1, middle));
                return;
            }
        }
    }

    /**
     * Of the width of a bin, and of the noise of the slope: over the width of its line the slope
     * goes through twice what lies between it and the background's.
     */
    private double derivativeError(double bin, int bins, double middle) {
        double width = bins * bin;
        double points = (double) rise.size() / rise.binX().length * bins;
        double noise = scatter() * Math.sqrt(12 / points) / width;
        double change = 2 * (middle - background.slope()) / width;
        return Math.hypot(bin / Math.sqrt(12), noise / change);
    }

    private static double slope(double[] x, double[] y, int from, int to) {
        double mx = 0;
        double my = 0;
        int n = to - from + 1;
        for (int k = from; k <= to; k++) {
            mx += x[k] / n;
            my += y[k] / n;
        }
        double xx = 0;
        double xy = 0;
        for (int k = from; k <= to; k++) {
            xx += (x[k] - mx) * (x[k] - mx);
            xy += (x[k] - mx) * (y[k] - my);
        }
        return xy / xx;
    }

    private void charge(double limit) {
        if (!(limit > 0)) {
            return;
        }
        double sum = 0;
        int last = -1;
        double begun = 0;
        for (int k = 0; k < rise.size(); k++) {
            if (rise.x(k) < windows.background().high()) {
                continue;
            }
            if (last < 0) {
                begun = rise.t(k);
            } else {
                double step = (rise.t(k) - rise.t(last)) * (excess(k) + excess(last)) / 2;
                if (Double.isNaN(step)) {
                    return;
                }
                if (sum + step >= limit && step > 0) {
                    double x = rise.x(last) + (limit - sum) / step * (rise.x(k) - rise.x(last));
                    double perVolt = step / (rise.x(k) - rise.x(last));
                    double past = rise.t(k) - begun;
                    double error =
                            Math.hypot(
                                    background.valueError(x) * past,
                                    scatter() * Math.sqrt(past * (rise.t(k) - rise.t(last))));
                    add(Method.CHARGE, x, error / Math.abs(perVolt));
                    return;
                }
                sum += step;
            }
            last = k;
        }
    }

    private interface Beyond {
        double by(int k);
    }

    /** Index of the first of five points in a row beyond a limit; -1 if there are none. */
    private Optional<double[]> first(Beyond beyond, double from) {
        int run = 0;
        int before = -1;
        int needed = Math.min(IN_A_ROW, Math.max(2, rise.size() / 20));
        int start = -1;
        for (int k = 0; k < rise.size(); k++) {
            if (rise.x(k) < from) {
                continue;
            }
            if (beyond.by(k) > 0) {
                start = run == 0 ? k : start;
                if (++run == needed) {
                    return before < 0
                            ? Optional.empty()
                            : Optional.of(
                                    new double[] {
                                        rise.x(start - 1),
                                        beyond.by(start - 1),
                                        rise.x(start),
                                        beyond.by(start)
                                    });
                }
            } else {
                run = 0;
                before = k;
            }
        }
        return Optional.empty();
    }

    /** Between the last point within and the first beyond. */
    private static Optional<Double> first(Optional<double[]> pair) {
        return pair.map(
                p -> {
                    double part = p[3] > p[1] ? -p[1] / (p[3] - p[1]) : 1;
                    return p[0] + Math.clamp(part, 0, 1) * (p[2] - p[0]);
                });
    }

    /**
     * Standard error of where the current, which runs from one point to the next, passes a limit:
     * each of the two has the noise of the points about it, of potential and current together.
     */
    private double crossingError(double at) {
        int after = 0;
        while (after < rise.size() - 1 && rise.x(after) < at) {
            after++;
        }
        double part = 0;
        if (after > 0 && rise.x(after) > rise.x(after - 1)) {
            part = (at - rise.x(after - 1)) / (rise.x(after) - rise.x(after - 1));
        }
        double share = Math.hypot(part, 1 - part);
        return Math.min(1, share) * noiseNear(after) / slopeNear(at);
    }

    /** Standard deviation of the current about the line between its neighbours, in A. */
    private double noiseNear(int middle) {
        int from = Math.max(1, middle - NEIGHBOURS);
        int to = Math.min(rise.size() - 1, middle + NEIGHBOURS);
        double[] off = new double[Math.max(0, to - from)];
        int n = 0;
        for (int k = from; k < to; k++) {
            double a = (rise.x(k) - rise.x(k - 1)) / (rise.x(k + 1) - rise.x(k - 1));
            if (a > 0 && a < 1) {
                double between = (1 - a) * rise.y(k - 1) + a * rise.y(k + 1);
                off[n++] = (rise.y(k) - between) / Math.sqrt(1 + a * a + (1 - a) * (1 - a));
            }
        }
        double noise = Samples.robustStandardDeviation(Arrays.copyOf(off, n));
        return n < IN_A_ROW || !Double.isFinite(noise) ? scatter() : noise;
    }

    private double slopeNear(double at) {
        double[] x = rise.binX();
        double[] y = rise.binY();
        int k = 0;
        while (k < x.length - 1 && x[k] < at) {
            k++;
        }
        int from = Math.max(0, k - 2);
        int to = Math.min(x.length - 1, k + 2);
        return to - from < 2 ? Double.NaN : Math.abs(slope(x, y, from, to));
    }

    private void add(Method method, double x, double error) {
        if (Double.isFinite(x)) {
            onsets.add(new Onset(method, Double.NaN, x, error));
        }
    }

    private double excess(int k) {
        return rise.y(k) - background.valueAt(rise.x(k));
    }

    // ---- what was read

    /** Standard deviation of the background about its line, in A. */
    double scatter() {
        double s = background.residualStandardDeviation();
        return Double.isFinite(s) ? s : 0;
    }

    List<Onset> onsets() {
        return List.copyOf(onsets);
    }

    /** The onset of a method; of a threshold the first one. */
    Optional<Onset> onset(Method method) {
        return onsets.stream().filter(o -> o.method() == method).findFirst();
    }

    /** The same onset as another reading's. */
    Optional<Onset> same(Onset other) {
        return onsets.stream().filter(o -> o.isLike(other)).findFirst();
    }

    LineFit background() {
        return background;
    }

    LineFit line() {
        return line;
    }

    Windows windows() {
        return windows;
    }

    /** Where the current rises most steeply, over x; NaN where that is not to be told. */
    double inflection() {
        return inflection;
    }
}
