// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Rise;
import org.ionbench.api.analysis.Window;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two windows an onset is read from, over x of a {@link Rise}.
 *
 * <p>Found from the data like this. The background is the first stretch before the largest current
 * that is as flat as any: windows of 15 % of the way to the largest current are compared by the
 * spread of their medians, and all within 1.5 times the least spread (and the noise) that follow
 * one another are joined; the last half window is left out where two are left, for the foot of the
 * rise hides in its noise. The fit window is where the current beyond the background goes from 20 %
 * to 80 % of its largest value.
 *
 * @param background where only the background flows
 * @param fit where the rising current is a line
 */
record Windows(Window background, Window fit) {
    private static final double STRETCH = 0.15;
    private static final double FLAT = 1.5;
    private static final double LOWER = 0.2;
    private static final double UPPER = 0.8;
    private static final double[] STEPS = {-0.15, -0.075, 0, 0.075, 0.15};
    private static final double BACKGROUND_STEP = 0.25;
    private static final int FEWEST = 5;

    /** Standard deviations by which the largest current lies above the background continued. */
    private static final double SURE = 5;

    /** Those of the data; empty where no current of the right sign rises out of the background. */
    static Optional<Windows> of(Rise rise) {
        double[] x = rise.binX();
        double[] y = rise.binY();
        int peak = 0;
        for (int k = 1; k < y.length; k++) {
            peak = y[k] > y[peak] ? k : peak;
        }
        if (peak < 2 * FEWEST || !(y[peak] > 0)) {
            return Optional.empty();
        }
        double noise = rise.binNoise(0, peak);
        int width = Math.max(FEWEST - 2, (int) Math.round(STRETCH * peak));
        int[] flat = flat(y, peak, width, noise);
        if (flat[1] - flat[0] >= 2 * width) {
            flat[1] -= width / 2;
        }
        Window background = new Window(x[flat[0]], x[flat[1]]);
        LineFit line;
        try {
            line = rise.line(background);
        } catch (UndeterminedException e) {
            return Optional.empty();
        }
        double top = y[peak] - line.valueAt(x[peak]);
        double scatter = line.residualStandardDeviation();
        double least =
                Math.max(
                        Math.max(
                                SURE * Math.hypot(noise, line.valueError(x[peak])),
                                Double.isFinite(scatter) ? 3 * scatter : 0),
                        0.2 * Math.abs(line.valueAt(x[peak])));
        if (!(top > least)) {
            return Optional.empty();
        }
        int from = peak;
        while (from > flat[1] && y[from] - line.valueAt(x[from]) > LOWER * top) {
            from--;
        }
        int to = from;
        while (to < peak && y[to] - line.valueAt(x[to]) < UPPER * top) {
            to++;
        }
        Window fit = new Window(x[from], to > from ? x[to] : x[peak]);
        while (rise.count(fit) < FEWEST && (from > flat[1] || to < peak)) {
            from = Math.max(flat[1], from - 1);
            to = Math.min(peak, to + 1);
            fit = new Window(x[from], x[to]);
        }
        return Optional.of(new Windows(background, fit));
    }

    private static int[] flat(double[] y, int peak, int width, double noise) {
        int windows = peak - width;
        double[] spread = new double[windows];
        double least = Double.POSITIVE_INFINITY;
        for (int w = 0; w < windows; w++) {
            double low = y[w];
            double high = y[w];
            for (int k = w; k <= w + width; k++) {
                low = Math.min(low, y[k]);
                high = Math.max(high, y[k]);
            }
            spread[w] = high - low;
            least = Math.min(least, spread[w]);
        }
        int from = 0;
        while (spread[from] > FLAT * least + 2 * noise) {
            from++;
        }
        int to = from;
        while (to + 1 < windows && spread[to + 1] <= FLAT * least + 2 * noise) {
            to++;
        }
        return new int[] {from, to + width};
    }

    /**
     * These windows with sides that a user has set in their place.
     *
     * @param fitSet the fit window as set, over x
     * @param backgroundSet the background window as set, over x
     */
    Windows with(Window fitSet, Window backgroundSet) {
        return new Windows(joined(background, backgroundSet), joined(fit, fitSet));
    }

    private static Window joined(Window found, Window set) {
        double low = Double.isInfinite(set.low()) ? found.low() : set.low();
        double high = Double.isInfinite(set.high()) ? found.high() : set.high();
        if (low < high) {
            return new Window(low, high);
        }
        double width = found.high() - found.low();
        return Double.isInfinite(set.low())
                ? new Window(high - width, high)
                : new Window(low, low + width);
    }

    /** Neighbours of these whose ends lie up to 15 % of the fit window's width away. */
    List<Windows> shiftedFits(Rise rise) {
        List<Windows> all = new ArrayList<>();
        double w = fit.high() - fit.low();
        for (double a : STEPS) {
            for (double b : STEPS) {
                Window shifted =
                        new Window(
                                Math.max(fit.low() + a * w, rise.low()),
                                Math.min(fit.high() + b * w, rise.high() + 1e-9));
                all.add(new Windows(background, shifted));
            }
        }
        return all;
    }

    /** Neighbours of these with either end of the background drawn in by a quarter, or both. */
    List<Windows> shiftedBackgrounds() {
        double step = BACKGROUND_STEP * (background.high() - background.low());
        return List.of(
                new Windows(new Window(background.low() + step, background.high()), fit),
                new Windows(new Window(background.low(), background.high() - step), fit),
                new Windows(new Window(background.low() + step, background.high() - step), fit));
    }
}
