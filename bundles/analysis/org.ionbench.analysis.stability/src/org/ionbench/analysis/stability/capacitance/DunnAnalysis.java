// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import org.ionbench.analysis.stability.Rise;
import org.ionbench.analysis.stability.ScanRate;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.Distributions;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much of the current of cyclic scans is capacitive: at each potential i = k1 v + k2 v^(1/2)
 * over the scan rates, the share is the integral of |k1 v| over that of |i|. A peak that shifts
 * with the scan rate, an ohmic drop, or parts of opposite sign make the separation meaningless at
 * those potentials; how many there are is told.
 */
public final class DunnAnalysis implements Analysis<DunnSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.dunn";

    private static final double MANY = 0.1;
    private static final double MOST = 0.5;

    @Override
    public Class<DunnSettings> settings() {
        return DunnSettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.CV);
    }

    @Override
    public List<String> references() {
        return List.of("Wang et al. 2007, J. Phys. Chem. C 111, 14925, doi 10.1021/jp074464w");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return inputs.recordings().size() < 3
                ? Optional.of("Cyclic scans at three rates or more are needed.")
                : inputs.recordings().stream()
                        .flatMap(r -> Voltammogram.obstacle(r).stream())
                        .findFirst();
    }

    @Override
    public Report run(Context context, DunnSettings s) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        context.progress().task("Capacitive share of scans", 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        List<Sweep> sweeps =
                Sweep.of(
                        context.inputs().recordings(),
                        context.inputs().cell().flatMap(c -> c.area()),
                        problems);
        int rates = Sweep.rates(sweeps);
        if (rates < 3) {
            throw new AnalysisException(
                    "Whole cycles at three scan rates or more are needed; there are "
                            + rates
                            + ".");
        }
        double low = sweeps.stream().mapToDouble(Sweep::low).max().orElseThrow();
        double high = sweeps.stream().mapToDouble(Sweep::high).min().orElseThrow();
        double[] e = new double[s.points()];
        for (int k = 0; k < e.length; k++) {
            e[k] = low + (high - low) * k / (e.length - 1);
        }
        Shares[] up = shares(sweeps, e, true);
        Shares[] down = shares(sweeps, e, false);
        long odd = odd(up) + odd(down);
        if (odd > MOST * 2 * e.length) {
            throw new AnalysisException(
                    "The currents do not follow k1 v + k2 v^(1/2): at "
                            + odd
                            + " of "
                            + 2 * e.length
                            + " potentials the two parts have opposite signs, so there is no"
                            + " capacitive share. Take scans of one electrode whose peaks do not"
                            + " shift.");
        }
        if (odd > MANY * 2 * e.length) {
            problems.add(
                    Problem.warning(
                            "stability.dunn.signs",
                            "At "
                                    + odd
                                    + " of "
                                    + 2 * e.length
                                    + " potentials the two parts have opposite signs: the current"
                                    + " does not follow k1 v + k2 v^(1/2) there, as peaks shift or"
                                    + " the ohmic drop is large."));
        }
        Report.Builder report = Report.builder();
        List<List<Object>> rows = new ArrayList<>();
        double[] v = sweeps.stream().mapToDouble(Sweep::rate).toArray();
        double[] share = new double[v.length];
        double[] errors = errors(sweeps, e, v);
        for (int k = 0; k < v.length; k++) {
            share[k] = share(up, down, v[k]);
            Quantity q =
                    Quantity.of("capacitive share", "x_C", share[k], Unit.ONE)
                            .withKey("capacitive share " + k);
            double u = errors[k];
            if (u > 0) {
                double half = Distributions.coverageFactor(0.95, v.length - 1) * u;
                Interval interval =
                        new Interval(
                                Math.max(0, share[k] - half),
                                Math.min(1, Math.max(share[k], share[k] + half)));
                q =
                        q.withContribution(context.source("scans left out"), u)
                                .withInterval95(interval);
            }
            report.quantity(ScanRate.put(q, v[k]));
            rows.add(List.of(v[k] * 1e3, 100 * share[k], 100 * u));
        }
        double shown = v[nearest(v, s.rate())];
        report.plot(shares(sweeps.get(nearest(v, s.rate())), e, up, down, shown));
        report.plot(
                Plot.of(
                        "share",
                        "Capacitive share against scan rate",
                        Axis.logarithmic("rate", "v", "V/s"),
                        Axis.linear("share", "Capacitive share", "1"),
                        List.of(Series.measured("capacitive share", 0, v, share))));
        report.plot(CapacitanceAnalysis.scans(sweeps));
        report.table(
                new DataTable(
                        "Capacitive share",
                        List.of(
                                "Scan rate / mV/s",
                                "Capacitive share / %",
                                "Its standard uncertainty / %"),
                        rows));
        problems.forEach(report::problem);
        return report.build();
    }

    private static int nearest(double[] v, double rate) {
        int best = 0;
        for (int k = 1; k < v.length && rate > 0; k++) {
            best = Math.abs(v[k] - rate) < Math.abs(v[best] - rate) ? k : best;
        }
        return best;
    }

    private static Shares[] shares(List<Sweep> sweeps, double[] e, boolean rising) {
        double[] v = sweeps.stream().mapToDouble(Sweep::rate).toArray();
        Shares[] all = new Shares[e.length];
        for (int k = 0; k < e.length; k++) {
            double[] i = new double[v.length];
            for (int j = 0; j < v.length; j++) {
                Rise r = rising ? sweeps.get(j).up() : sweeps.get(j).down();
                i[j] = Sweep.at(r, e[k]);
            }
            all[k] = Shares.of(v, i);
        }
        return all;
    }

    /**
     * Standard errors of the shares at each rate by the jackknife: what leaving out one scan after
     * the other does, which holds noise and scans that do not follow the two parts alike.
     */
    private static double[] errors(List<Sweep> sweeps, double[] e, double[] rates) {
        int n = sweeps.size();
        double[][] without = new double[rates.length][n];
        for (int j = 0; j < n; j++) {
            List<Sweep> others = new ArrayList<>(sweeps);
            others.remove(j);
            Shares[] up = shares(others, e, true);
            Shares[] down = shares(others, e, false);
            for (int k = 0; k < rates.length; k++) {
                without[k][j] = share(up, down, rates[k]);
            }
        }
        return Arrays.stream(without)
                .mapToDouble(x -> (n - 1) / Math.sqrt(n) * Samples.standardDeviation(x))
                .map(u -> Double.isFinite(u) ? u : 0)
                .toArray();
    }

    private static double share(Shares[] up, Shares[] down, double rate) {
        double part = 0;
        double whole = 0;
        for (Shares[] side : List.of(up, down)) {
            for (Shares s : side) {
                part += Math.abs(s.capacitive(rate));
                whole += Math.abs(s.whole(rate));
            }
        }
        return part / whole;
    }

    private static long odd(Shares[] side) {
        return Arrays.stream(side).filter(s -> !s.isSensible()).count();
    }

    private static Plot shares(Sweep sweep, double[] e, Shares[] up, Shares[] down, double rate) {
        double[] low = new double[e.length];
        double[] high = new double[e.length];
        for (int k = 0; k < e.length; k++) {
            double a = up[k].capacitive(rate);
            double b = down[k].capacitive(rate);
            low[k] = Math.min(a, b);
            high[k] = Math.max(a, b);
        }
        return Plot.of(
                "capacitive",
                "Capacitive part of the current at " + NumberText.of(rate, "V/s"),
                Axis.linear("potential", "E", "V"),
                Axis.linear("current", "i", "A"),
                List.of(
                        Series.band("capacitive", 1, e, low, high),
                        Series.curve(
                                "rising",
                                0,
                                new Points.Inline(sweep.up().binX(), sweep.up().binY())),
                        Series.curve(
                                "falling",
                                0,
                                new Points.Inline(sweep.down().binX(), sweep.down().binY()))));
    }
}
