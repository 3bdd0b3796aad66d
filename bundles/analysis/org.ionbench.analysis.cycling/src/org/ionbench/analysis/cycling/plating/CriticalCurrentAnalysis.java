// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.plating;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Course;
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
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The critical current density of a symmetrical cell whose current is raised step by step: the
 * current density of the half cycle in which it shorts, and the highest before that did not. A
 * short is a sudden fall of the voltage within a half cycle; a soft short is a resistance lower
 * than in the half cycle before. What comes out depends on the capacity of a half cycle, which is
 * reported with it (Commun. Chem. 2023, doi 10.1038/s42004-023-01002-4).
 */
public final class CriticalCurrentAnalysis implements Analysis<CriticalCurrentSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.cycling.criticalCurrent";

    private static final Unit DENSITY = Unit.of("mA/cm2");
    private static final Unit CAPACITY = Unit.of("mAh/cm2");
    private static final int MOST_POINTS = 4000;

    @Override
    public Class<CriticalCurrentSettings> settings() {
        return CriticalCurrentSettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.CYCLING, Technique.CP);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Commun. Chem. 2023, doi 10.1038/s42004-023-01002-4",
                "Sand 1901, Phil. Mag. 1, 45, doi 10.1080/14786440109462590");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return CyclerColumns.obstacleWithVoltage(
                inputs, "A critical current density needs a recording of a cycler.");
    }

    /** What a half cycle tells. */
    private record Half(
            Step step, double resistance, double fall, boolean isShort, boolean isSoft) {}

    @Override
    public Report run(Context context, CriticalCurrentSettings settings) throws AnalysisException {
        Quantity area =
                context.inputs()
                        .cell()
                        .flatMap(c -> c.area())
                        .orElseThrow(
                                () ->
                                        new AnalysisException(
                                                "A current density needs the area of the electrode:"
                                                        + " give the cell a diameter."));
        Counting counting =
                Counting.of(context.inputs(), Counting.Options.AUTO, context.progress());
        List<Step> moving = counting.steps().stream().filter(s -> s.direction() != 0).toList();
        if (moving.isEmpty()) {
            throw new AnalysisException("No current flows in these recordings.");
        }
        List<Half> halves = new ArrayList<>();
        double before = Double.NaN;
        boolean isShorted = false;
        for (Step step : moving) {
            context.progress().checkCancelled();
            Course course = Course.of(counting.recordings(), List.of(step));
            double[] volts = Arrays.stream(course.voltage()).map(Math::abs).toArray();
            double resistance = Samples.median(volts) / step.current();
            double fall = fall(volts, settings.within());
            boolean isShort = fall >= settings.drop();
            boolean isSoft = !isShort && resistance < (1 - settings.softDrop()) * before;
            halves.add(new Half(step, resistance, fall, isShort, isSoft));
            before = isShorted ? before : resistance;
            isShorted |= isShort || isSoft;
        }
        Temperatures temperatures = Temperatures.of(counting, context.inputs());
        Report.Builder report = Report.builder();
        Optional<Half> end = halves.stream().filter(h -> h.isShort() || h.isSoft()).findFirst();
        List<Half> sound = end.map(h -> halves.subList(0, halves.indexOf(h))).orElse(halves);
        Optional<Half> highest =
                sound.stream()
                        .max((a, b) -> Double.compare(a.step().current(), b.step().current()));
        end.ifPresent(
                h -> {
                    report.quantity(
                            temperatures.with(
                                    density("critical current density", "J_c", h.step(), area)
                                            .withCondition("short", h.isShort() ? "sudden" : "soft")
                                            .withCondition(
                                                    "half cycle",
                                                    String.valueOf(halves.indexOf(h) + 1)),
                                    h.step()));
                    sand(h.step(), area, settings)
                            .map(q -> temperatures.with(q, h.step()))
                            .ifPresent(report::quantity);
                });
        highest.ifPresent(
                h -> {
                    report.quantity(
                            temperatures.with(
                                    density("highest sound current density", "J", h.step(), area),
                                    h.step()));
                    report.quantity(temperatures.with(capacity(h.step(), area), h.step()));
                });
        double total = sound.stream().mapToDouble(h -> h.step().moved()).sum();
        report.quantity(areal("charge passed before the short", "Q", total, area, CAPACITY));
        report.plot(voltage(counting, moving, end, area));
        report.plot(resistances(halves, area));
        report.table(table(halves, area));
        report.text(
                "A half cycle is shorted where the voltage falls by "
                        + NumberText.of(100 * settings.drop())
                        + " % within "
                        + settings.within()
                        + " rows, softly where its resistance lies "
                        + NumberText.of(100 * settings.softDrop())
                        + " % below that of the half cycle before. A critical current density holds"
                        + " for the capacity of its half cycles.");
        if (end.isEmpty()) {
            report.problem(
                    Problem.warning(
                            "cycling.short.none",
                            "No short was found: the critical current density lies above the"
                                    + " highest current density that was run."));
        } else if (end.get().isSoft()) {
            report.problem(
                    Problem.warning(
                            "cycling.short.soft",
                            "The short is a soft one, seen only from a lower resistance: a spectrum"
                                    + " of the cell tells more."));
        }
        counting.problems().forEach(report::problem);
        return report.build();
    }

    /**
     * The greatest fall within so many rows, as a share of the value before; the first is left out.
     */
    private static double fall(double[] volts, int within) {
        double worst = 0;
        for (int k = 1; k < volts.length; k++) {
            int end = Math.min(volts.length - 1, k + within);
            for (int j = k + 1; j <= end; j++) {
                if (volts[k] > 0) {
                    worst = Math.max(worst, 1 - volts[j] / volts[k]);
                }
            }
        }
        return worst;
    }

    private static Quantity areal(String name, String symbol, double si, Quantity area, Unit unit) {
        Quantity q = Quantity.of(name, symbol, si / area.si(), unit.si());
        for (var u : area.contributions().entrySet()) {
            q = q.withContribution(u.getKey(), -q.value() * u.getValue() / area.value());
        }
        return q.in(unit);
    }

    private static Quantity density(String name, String symbol, Step step, Quantity area) {
        return areal(name, symbol, step.current(), area, DENSITY);
    }

    private static Quantity capacity(Step step, Quantity area) {
        return areal("areal capacity", "Q_A", step.moved(), area, CAPACITY)
                .withCondition("basis", "half cycle at the highest sound current density");
    }

    private static Optional<Quantity> sand(
            Step step, Quantity area, CriticalCurrentSettings settings) {
        if (!(settings.diffusivity() > 0)) {
            return Optional.empty();
        }
        double tau =
                SandTime.of(
                        settings.diffusivity() * 1e-4,
                        settings.concentration() * 1e3,
                        step.current() / area.si(),
                        settings.transference());
        return Optional.of(Quantity.of("Sand time", "\u03c4", tau, Unit.of("s")));
    }

    private static Plot voltage(
            Counting counting, List<Step> moving, Optional<Half> end, Quantity area)
            throws AnalysisException {
        List<Series> series = new ArrayList<>();
        for (boolean isAfter : new boolean[] {false, true}) {
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            boolean isShorted = false;
            int each = Math.max(4, MOST_POINTS / moving.size());
            for (Step step : moving) {
                isShorted |= end.isPresent() && end.get().step() == step;
                if (isShorted == isAfter) {
                    Course c = Course.of(counting.recordings(), List.of(step)).thinned(each);
                    for (int k = 0; k < c.rows(); k++) {
                        x.add(c.time()[k] / 3600);
                        y.add(c.voltage()[k]);
                    }
                }
            }
            if (!x.isEmpty()) {
                series.add(
                        Series.fit(
                                isAfter ? "shorted" : "sound",
                                isAfter ? 1 : 0,
                                x.stream().mapToDouble(Double::doubleValue).toArray(),
                                y.stream().mapToDouble(Double::doubleValue).toArray()));
            }
        }
        return Plot.of(
                "voltage",
                "Voltage over time, area " + NumberText.of(1e4 * area.si()) + " cm2",
                Axis.linear("time", "Time", "h"),
                Axis.linear("voltage", "Voltage", "V"),
                series);
    }

    private static Plot resistances(List<Half> halves, Quantity area) {
        double[] x = new double[halves.size()];
        double[] y = new double[halves.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = DENSITY.fromSi(halves.get(k).step().current() / area.si());
            y[k] = halves.get(k).resistance() * area.si() * 1e4;
        }
        return Plot.of(
                "resistance",
                "Area resistance over the current density",
                Axis.linear("density", "Current density", "mA/cm2"),
                Axis.linear("resistance", "V/J", "ohm cm2"),
                List.of(Series.measured("half cycles", 0, x, y)));
    }

    private static DataTable table(List<Half> halves, Quantity area) {
        List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; k < halves.size(); k++) {
            Half h = halves.get(k);
            rows.add(
                    List.of(
                            (double) (k + 1),
                            h.step().act(),
                            DENSITY.fromSi(h.step().current() / area.si()),
                            CAPACITY.fromSi(h.step().moved() / area.si()),
                            h.resistance() * area.si() * 1e4,
                            100 * h.fall(),
                            h.isShort() ? "short" : h.isSoft() ? "soft short" : ""));
        }
        return new DataTable(
                "Half cycles",
                List.of(
                        "Half cycle",
                        "Act",
                        "Current density / mA/cm2",
                        "Areal capacity / mAh/cm2",
                        "Area resistance / ohm cm2",
                        "Greatest fall / %",
                        "Verdict"),
                rows);
    }
}
