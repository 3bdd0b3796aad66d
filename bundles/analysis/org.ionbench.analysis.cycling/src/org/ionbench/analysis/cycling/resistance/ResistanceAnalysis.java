// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.resistance;

import org.ionbench.analysis.cycling.Accuracy;
import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Course;
import org.ionbench.analysis.cycling.Cycle;
import org.ionbench.analysis.cycling.CyclerColumns;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Temperatures;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resistance from switches of the current: (V(t) - V_before) / (I - I_before) at a stated time t,
 * and without diffusion, from the line over the root of time laid through a window and read at time
 * zero (intermittent current interruption, Chien et al., Nat. Commun. 14 (2023) 2289, doi
 * 10.1038/s41467-023-37989-6). The slope of that line is the diffusion's part, in ohm s^-1/2.
 */
public final class ResistanceAnalysis implements Analysis<ResistanceSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.cycling.resistance";

    private static final int DRAWN = 12;

    @Override
    public Class<ResistanceSettings> settings() {
        return ResistanceSettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.CYCLING, Technique.GITT, Technique.CP);
    }

    @Override
    public List<String> references() {
        return List.of("Chien et al. 2023, Nat. Commun. 14, 2289, doi 10.1038/s41467-023-37989-6");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return CyclerColumns.obstacleWithVoltage(
                inputs, "A pulse resistance needs a recording of a cycler.");
    }

    @Override
    public Report run(Context context, ResistanceSettings settings) throws AnalysisException {
        Counting counting =
                Counting.of(context.inputs(), Counting.Options.AUTO, context.progress());
        Accuracy accuracy = new Accuracy();
        Temperatures temperatures = Temperatures.of(counting, context.inputs());
        double greatest = counting.steps().stream().mapToDouble(Step::current).max().orElse(0);
        List<List<Object>> rows = new ArrayList<>();
        List<Series> drawn = new ArrayList<>();
        Report.Builder report = Report.builder();
        int number = 0;
        int late = 0;
        Map<Step, Cycle> cycles = new IdentityHashMap<>();
        counting.cycles().forEach(c -> c.steps().forEach(s -> cycles.put(s, c)));
        for (int k = 1; k < counting.steps().size(); k++) {
            context.progress().checkCancelled();
            Step last = counting.steps().get(k - 1);
            Step next = counting.steps().get(k);
            Cycle cycle = cycles.get(next);
            if (cycle == null
                    || last.recording() != next.recording()
                    || !isWanted(last, next, settings)) {
                continue;
            }
            Course earlier = Course.of(counting.recordings(), List.of(last));
            Course later = Course.of(counting.recordings(), List.of(next));
            if (earlier.rows() == 0 || later.rows() == 0) {
                continue;
            }
            Pulse pulse = Pulse.of(earlier, later);
            if (!(Math.abs(pulse.change()) > settings.leastChange() * greatest)) {
                continue;
            }
            double r = pulse.resistanceAt(settings.time());
            Optional<LineFit> line = pulse.rootLine(settings.window());
            late += Double.isNaN(r) ? 1 : 0;
            if (Double.isNaN(r) && line.isEmpty()) {
                continue;
            }
            number++;
            findings(number, cycle, r, line, settings, context).stream()
                    .map(q -> accuracy.note(temperatures.with(q, next)))
                    .forEach(report::quantity);
            rows.add(row(number, cycle, next, pulse, r, line));
            if (drawn.size() < 2 * DRAWN) {
                draw(number, pulse, line, settings, drawn);
            }
        }
        if (rows.isEmpty()) {
            throw new AnalysisException(
                    "No switch of the current has rows at "
                            + NumberText.of(settings.time())
                            + " s after it: choose another time or other switches.");
        }
        report.plot(
                Plot.of(
                        "pulses",
                        "Change of the voltage over that of the current, after the switch",
                        Axis.linear("root-time", "\u221at in s^1/2", "1"),
                        Axis.linear("resistance", "\u0394V/\u0394I", "ohm"),
                        drawn));
        report.plot(over(rows));
        report.table(
                new DataTable(
                        "Pulses",
                        List.of(
                                "Pulse",
                                "Cycle",
                                "Start / h",
                                "Current / mA",
                                "Voltage before / V",
                                "Resistance at " + NumberText.of(settings.time()) + " s / ohm",
                                "Resistance at zero time / ohm",
                                "Slope / ohm s^-1/2",
                                "R2 of the line"),
                        rows));
        report.text(
                "The resistance is the change of the voltage from the last row before the switch,"
                        + " over the change of the current. That at zero time is read from the line"
                        + " over the root of time.");
        counting.problems().forEach(report::problem);
        accuracy.problem("That of a resistance at zero time is the scatter about its line.")
                .ifPresent(report::problem);
        if (late > 0) {
            report.problem(
                    Problem.info(
                            "cycling.pulse.short",
                            late
                                    + " of the switches have no row as late or as early as "
                                    + NumberText.of(settings.time())
                                    + " s."));
        }
        return report.build();
    }

    private static boolean isWanted(Step last, Step next, ResistanceSettings settings) {
        return switch (settings.switches()) {
            case ON -> last.direction() == 0 && next.direction() != 0;
            case OFF -> last.direction() != 0 && next.direction() == 0;
            case ALL -> last.direction() != 0 || next.direction() != 0;
        };
    }

    private static List<Quantity> findings(
            int number,
            Cycle cycle,
            double r,
            Optional<LineFit> line,
            ResistanceSettings settings,
            Context context) {
        List<Quantity> found = new ArrayList<>();
        String pulse = String.valueOf(number);
        String of = String.valueOf(cycle.number());
        if (!Double.isNaN(r)) {
            found.add(
                    Quantity.of("pulse resistance", "R", r, Unit.of("ohm"))
                            .withKey("pulse resistance " + pulse)
                            .withCondition("pulse", pulse)
                            .withCondition("cycle", of)
                            .withCondition("time", NumberText.of(settings.time(), "s")));
        }
        if (line.isPresent()) {
            LineFit fit = line.get();
            Quantity q =
                    Quantity.of("pulse resistance", "R_0", fit.intercept(), Unit.of("ohm"))
                            .withKey("pulse resistance at zero time " + pulse)
                            .withCondition("pulse", pulse)
                            .withCondition("cycle", of)
                            .withCondition("time", "0 s")
                            .withCondition("method", "line over the root of time");
            if (Double.isFinite(fit.interceptError())) {
                var ci = fit.interceptInterval(0.95);
                q =
                        q.withContribution(context.source("pulse " + pulse), fit.interceptError())
                                .withInterval95(new Interval(ci.lower(), ci.upper()));
            }
            found.add(q);
        }
        return found;
    }

    private static List<Object> row(
            int number, Cycle cycle, Step step, Pulse pulse, double r, Optional<LineFit> line) {
        return List.of(
                (double) number,
                (double) cycle.number(),
                step.start() / 3600,
                1e3 * pulse.current(),
                pulse.before(),
                r,
                line.map(LineFit::intercept).orElse(Double.NaN),
                line.map(LineFit::slope).orElse(Double.NaN),
                line.map(LineFit::determination).orElse(Double.NaN));
    }

    private static void draw(
            int number,
            Pulse pulse,
            Optional<LineFit> line,
            ResistanceSettings settings,
            List<Series> drawn) {
        double last = Math.max(settings.time(), Math.min(1e6, settings.window().high())) * 1.5;
        int n = 0;
        while (n < pulse.time().length && pulse.time()[n] <= last) {
            n++;
        }
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = Math.sqrt(Math.max(0, pulse.time()[k]));
            y[k] = (pulse.voltage()[k] - pulse.before()) / pulse.change();
        }
        drawn.add(Series.measured("pulse " + number, number - 1, x, y));
        line.ifPresent(
                fit -> {
                    double end = Math.sqrt(Math.min(last, settings.window().high()));
                    drawn.add(
                            Series.fit(
                                    "line " + number,
                                    number - 1,
                                    new double[] {0, end},
                                    new double[] {fit.valueAt(0), fit.valueAt(end)}));
                });
    }

    private static Plot over(List<List<Object>> rows) {
        double[] x = new double[rows.size()];
        double[] at = new double[rows.size()];
        double[] zero = new double[rows.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = (Double) rows.get(k).get(4);
            at[k] = (Double) rows.get(k).get(5);
            zero[k] = (Double) rows.get(k).get(6);
        }
        return Plot.of(
                "resistance",
                "Resistance over the voltage before the switch",
                Axis.linear("voltage", "Voltage", "V"),
                Axis.linear("resistance", "Resistance", "ohm"),
                List.of(
                        Series.measured("at the stated time", 0, x, at),
                        Series.measured("at zero time", 1, x.clone(), zero)));
    }
}
