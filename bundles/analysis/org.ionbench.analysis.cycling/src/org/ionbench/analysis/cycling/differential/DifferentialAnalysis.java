// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.differential;

import org.ionbench.analysis.cycling.Accuracy;
import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Course;
import org.ionbench.analysis.cycling.Cycle;
import org.ionbench.analysis.cycling.CyclerColumns;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Temperatures;
import org.ionbench.analysis.cycling.Texts;
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
import org.ionbench.numerics.smoothing.Peaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Differential capacity dQ/dV over the voltage and differential voltage dV/dQ over the charge of
 * half cycles, and the peaks of the first, where a phase changes. Bloom et al., J. Power Sources
 * 139 (2005) 295, doi 10.1016/j.jpowsour.2004.07.021. What smooths is printed with the curves:
 * heights depend on it, places hardly.
 */
public final class DifferentialAnalysis implements Analysis<DifferentialSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.cycling.differential";

    private static final double PER_MAH = 3.6;
    private static final int MOST_PEAKS = 8;

    @Override
    public Class<DifferentialSettings> settings() {
        return DifferentialSettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.CYCLING);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Bloom et al. 2005, J. Power Sources 139, 295, doi 10.1016/j.jpowsour.2004.07.021",
                "Savitzky and Golay 1964, Anal. Chem. 36, 1627, doi 10.1021/ac60214a047");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return CyclerColumns.obstacleWithVoltage(
                inputs, "Differential curves need a recording of a cycler.");
    }

    @Override
    public Report run(Context context, DifferentialSettings settings) throws AnalysisException {
        Counting counting =
                Counting.of(
                        context.inputs(),
                        new Counting.Options(
                                Counting.By.AUTO, settings.cyclesBy(), Counting.First.AUTO, 0),
                        context.progress());
        Temperatures temperatures = Temperatures.of(counting, context.inputs());
        Accuracy accuracy = new Accuracy();
        Report.Builder report = Report.builder();
        List<Series> capacity = new ArrayList<>();
        List<Series> voltage = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        int group = 0;
        for (Cycle cycle : chosen(counting, settings)) {
            for (int direction : new int[] {1, -1}) {
                context.progress().checkCancelled();
                List<Step> steps =
                        cycle.steps().stream().filter(s -> s.direction() == direction).toList();
                if (steps.isEmpty()) {
                    continue;
                }
                Course course = Course.of(counting.recordings(), steps);
                String name =
                        "cycle " + cycle.number() + (direction > 0 ? " charge" : " discharge");
                int colour = group;
                Optional<DifferentialCurve> byVoltage =
                        DifferentialCurve.capacity(course, settings);
                byVoltage.ifPresent(
                        c -> {
                            capacity.add(series(name, colour, c, 1 / PER_MAH, 1));
                            peaks(
                                    c,
                                    cycle,
                                    direction,
                                    settings,
                                    temperatures,
                                    accuracy,
                                    report,
                                    rows);
                        });
                DifferentialCurve.voltage(course, settings)
                        .ifPresent(c -> voltage.add(series(name, colour, c, PER_MAH, 1 / PER_MAH)));
            }
            group++;
        }
        if (capacity.isEmpty()) {
            throw new AnalysisException(
                    "In no half cycle does the voltage cover enough points of the grid: choose"
                            + " other cycles or a finer spacing.");
        }
        report.plot(
                Plot.of(
                        "dqdv",
                        "Differential capacity over voltage",
                        Axis.linear("voltage", "Voltage", "V"),
                        Axis.linear("dqdv", "dQ/dV", "mAh/V"),
                        capacity));
        if (!voltage.isEmpty()) {
            report.plot(
                    Plot.of(
                            "dvdq",
                            "Differential voltage over charge",
                            Axis.linear("capacity", "Capacity", "mAh"),
                            Axis.linear("dvdq", "dV/dQ / V mAh\u207b\u00b9", "1"),
                            voltage));
        }
        report.table(
                new DataTable(
                        "Peaks of dQ/dV",
                        List.of(
                                "Cycle",
                                "Act",
                                "Voltage / V",
                                "dQ/dV / mAh/V",
                                "Prominence / mAh/V"),
                        rows));
        report.text(text(settings));
        counting.problems().forEach(report::problem);
        accuracy.problem("Where a peak lies depends on the spacing and the smoothing, too.")
                .ifPresent(report::problem);
        if (rows.isEmpty()) {
            report.problem(
                    Problem.info(
                            "cycling.peaks.none",
                            "No peak of dQ/dV stands out by "
                                    + NumberText.of(100 * settings.prominence())
                                    + " % of the highest value."));
        }
        return report.build();
    }

    private static List<Cycle> chosen(Counting counting, DifferentialSettings settings)
            throws AnalysisException {
        List<Integer> numbers = Texts.numbers(settings.cycles(), "cycles");
        List<Cycle> all =
                numbers.isEmpty()
                        ? counting.cycles().stream()
                                .filter(c -> c.charged() > 0 && c.discharged() > 0)
                                .toList()
                        : counting.cycles().stream()
                                .filter(c -> numbers.contains(c.number()))
                                .toList();
        List<Cycle> some = all.isEmpty() && numbers.isEmpty() ? counting.cycles() : all;
        if (some.isEmpty()) {
            throw new AnalysisException("There is no such cycle: " + settings.cycles() + ".");
        }
        return !numbers.isEmpty() || some.size() < 3
                ? some
                : List.of(some.getFirst(), some.getLast());
    }

    private static Series series(
            String name, int group, DifferentialCurve curve, double yFactor, double xFactor) {
        double[] x = new double[curve.x().length];
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = curve.x()[k] * xFactor;
            y[k] = curve.slope()[k] * yFactor;
        }
        return Series.fit(name, group, x, y);
    }

    /** Of |dQ/dV|, within the window. */
    private static void peaks(
            DifferentialCurve curve,
            Cycle cycle,
            int direction,
            DifferentialSettings settings,
            Temperatures temperatures,
            Accuracy accuracy,
            Report.Builder report,
            List<List<Object>> rows) {
        double[] height = new double[curve.x().length];
        double highest = 0;
        for (int k = 0; k < height.length; k++) {
            height[k] = Math.abs(curve.slope()[k]) / PER_MAH;
            if (settings.voltage().contains(curve.x()[k])) {
                highest = Math.max(highest, height[k]);
            }
        }
        int number = 0;
        String act = direction > 0 ? "charge" : "discharge";
        for (Peaks.Peak peak : Peaks.of(curve.x(), height, settings.prominence() * highest)) {
            if (!settings.voltage().contains(peak.place()) || number == MOST_PEAKS) {
                continue;
            }
            number++;
            Quantity found =
                    Quantity.of("differential peak voltage", "V_p", peak.place(), Unit.of("V"))
                            .withKey("peak " + cycle.number() + " " + act + " " + number)
                            .withCondition("cycle", String.valueOf(cycle.number()))
                            .withCondition("act", act)
                            .withCondition("peak", String.valueOf(number));
            report.quantity(accuracy.note(temperatures.with(found, List.of(cycle))));
            rows.add(
                    List.of(
                            (double) cycle.number(),
                            act,
                            peak.place(),
                            direction * peak.height(),
                            peak.prominence()));
        }
    }

    private static String text(DifferentialSettings settings) {
        String how =
                switch (settings.smoothing()) {
                    case SAVITZKY_GOLAY ->
                            "a polynomial of order "
                                    + settings.order()
                                    + " through a window of "
                                    + NumberText.of(settings.window())
                                    + " mV (Savitzky and Golay)";
                    case SPLINE ->
                            "a smoothing spline that halves waves of "
                                    + NumberText.of(settings.window())
                                    + " mV";
                    case NONE -> "nothing but the spacing";
                };
        return "Rows at which the voltage does not go beyond all before were joined; the charge was"
                + " interpolated to every "
                + NumberText.of(settings.grid())
                + " mV and smoothed by "
                + how
                + ". dV/dQ was smoothed over the same share of the charge. Heights depend on the"
                + " smoothing.";
    }
}
