// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.kinetics;

import org.ionbench.analysis.stability.Lines;
import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.Column;
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The current of planar diffusion after a step of the potential, i = n F A C (D/(pi t))^(1/2) + i_b
 * (Cottrell 1903), as a line over t^(-1/2). Its intercept i_b is what does not diffuse; convection
 * and a finite layer bend the line at long times, the double layer at short ones.
 */
public final class CottrellAnalysis implements Analysis<CottrellSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.cottrell";

    private static final int FEWEST = 8;
    private static final double SKIPPED = 0.02;
    private static final int MOST_POINTS = 2000;

    @Override
    public Class<CottrellSettings> settings() {
        return CottrellSettings.class;
    }

    @Override
    public Need need() {
        return Need.eachRecording(Technique.CA);
    }

    @Override
    public List<String> references() {
        return List.of("Cottrell 1903, Z. Phys. Chem. 42, 385, doi 10.1515/zpch-1903-4229");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.recordings().size() != 1) {
            return Optional.of("One recording of a current after a step is needed.");
        }
        var table = inputs.recordings().getFirst().table();
        return table.column(QuantityKind.TIME).isPresent()
                        && table.column(QuantityKind.CURRENT).isPresent()
                ? Optional.empty()
                : Optional.of("The recording holds no currents over time.");
    }

    @Override
    public Report run(Context context, CottrellSettings s) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Recording recording = context.inputs().recordings().getFirst();
        context.progress().task("Diffusion current of " + recording.name(), 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        double[] t = recording.si(QuantityKind.TIME).orElseThrow();
        double[] i = recording.si(QuantityKind.CURRENT).orElseThrow();
        double zero = s.step() >= 0 ? s.step() : step(recording, t);
        double last = Arrays.stream(t).filter(Double::isFinite).max().orElse(Double.NaN) - zero;
        double low = Double.isInfinite(s.window().low()) ? SKIPPED * last : s.window().low();
        double[] x = new double[t.length];
        double[] y = new double[t.length];
        int n = 0;
        for (int k = 0; k < t.length; k++) {
            double since = t[k] - zero;
            if (since > 0 && since >= low && since <= s.window().high() && Double.isFinite(i[k])) {
                x[n] = 1 / Math.sqrt(since);
                y[n++] = i[k];
            }
        }
        if (n < FEWEST) {
            throw new AnalysisException(
                    "Only "
                            + n
                            + " points lie in the time window after the step at "
                            + NumberText.of(zero)
                            + " s; "
                            + FEWEST
                            + " or more are needed.");
        }
        double[] root = Arrays.copyOf(x, n);
        double[] current = Arrays.copyOf(y, n);
        LineFit line = Lines.through(root, current, "currents over t^(-1/2)");
        Report.Builder report = Report.builder();
        Optional<Quantity> area = Surroundings.area(context.inputs(), s.area());
        if (area.isPresent() && s.concentration() > 0) {
            report.quantity(diffusivity(line, s, area.get(), recording, context));
        } else {
            problems.add(
                    Problem.info(
                                    "stability.cottrell.unknown",
                                    "Without area and concentration there is no diffusion"
                                            + " coefficient, only the slope.")
                            .mend("Set area and concentration."));
        }
        report.quantity(
                Lines.with(
                        Quantity.of(
                                "current that does not diffuse",
                                "i_b",
                                line.intercept(),
                                Unit.of("A")),
                        line.interceptError(),
                        line,
                        context.source("line")));
        report.plot(plot(root, current, line));
        report.plot(overTime(root, current, line));
        report.text(
                "The current is "
                        + NumberText.of(line.slope(), "A s^(1/2)")
                        + " times t^(-1/2) and "
                        + NumberText.of(line.intercept(), "A")
                        + ", over "
                        + NumberText.of(1 / (root[0] * root[0]))
                        + " to "
                        + NumberText.of(1 / (root[n - 1] * root[n - 1]))
                        + " s after the step at "
                        + NumberText.of(zero)
                        + " s; coefficient of determination "
                        + NumberText.of(line.determination())
                        + ".");
        problems.forEach(report::problem);
        return report.build();
    }

    /** The time of the largest jump of the potential; without one, the start. */
    private static double step(Recording recording, double[] t) {
        Optional<double[]> e =
                recording
                        .table()
                        .column(QuantityKind.POTENTIAL)
                        .or(() -> recording.table().column(QuantityKind.CELL_VOLTAGE))
                        .map(Column::si);
        int at = 0;
        if (e.isPresent()) {
            double largest = 0.01;
            for (int k = 1; k < t.length; k++) {
                double jump = Math.abs(e.get()[k] - e.get()[k - 1]);
                if (jump > largest) {
                    largest = jump;
                    at = k;
                }
            }
        }
        if (at > 0) {
            return t[at - 1];
        }
        return t.length > 1 && t[0] >= t[1] - t[0] - 1e-9 ? t[0] - (t[1] - t[0]) : 0;
    }

    private static Quantity diffusivity(
            LineFit line, CottrellSettings s, Quantity area, Recording recording, Context context) {
        Unit unit = Unit.of("cm2/s");
        double d =
                unit.fromSi(
                        Kinetics.cottrell(
                                line.slope(), s.electrons(), area.si(), s.concentration() * 1e3));
        Quantity q =
                Surroundings.withTemperature(
                        Quantity.of("diffusion coefficient", "D", d, unit)
                                .withCondition("method", "Cottrell"),
                        recording);
        return Lines.with(
                Surroundings.withArea(q, area, -2),
                Math.abs(2 * d * line.slopeError() / line.slope()),
                line,
                context.source("slope"));
    }

    private static Plot plot(double[] root, double[] current, LineFit line) {
        double[] ends = {0, root[0]};
        return Plot.of(
                "cottrell",
                "Current against the inverse square root of time",
                Axis.linear("inverse-root", "t^(\u22121/2) / s^(\u22121/2)", "1"),
                Axis.linear("current", "i", "A"),
                List.of(
                        Series.measured("measured", 0, thinned(root), thinned(current)),
                        Series.fit(
                                "line",
                                1,
                                ends,
                                new double[] {line.valueAt(ends[0]), line.valueAt(ends[1])})));
    }

    private static Plot overTime(double[] root, double[] current, LineFit line) {
        double[] r = thinned(root);
        double[] t = Arrays.stream(r).map(v -> 1 / (v * v)).toArray();
        return Plot.of(
                "time",
                "Current against time since the step",
                Axis.logarithmic("time", "t", "s"),
                Axis.linear("current", "i", "A"),
                List.of(
                        Series.measured("measured", 0, t, thinned(current)),
                        Series.fit(
                                "line over t^(\u22121/2)",
                                1,
                                t.clone(),
                                Arrays.stream(r).map(line::valueAt).toArray())));
    }

    private static double[] thinned(double[] all) {
        int step = Math.ceilDiv(all.length, MOST_POINTS);
        double[] some = new double[Math.ceilDiv(all.length, step)];
        for (int k = 0; k < some.length; k++) {
            some[k] = all[k * step];
        }
        return some;
    }
}
