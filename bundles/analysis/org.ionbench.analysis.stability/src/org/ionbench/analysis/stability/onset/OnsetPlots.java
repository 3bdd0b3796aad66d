// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Conditions;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The plots of an onset: the scan with its lines and ribbons, the background magnified, and how the
 * onset moves with the window.
 */
final class OnsetPlots {
    private static final int MOST_CYCLES = 6;
    private static final int MOST_POINTS = 3000;
    private static final int LINE = 41;
    private static final int[] CYCLE_GROUPS = {0, 2, 3, 5, 6, 7};
    private static final int LINE_GROUP = 1;
    private static final int OTHERS_GROUP = 4;

    private final Voltammogram scan;
    private final Search search;
    private final Conditions conditions;
    private final double ohms;
    private final double scale;

    OnsetPlots(Voltammogram scan, Search search, Conditions conditions, double ohms) {
        this.scan = scan;
        this.search = search;
        this.conditions = conditions;
        this.ohms = ohms;
        scale = conditions.area().map(Quantity::si).map(a -> 1e-4 / a).orElse(1.);
    }

    List<Plot> of(Side side, Optional<Onset> chosen) {
        List<Plot> plots = new ArrayList<>();
        plots.add(onset(side, chosen));
        plots.add(background(side));
        if (chosen.isPresent()) {
            sensitivity(side, chosen.get()).ifPresent(plots::add);
        }
        return plots;
    }

    Plot scanAlone() {
        return Plot.of(
                "scan",
                "Current against potential",
                potentialAxis("potential"),
                currentAxis(),
                cycles(search.settings().cycle()));
    }

    private Axis potentialAxis(String id) {
        return Axis.linear(id, conditions.reported().axis(), "V");
    }

    private Axis currentAxis() {
        return conditions.area().isPresent()
                ? Axis.linear("current", "j", "A/cm2")
                : Axis.linear("current", "I", "A");
    }

    private static String id(Side side, String id) {
        return side.rise().isOxidation() ? id : "reduction-" + id;
    }

    // ---- the scan

    private List<Series> cycles(int read) {
        List<Integer> all = scan.cycles();
        List<Series> series = new ArrayList<>();
        int group = 0;
        for (int c = 0; c < all.size(); c++) {
            boolean isShown =
                    all.size() <= MOST_CYCLES
                            || c < MOST_CYCLES / 2
                            || c >= all.size() - MOST_CYCLES / 2
                            || all.get(c) == read;
            if (isShown) {
                List<Branch> branches = scan.cycle(all.get(c));
                series.add(
                        curve(
                                "cycle " + all.get(c),
                                CYCLE_GROUPS[Math.min(group++, CYCLE_GROUPS.length - 1)],
                                branches.getFirst().from(),
                                branches.getLast().to()));
            }
        }
        return series;
    }

    private Series curve(String name, int group, int from, int to) {
        int step = Math.ceilDiv(Math.max(1, to - from), MOST_POINTS);
        int n = Math.ceilDiv(to - from, step);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int p = 0; p < n; p++) {
            int a = from + p * step;
            int b = Math.min(to, a + step);
            for (int k = a; k < b; k++) {
                x[p] += (scan.potential(k) + conditions.shift() - ohms * scan.current(k)) / (b - a);
                y[p] += scale * scan.current(k) / (b - a);
            }
        }
        return Series.curve(name, group, new Points.Inline(x, y));
    }

    private Plot onset(Side side, Optional<Onset> chosen) {
        Rise rise = side.rise();
        Reading reading = side.reading();
        LineFit line = reading.line();
        Window fit = reading.windows().fit();
        double top = reading.line().valueAt(fit.high());
        List<Series> series = new ArrayList<>();
        spread(side, top).ifPresent(series::add);
        ribbon(side).ifPresent(series::add);
        series.addAll(cycles(side.branch().cycle()));
        double foot = Math.min(line.slope() > 0 ? line.root() : fit.low(), fit.low());
        series.add(
                line(
                        "line over the fit window",
                        LINE_GROUP,
                        rise,
                        Math.max(foot, rise.low()),
                        fit.high(),
                        line::valueAt));
        series.add(
                line(
                        "background",
                        OTHERS_GROUP,
                        rise,
                        reading.windows().background().low(),
                        Math.max(fit.low(), reading.windows().background().high()),
                        reading.background()::valueAt));
        List<Onset> others = new ArrayList<>(reading.onsets());
        chosen.ifPresent(others::remove);
        if (!others.isEmpty()) {
            series.add(marks("other methods", OTHERS_GROUP, side, others));
        }
        chosen.ifPresent(
                o ->
                        series.add(
                                marks(
                                        "onset by " + OnsetFindings.label(o),
                                        LINE_GROUP,
                                        side,
                                        List.of(o))));
        return Plot.of(
                id(side, "onset"),
                "Current against potential with the onset of " + rise.name(),
                potentialAxis(id(side, "potential")),
                currentAxis(),
                series);
    }

    private double current(Rise rise, double y) {
        return rise.isOxidation() ? scale * y : -scale * y;
    }

    private Series marks(String name, int group, Side side, List<Onset> onsets) {
        double[] x = new double[onsets.size()];
        double[] y = new double[onsets.size()];
        for (int k = 0; k < x.length; k++) {
            Onset o = onsets.get(k);
            x[k] = side.rise().potential(o.x());
            double at =
                    switch (o.method()) {
                        case REGRESSION -> 0;
                        case TANGENT -> side.reading().background().valueAt(o.x());
                        default -> measured(side.rise(), o.x());
                    };
            y[k] = current(side.rise(), at);
        }
        return Series.measured(name, group, x, y);
    }

    private static double measured(Rise rise, double at) {
        double[] x = rise.binX();
        double[] y = rise.binY();
        int k = 0;
        while (k < x.length - 1 && x[k] < at) {
            k++;
        }
        return y[k];
    }

    private Series line(
            String name, int group, Rise rise, double from, double to, DoubleUnaryOperator of) {
        double[] x = new double[LINE];
        double[] y = new double[LINE];
        for (int k = 0; k < LINE; k++) {
            double at = from + (to - from) * k / (LINE - 1);
            x[k] = rise.potential(at);
            y[k] = current(rise, of.applyAsDouble(at));
        }
        return Series.fit(name, group, x, y);
    }

    /** From the first to the last onset of all methods, as high as the line. */
    private Optional<Series> spread(Side side, double top) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Onset o : side.reading().onsets()) {
            low = Math.min(low, o.x());
            high = Math.max(high, o.x());
        }
        if (!(high > low)) {
            return Optional.empty();
        }
        double[] x = {side.rise().potential(low), side.rise().potential(high)};
        double edge = current(side.rise(), top);
        double[] zero = new double[2];
        double[] edges = {edge, edge};
        return Optional.of(
                side.rise().isOxidation()
                        ? Series.band("all methods", OTHERS_GROUP, x, zero, edges)
                        : Series.band("all methods", OTHERS_GROUP, x, edges, zero));
    }

    /** Between the outermost of the lines over shifted windows. */
    private Optional<Series> ribbon(Side side) {
        List<LineFit> lines =
                side.others().stream().map(Reading::line).filter(l -> l.slope() > 0).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        double from = lines.stream().mapToDouble(LineFit::root).min().orElseThrow();
        double to = side.reading().windows().fit().high();
        from = Math.max(from, side.rise().low());
        if (!(to > from)) {
            return Optional.empty();
        }
        double[] x = new double[LINE];
        double[] lower = new double[LINE];
        double[] upper = new double[LINE];
        for (int k = 0; k < LINE; k++) {
            double at = from + (to - from) * k / (LINE - 1);
            x[k] = side.rise().potential(at);
            double least = lines.stream().mapToDouble(l -> l.valueAt(at)).min().orElseThrow();
            double most = lines.stream().mapToDouble(l -> l.valueAt(at)).max().orElseThrow();
            double a = current(side.rise(), Math.max(0, least));
            double b = current(side.rise(), Math.max(0, most));
            lower[k] = Math.min(a, b);
            upper[k] = Math.max(a, b);
        }
        return Optional.of(Series.band("other windows", LINE_GROUP, x, lower, upper));
    }

    // ---- the background

    private Plot background(Side side) {
        Rise rise = side.rise();
        Reading reading = side.reading();
        Window w = reading.windows().background();
        LineFit line = reading.background();
        double limit =
                Math.max(
                        10 * reading.scatter(),
                        0.03 * reading.line().valueAt(reading.windows().fit().high()));
        double[] x = new double[rise.size()];
        double[] y = new double[rise.size()];
        int n = 0;
        int step = Math.ceilDiv(rise.size(), MOST_POINTS);
        for (int k = 0; k < rise.size(); k += step) {
            if (Math.abs(rise.y(k) - line.valueAt(rise.x(k))) < limit) {
                x[n] = rise.potential(rise.x(k));
                y[n++] = current(rise, rise.y(k));
            }
        }
        double low = rise.low();
        double high = Math.max(w.high(), reading.windows().fit().low());
        List<Series> series = new ArrayList<>();
        series.add(noise(rise, low, high, line, search.settings().sigmas() * reading.scatter()));
        series.add(
                Series.measured(
                        "cycle " + side.branch().cycle(),
                        0,
                        Arrays.copyOf(x, n),
                        Arrays.copyOf(y, n)));
        series.add(line("background", OTHERS_GROUP, rise, w.low(), high, line::valueAt));
        return Plot.of(
                id(side, "background"),
                "Background before the " + rise.name() + ", magnified",
                potentialAxis(id(side, "potential")),
                currentAxis(),
                series);
    }

    private Series noise(Rise rise, double low, double high, LineFit line, double half) {
        double[] x = {rise.potential(low), rise.potential(high)};
        double[] a = new double[2];
        double[] b = new double[2];
        for (int k = 0; k < 2; k++) {
            double at = line.valueAt(rise.potential(x[k]));
            double one = current(rise, at - half);
            double other = current(rise, at + half);
            a[k] = Math.min(one, other);
            b[k] = Math.max(one, other);
        }
        return Series.band("noise", OTHERS_GROUP, x, a, b);
    }

    // ---- how the onset moves with the window

    private Optional<Plot> sensitivity(Side side, Onset chosen) {
        Rise rise = side.rise();
        record Point(double edge, double onset) {}
        List<Point> points =
                side.others().stream()
                        .flatMap(
                                r ->
                                        r
                                                .same(chosen)
                                                .map(
                                                        o ->
                                                                new Point(
                                                                        rise.potential(
                                                                                r.windows()
                                                                                        .fit()
                                                                                        .low()),
                                                                        rise.potential(o.x())))
                                                .stream())
                        .toList();
        double[] edges = points.stream().mapToDouble(Point::edge).distinct().sorted().toArray();
        if (edges.length < 2) {
            return Optional.empty();
        }
        double[] low = new double[edges.length];
        double[] high = new double[edges.length];
        double[] middle = new double[edges.length];
        for (int k = 0; k < edges.length; k++) {
            double edge = edges[k];
            double[] at =
                    points.stream()
                            .filter(p -> p.edge() == edge)
                            .mapToDouble(Point::onset)
                            .sorted()
                            .toArray();
            low[k] = at[0];
            high[k] = at[at.length - 1];
            middle[k] = at[at.length / 2];
        }
        return Optional.of(
                Plot.of(
                        id(side, "sensitivity"),
                        "Onset against the near end of the fit window",
                        Axis.linear(
                                id(side, "window-end"),
                                rise.isOxidation()
                                        ? "Lower end of the fit window"
                                        : "Upper end of the fit window",
                                "V"),
                        Axis.linear(id(side, "onset-potential"), "E_onset", "V"),
                        List.of(
                                Series.band("other far ends", 0, edges, low, high),
                                Series.fit("middle of them", 0, edges.clone(), middle))));
    }
}
