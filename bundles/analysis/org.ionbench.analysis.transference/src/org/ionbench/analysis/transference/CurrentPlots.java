// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import org.ionbench.api.analysis.Window;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;

import java.util.ArrayList;
import java.util.List;

/** The current of a polarisation over time, with what its tail was found to be. */
public final class CurrentPlots {
    private static final int LINE_POINTS = 201;
    private static final int DECAY_POINTS = 100;
    private static final int REST_POINTS = 40;

    private CurrentPlots() {}

    /**
     * Both on axes named {@code time}: logarithmic, where a power law is straight, and linear about
     * the tail.
     */
    public static List<Plot> of(Polarisation p, Tail tail) {
        Binned all = Binned.of(p, Window.ALL, DECAY_POINTS);
        return List.of(
                Plot.of(
                        "decay",
                        "Current after the step",
                        Axis.logarithmic("time", "Time from the step", "s"),
                        Axis.logarithmic("current", "Current", "A"),
                        series(all, p, tail, true)),
                Plot.of(
                        "rest",
                        "Current at rest",
                        Axis.linear("time", "Time from the step", "s"),
                        Axis.linear("current-linear", "Current", "A"),
                        tail(p, tail)));
    }

    private static List<Series> series(Binned all, Polarisation p, Tail tail, boolean positive) {
        List<double[]> inside = new ArrayList<>();
        List<double[]> outside = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            double[] point = {all.time()[i], all.current()[i]};
            if (!positive || point[1] > 0) {
                (tail.window().contains(point[0]) ? inside : outside).add(point);
            }
        }
        List<Series> series = new ArrayList<>();
        if (!outside.isEmpty()) {
            series.add(Series.excluded("not in the window", 0, x(outside), y(outside)));
        }
        series.add(Series.measured("mean currents", 0, x(inside), y(inside)));
        series.add(line(p, tail, positive));
        return series;
    }

    private static Series line(Polarisation p, Tail tail, boolean positive) {
        double low = Math.log(Math.max(tail.window().low(), p.time(0)));
        double high = Math.log(Math.min(tail.window().high(), p.duration()));
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < LINE_POINTS; k++) {
            double t = Math.exp(low + (high - low) * k / (LINE_POINTS - 1));
            double y = tail.at(t);
            if (!positive || y > 0) {
                points.add(new double[] {t, y});
            }
        }
        return Series.fit(tail.method().text(), 1, x(points), y(points));
    }

    private static List<Series> tail(Polarisation p, Tail tail) {
        double from = Math.max(tail.window().low(), 0.1 * p.duration());
        Binned late =
                Binned.of(
                        p,
                        new Window(Math.min(from, 0.9 * p.duration()), Double.MAX_VALUE),
                        REST_POINTS);
        double[] rest = {late.time()[0], late.time()[late.size() - 1]};
        double error = Double.isFinite(tail.error()) ? tail.error() : 0;
        double[] lower = {tail.current() - error, tail.current() - error};
        double[] upper = {tail.current() + error, tail.current() + error};
        double[] line = new double[late.size()];
        for (int i = 0; i < line.length; i++) {
            line[i] = tail.at(late.time()[i]);
        }
        List<Series> series = new ArrayList<>();
        series.add(Series.band("standard error by noise", 2, rest, lower, upper));
        series.add(
                Series.measured("mean currents", 0, late.time(), late.current())
                        .withErrors(late.error()));
        if (tail.method() != Tail.Method.MEAN) {
            series.add(Series.fit(tail.method().text(), 1, late.time().clone(), line));
        }
        double[] level = {tail.current(), tail.current()};
        series.add(Series.fit("current at rest", 2, rest.clone(), level));
        return series;
    }

    private static double[] x(List<double[]> points) {
        return points.stream().mapToDouble(a -> a[0]).toArray();
    }

    private static double[] y(List<double[]> points) {
        return points.stream().mapToDouble(a -> a[1]).toArray();
    }
}
