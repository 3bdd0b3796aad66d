// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import org.ionbench.analysis.stability.Lines;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The capacitance of the double layer from cyclic scans at several rates: half the difference of
 * the currents of the rising and the falling branch, over potentials without a reaction, is C v.
 * From it the electrochemically active area C/C_s and the roughness. C_s of the material is an
 * assumption and the largest part of the uncertainty, which this does not hold.
 */
public final class CapacitanceAnalysis implements Analysis<CapacitanceSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.capacitance";

    private static final int GRID = 41;
    private static final double LARGE_INTERCEPT = 0.1;

    @Override
    public Class<CapacitanceSettings> settings() {
        return CapacitanceSettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.CV);
    }

    @Override
    public List<String> references() {
        return List.of(
                "McCrory et al. 2013, J. Am. Chem. Soc. 135, 16977, doi 10.1021/ja407115p",
                "Trasatti and Petrii 1991, Pure Appl. Chem. 63, 711, doi 10.1351/pac199163050711");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return inputs.recordings().size() < 2
                ? Optional.of("Cyclic scans at two rates or more are needed.")
                : inputs.recordings().stream()
                        .flatMap(r -> Voltammogram.obstacle(r).stream())
                        .findFirst();
    }

    @Override
    public Report run(Context context, CapacitanceSettings s) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        context.progress().task("Capacitance from scans", 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        Optional<Quantity> area = Surroundings.area(context.inputs(), s.area());
        List<Sweep> sweeps = Sweep.of(context.inputs().recordings(), area, problems);
        if (Sweep.rates(sweeps) < 2) {
            throw new AnalysisException(
                    "Whole cycles at two scan rates or more are needed; there are "
                            + Sweep.rates(sweeps)
                            + ".");
        }
        Window window = window(sweeps, s.window());
        double[] v = sweeps.stream().mapToDouble(Sweep::rate).toArray();
        double[] half = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            half[k] = half(sweeps.get(k), window);
        }
        LineFit line = Lines.through(v, half, "currents over the scan rate");
        String source = context.source("capacitance");
        Report.Builder report = Report.builder();
        Quantity c = Quantity.of("double-layer capacitance", "C_dl", line.slope(), Unit.of("F"));
        report.quantity(Lines.with(c, line.slopeError(), line, source));
        double specific = Unit.of("uF/cm2").toSi(s.specific());
        Quantity active =
                Quantity.of(
                                "electrochemically active area",
                                "ECSA",
                                Unit.of("cm2").fromSi(line.slope() / specific),
                                Unit.of("cm2"))
                        .withCondition(
                                "specific capacitance", NumberText.of(s.specific()) + " uF/cm2");
        report.quantity(
                Lines.with(
                        active,
                        Math.abs(active.value() * line.slopeError() / line.slope()),
                        line,
                        source));
        if (area.isPresent()) {
            Quantity rough =
                    Surroundings.withArea(
                            Quantity.of(
                                    "roughness factor",
                                    "RF",
                                    active.si() / area.get().si(),
                                    Unit.ONE),
                            area.get(),
                            -1);
            report.quantity(
                    Lines.with(
                            rough,
                            Math.abs(rough.value() * line.slopeError() / line.slope()),
                            line,
                            source));
        }
        if (line.slope() <= 0) {
            problems.add(
                    Problem.warning(
                            "stability.capacitance.negative",
                            "The current does not grow with the scan rate, so what flows at these"
                                    + " potentials is no double layer."));
        }
        double left = Math.abs(line.intercept()) / Math.abs(half[half.length - 1]);
        if (left > LARGE_INTERCEPT) {
            problems.add(
                    Problem.warning(
                                    "stability.capacitance.reaction",
                                    "At no scan rate the line keeps "
                                            + NumberText.percent(left)
                                            + " of its largest current: a reaction flows at these"
                                            + " potentials, and the slope is not the double"
                                            + " layer's alone.")
                            .mend("Choose potentials without a reaction."));
        }
        report.plot(overRate(v, half, line));
        report.plot(scans(sweeps));
        report.text(
                "Half the difference of the branches, averaged over "
                        + NumberText.of(window.low())
                        + " to "
                        + NumberText.of(window.high())
                        + " V, over "
                        + v.length
                        + " scan rates; the area rests on "
                        + NumberText.of(s.specific())
                        + " uF/cm2 for a smooth surface.");
        problems.forEach(report::problem);
        return report.build();
    }

    private static Window window(List<Sweep> sweeps, Window set) throws AnalysisException {
        double low = sweeps.stream().mapToDouble(Sweep::low).max().orElseThrow();
        double high = sweeps.stream().mapToDouble(Sweep::high).min().orElseThrow();
        double from = Double.isInfinite(set.low()) ? low + 0.4 * (high - low) : set.low();
        double to = Double.isInfinite(set.high()) ? high - 0.4 * (high - low) : set.high();
        if (!(from < to) || from < low || to > high) {
            throw new AnalysisException(
                    "The potentials "
                            + NumberText.of(from)
                            + " to "
                            + NumberText.of(to)
                            + " V do not lie within what all scans share, "
                            + NumberText.of(low)
                            + " to "
                            + NumberText.of(high)
                            + " V.");
        }
        return new Window(from, to);
    }

    private static double half(Sweep s, Window window) {
        double[] d = new double[GRID];
        for (int k = 0; k < GRID; k++) {
            double e = window.low() + (window.high() - window.low()) * k / (GRID - 1);
            d[k] = (Sweep.at(s.up(), e) - Sweep.at(s.down(), e)) / 2;
        }
        return Samples.mean(d);
    }

    private static Plot overRate(double[] v, double[] half, LineFit line) {
        double[] ends = {0, v[v.length - 1]};
        return Plot.of(
                "capacitance",
                "Half the difference of the branches against the scan rate",
                Axis.linear("rate", "v", "V/s"),
                Axis.linear("current", "\u0394i/2", "A"),
                List.of(
                        Series.fit(
                                "line",
                                0,
                                ends,
                                new double[] {line.valueAt(0), line.valueAt(ends[1])}),
                        Series.measured("measured", 0, v, half)));
    }

    static Plot scans(List<Sweep> sweeps) {
        List<Series> series = new ArrayList<>();
        int group = 0;
        for (Sweep s : sweeps) {
            String name = NumberText.of(s.rate(), "V/s");
            series.add(curve(name, group, s.up()));
            series.add(curve(name + ", falling", group++, s.down()));
        }
        return Plot.of(
                "scans",
                "Current against potential at all scan rates",
                Axis.linear("potential", "E", "V"),
                Axis.linear("current", "i", "A"),
                series);
    }

    private static Series curve(String name, int group, Rise rise) {
        return Series.curve(name, group, new Points.Inline(rise.binX(), rise.binY()));
    }
}
