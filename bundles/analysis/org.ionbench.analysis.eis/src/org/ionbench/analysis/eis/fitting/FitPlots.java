// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.analysis.eis.Spectrum;
import org.ionbench.api.circuit.CircuitEvaluator;
import org.ionbench.api.circuit.FrequencyGrid;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The plots of a fitted spectrum: Nyquist, Bode modulus and phase, residuals. */
final class FitPlots {
    private static final int POINTS_A_DECADE = 40;
    private static final int MOST_POINTS = 2000;

    private final CircuitFit fit;
    private final Spectrum fitted;
    private final Spectrum excluded;
    private final String name;
    private final double[] frequency;
    private final double[] z;

    /**
     * @param fit the fit
     * @param excluded points that were not fitted
     * @param name of the measured points in legends
     */
    FitPlots(CircuitFit fit, Spectrum excluded, String name) {
        this.fit = fit;
        this.fitted = fit.spectrum();
        this.excluded = excluded;
        this.name = name;
        double low = Math.log10(fitted.lowestFrequency());
        double high = Math.log10(fitted.highestFrequency());
        int n = Math.clamp((long) Math.ceil(POINTS_A_DECADE * (high - low)) + 1, 2, MOST_POINTS);
        frequency = new double[n];
        for (int i = 0; i < n; i++) {
            frequency[i] = Math.pow(10, low + (high - low) * i / (n - 1));
        }
        z = CircuitEvaluator.of(fit.circuit(), FrequencyGrid.of(frequency)).impedance(fit.values());
    }

    List<Plot> plots() {
        return List.of(nyquist(), modulus(), phase(), residuals());
    }

    private Plot nyquist() {
        return Plot.of(
                        "nyquist",
                        "Nyquist plot with fit",
                        Axis.linear("re", "Re Z", "ohm"),
                        Axis.linear("im", "\u2212Im Z", "ohm"),
                        layers(Spectrum::re, (s, i) -> -s.im(i), i -> z[2 * i], i -> -z[2 * i + 1]))
                .withEqualAspect();
    }

    private Plot modulus() {
        return Plot.of(
                "bode-modulus",
                "Modulus of the impedance with fit",
                frequencyAxis(),
                Axis.logarithmic("modulus", "|Z|", "ohm"),
                layers(
                        Spectrum::frequency,
                        (s, i) -> Math.hypot(s.re(i), s.im(i)),
                        i -> frequency[i],
                        i -> Math.hypot(z[2 * i], z[2 * i + 1])));
    }

    private Plot phase() {
        return Plot.of(
                "bode-phase",
                "Phase of the impedance with fit",
                frequencyAxis(),
                Axis.linear("phase", "\u2212Phase", "deg"),
                layers(
                        Spectrum::frequency,
                        (s, i) -> -Math.toDegrees(Math.atan2(s.im(i), s.re(i))),
                        i -> frequency[i],
                        i -> -Math.toDegrees(Math.atan2(z[2 * i + 1], z[2 * i]))));
    }

    private Plot residuals() {
        double[] model = CircuitEvaluator.of(fit.circuit(), fitted.grid()).impedance(fit.values());
        double[] x = values(fitted.size(), fitted::frequency);
        double[] re =
                values(fitted.size(), i -> 100 * (fitted.re(i) - model[2 * i]) / fitted.modulus(i));
        double[] im =
                values(
                        fitted.size(),
                        i -> 100 * (fitted.im(i) - model[2 * i + 1]) / fitted.modulus(i));
        return Plot.of(
                "residuals",
                "Residuals of the fit relative to |Z|",
                frequencyAxis(),
                Axis.linear("residual", "Residual", "%"),
                List.of(
                        Series.fit("", 2, zeroLine(), new double[2]),
                        Series.measured("Re Z", 0, x, re).withRows(rows(fitted)),
                        Series.measured("Im Z", 1, x.clone(), im).withRows(rows(fitted))));
    }

    /** As far as the spectrum was measured, so that this plot has the window of the others. */
    private double[] zeroLine() {
        double low = fitted.lowestFrequency();
        double high = fitted.highestFrequency();
        return excluded.size() == 0
                ? new double[] {low, high}
                : new double[] {
                    Math.min(low, excluded.lowestFrequency()),
                    Math.max(high, excluded.highestFrequency())
                };
    }

    private static Axis frequencyAxis() {
        return Axis.logarithmic("frequency", "Frequency", "Hz");
    }

    private interface Coordinate {
        double of(Spectrum s, int i);
    }

    private List<Series> layers(
            Coordinate x, Coordinate y, IntToDoubleFunction fitX, IntToDoubleFunction fitY) {
        List<Series> layers = new ArrayList<>();
        if (excluded.size() > 0) {
            layers.add(
                    points(
                            excluded,
                            Series.excluded("left out", 0, xs(excluded, x), xs(excluded, y))));
        }
        layers.add(points(fitted, Series.measured(name, 0, xs(fitted, x), xs(fitted, y))));
        layers.add(
                Series.fit(
                        fit.circuit().code(),
                        0,
                        values(frequency.length, fitX),
                        values(frequency.length, fitY)));
        return layers;
    }

    private static Series points(Spectrum s, Series series) {
        return series.withRows(rows(s))
                .withLabels("Frequency / Hz", values(s.size(), s::frequency));
    }

    private static double[] xs(Spectrum s, Coordinate c) {
        return values(s.size(), i -> c.of(s, i));
    }

    private static double[] values(int n, IntToDoubleFunction f) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = f.applyAsDouble(i);
        }
        return v;
    }

    private static int[] rows(Spectrum s) {
        int[] rows = new int[s.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = s.row(i);
        }
        return rows;
    }
}
