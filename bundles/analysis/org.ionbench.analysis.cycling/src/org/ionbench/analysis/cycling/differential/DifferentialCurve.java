// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.differential;

import org.ionbench.analysis.cycling.Course;
import org.ionbench.analysis.cycling.differential.DifferentialSettings.Smoothing;
import org.ionbench.numerics.interpolation.LinearInterpolation;
import org.ionbench.numerics.smoothing.SavitzkyGolay;
import org.ionbench.numerics.smoothing.SmoothingSpline;

import java.util.Arrays;
import java.util.Optional;

/**
 * The derivative of one quantity by another, of one half cycle.
 *
 * <p>The abscissa is made monotonic first: rows at which it does not go beyond all rows before are
 * joined to the last that did, their ordinates averaged. Ordinates are then interpolated to even
 * spacing, smoothed and differentiated.
 *
 * @param x evenly spaced
 * @param slope of the ordinate
 */
record DifferentialCurve(double[] x, double[] slope) {
    private static final int FEWEST = 8;
    private static final int MOST = 20_000;

    /** dQ/dV in C/V over V; empty where there is too little of it. */
    static Optional<DifferentialCurve> capacity(Course course, DifferentialSettings settings) {
        return of(
                course.voltage(),
                course.charge(),
                settings.grid() / 1000,
                settings.window() / 1000,
                settings);
    }

    /** dV/dQ in V/C over Q, smoothed over the share of the charge the window is of the voltage. */
    static Optional<DifferentialCurve> voltage(Course course, DifferentialSettings settings) {
        if (course.rows() < FEWEST) {
            return Optional.empty();
        }
        double lowest = Arrays.stream(course.voltage()).min().orElseThrow();
        double highest = Arrays.stream(course.voltage()).max().orElseThrow();
        double whole = course.charge()[course.rows() - 1];
        double scale = whole / (highest - lowest) / 1000;
        return scale > 0 && Double.isFinite(scale)
                ? of(
                        course.charge(),
                        course.voltage(),
                        settings.grid() * scale,
                        settings.window() * scale,
                        settings)
                : Optional.empty();
    }

    private static Optional<DifferentialCurve> of(
            double[] abscissa,
            double[] ordinate,
            double wanted,
            double window,
            DifferentialSettings settings) {
        double[][] rising = rising(abscissa, ordinate);
        double[] x = rising[0];
        int n = x.length;
        if (n < FEWEST) {
            return Optional.empty();
        }
        double span = x[n - 1] - x[0];
        int points = (int) Math.min(MOST, Math.floor(span / wanted) + 1);
        if (points < FEWEST) {
            return Optional.empty();
        }
        double spacing = span / (points - 1);
        double[] even = new double[points];
        for (int k = 0; k < points; k++) {
            even[k] = k == points - 1 ? x[n - 1] : x[0] + k * spacing;
        }
        LinearInterpolation line = LinearInterpolation.through(x, rising[1]);
        double[] y = Arrays.stream(even).map(line::valueAt).toArray();
        double[] slope = slope(even, y, spacing, window, settings);
        if (abscissa[abscissa.length - 1] < abscissa[0]) {
            for (int k = 0; k < points; k++) {
                even[k] = -even[k];
                slope[k] = -slope[k];
            }
        }
        return Optional.of(new DifferentialCurve(even, slope));
    }

    private static double[] slope(
            double[] x, double[] y, double spacing, double window, DifferentialSettings settings) {
        int points = x.length;
        if (settings.smoothing() == Smoothing.SPLINE) {
            double lambda = Math.pow(window / (2 * Math.PI), 4) / spacing;
            SmoothingSpline spline = SmoothingSpline.fit(x, y, lambda);
            return Arrays.stream(x).map(spline::slopeAt).toArray();
        }
        boolean isPlain = settings.smoothing() == Smoothing.NONE;
        int order = isPlain ? 1 : settings.order();
        int half = isPlain ? 1 : (int) Math.round(window / spacing / 2);
        int least = (order + 2) / 2;
        int most = (points - 1) / 2;
        return SavitzkyGolay.of(Math.clamp(half, Math.min(least, most), most), order)
                .derivative(y, spacing, 1);
    }

    /** Abscissae that rise strictly (turned round if they fall), with mean ordinates. */
    private static double[][] rising(double[] abscissa, double[] ordinate) {
        int n = abscissa.length;
        double sign = n > 0 && abscissa[n - 1] < abscissa[0] ? -1 : 1;
        double[] x = new double[n];
        double[] y = new double[n];
        int[] joined = new int[n];
        int count = 0;
        for (int k = 0; k < n; k++) {
            double at = sign * abscissa[k];
            if (count == 0 || at > x[count - 1]) {
                x[count] = at;
                count++;
            }
            y[count - 1] += ordinate[k];
            joined[count - 1]++;
        }
        for (int k = 0; k < count; k++) {
            y[k] /= joined[k];
        }
        return new double[][] {Arrays.copyOf(x, count), Arrays.copyOf(y, count)};
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DifferentialCurve c
                && Arrays.equals(x, c.x)
                && Arrays.equals(slope, c.slope);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slope);
    }
}
