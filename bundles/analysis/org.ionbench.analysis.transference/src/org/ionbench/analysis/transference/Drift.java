// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import org.ionbench.api.analysis.Window;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.ErrorScale;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;

/**
 * How fast the current still changes at the end: the slope of a line through the last tenth of the
 * time.
 *
 * @param slope in A/s, negative for a current that falls
 * @param error its standard error
 * @param current the mean current in A
 */
public record Drift(double slope, double error, double current) {
    private static final double HOUR = 3600;
    private static final double SHARE = 0.9;

    /** Of the last tenth of a polarisation, or of what of it lies in a window. */
    public static Drift of(Polarisation p, Window window) {
        double high = Math.min(p.duration(), window.high());
        Binned data = Binned.of(p, new Window(high * SHARE, high * (1 + 1e-12)), Binned.MANY);
        try {
            LineFit line =
                    StraightLine.fitWithErrors(
                            data.time(), data.current(), data.error(), ErrorScale.KNOWN);
            double mean = line.valueAt((1 + SHARE) / 2 * high);
            return new Drift(line.slope(), line.slopeError(), mean);
        } catch (UndeterminedException e) {
            return new Drift(Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /** In A/h. */
    public double perHour() {
        return slope * HOUR;
    }

    /** Standard error in A/h. */
    public double errorPerHour() {
        return error * HOUR;
    }

    /**
     * Whether nothing is seen to change: the slope lies within its noise, or is smaller than a
     * share of the current in an hour.
     */
    public boolean isSteady(double shareAnHour) {
        return Math.abs(slope) <= 3 * error
                || Math.abs(perHour()) <= shareAnHour * Math.abs(current);
    }
}
