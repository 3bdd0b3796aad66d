// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.plating;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Conditions;
import org.ionbench.analysis.stability.Curves;
import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.analysis.stability.Voltammogram;
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
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plating and stripping of a metal in a cyclic scan, cycle by cycle: the charges, the efficiency of
 * stripping CE = Q_stripped/Q_plated, the overpotential of nucleation (how far below the potential
 * where the current changes its sign on the way back plating had to go to begin) and the charge
 * that was reduced before any metal was plated, which is the electrolyte's. See {@link Plated}.
 */
public final class PlatingAnalysis implements Analysis<PlatingSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.plating";

    private static final Unit COULOMB = Unit.of("mC");
    private static final int MOST_CYCLES = 8;

    @Override
    public Class<PlatingSettings> settings() {
        return PlatingSettings.class;
    }

    @Override
    public Need need() {
        return Need.eachRecording(Technique.CV);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Adams et al. 2018, Adv. Energy Mater. 8, 1702097, doi 10.1002/aenm.201702097",
                "Pei et al. 2017, Nano Lett. 17, 1132, doi 10.1021/acs.nanolett.6b04755");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return Voltammogram.obstacle(inputs);
    }

    @Override
    public Report run(Context context, PlatingSettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Recording recording = context.inputs().recordings().getFirst();
        context.progress().task("Plating and stripping of " + recording.name(), 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        Conditions conditions =
                Conditions.of(
                        context.inputs(),
                        settings.measuredAgainst(),
                        settings.reportAgainst(),
                        settings.offset(),
                        Double.NaN,
                        settings.area(),
                        problems);
        Voltammogram scan = Voltammogram.of(recording, settings.cycles(), conditions.area());
        List<Plated> cycles = cycles(scan, settings, conditions);
        if (cycles.isEmpty()) {
            throw new AnalysisException(
                    "Nothing was plated: no current of reduction stands out below "
                            + NumberText.of(settings.boundary())
                            + " V on a falling branch that a rising one follows; the scan goes down"
                            + " to "
                            + NumberText.of(scan.lowestPotential() + conditions.shift())
                            + " V.");
        }
        Report.Builder report = Report.builder();
        for (Plated p : cycles.subList(0, Math.min(cycles.size(), MOST_CYCLES))) {
            quantities(p, conditions, recording, context).forEach(report::quantity);
        }
        report.plot(current(scan, conditions));
        report.plot(charge(scan, settings, conditions));
        if (cycles.size() > 2) {
            report.plot(efficiencies(cycles));
        }
        report.text(text(cycles, settings));
        report.table(table(cycles, conditions));
        doubts(cycles, problems);
        problems.forEach(report::problem);
        return report.build();
    }

    private static List<Plated> cycles(Voltammogram scan, PlatingSettings s, Conditions c)
            throws AnalysisException {
        List<Plated> all = new ArrayList<>();
        for (Branch[] pair : Plated.pairs(scan)) {
            double rate = scan.scanRate(pair[0], s.scanRate());
            if (!scan.isTimed() && !Double.isFinite(rate)) {
                throw new AnalysisException(
                        "The file has no times and the scan rate is not known, so there are no"
                                + " charges: set the scan rate.");
            }
            Plated.of(
                            scan,
                            pair[0],
                            pair[1],
                            s.boundary() - c.shift(),
                            s.background(),
                            s.share() / 100,
                            rate)
                    .ifPresent(all::add);
        }
        return all;
    }

    private static List<Quantity> quantities(
            Plated p, Conditions conditions, Recording recording, Context context) {
        List<Quantity> list = new ArrayList<>();
        String cycle = "cycle " + p.cycle();
        String plated = context.source(cycle + " plated charge");
        String stripped = context.source(cycle + " stripped charge");
        list.add(
                Quantity.of("coulombic efficiency", "CE", p.efficiency(), Unit.ONE)
                        .withCondition("convention", "stripping/plating same cycle")
                        .withContribution(plated, -p.efficiency() * p.platedError() / p.plated())
                        .withContribution(stripped, p.strippedError() / p.plated()));
        list.add(
                charge("plated charge", "Q_c", p.plated())
                        .withContribution(plated, p.platedError() * 1e3));
        list.add(
                charge("stripped charge", "Q_a", p.stripped())
                        .withContribution(stripped, p.strippedError() * 1e3));
        if (p.duration() > 0) {
            list.add(
                    charge("charge before plating", "Q_red", p.before())
                            .withCondition("background", "included")
                            .withContribution(
                                    context.source(cycle + " charge before"),
                                    p.beforeError() * 1e3));
            list.add(
                    charge("charge before plating", "Q_red", p.beyond())
                            .withCondition("background", "taken off")
                            .withKey("charge before plating beyond the background " + cycle)
                            .withContribution(
                                    context.source(cycle + " charge before"),
                                    p.beyondError() * 1e3));
        }
        // where between two points plating began is not known
        double step = p.step() / Math.sqrt(3);
        String began = context.source(cycle + " nucleation");
        p.nucleation()
                .ifPresent(
                        v ->
                                list.add(
                                        conditions
                                                .put(
                                                        potential(
                                                                "nucleation potential",
                                                                "E_n",
                                                                v + conditions.shift()))
                                                .withContribution(began, step)));
        p.overpotential()
                .ifPresent(
                        v ->
                                list.add(
                                        potential("nucleation overpotential", "\u03b7_n", v)
                                                .withContribution(began, -step)));
        return list.stream()
                .map(
                        q -> {
                            Quantity with = q.withCondition("cycle", Integer.toString(p.cycle()));
                            with =
                                    with.key().equals(with.name())
                                            ? with.withKey(with.name() + " " + cycle)
                                            : with;
                            return Surroundings.withTemperature(with, recording);
                        })
                .toList();
    }

    private static Quantity charge(String name, String symbol, double coulombs) {
        return Quantity.of(name, symbol, COULOMB.fromSi(coulombs), COULOMB);
    }

    private static Quantity potential(String name, String symbol, double volts) {
        return Quantity.of(name, symbol, volts, Unit.of("V"));
    }

    // ---- plots, table, words

    private static Plot current(Voltammogram scan, Conditions conditions) {
        List<Series> series = new ArrayList<>();
        int group = 0;
        for (int cycle : scan.cycles()) {
            List<Branch> b = scan.cycle(cycle);
            if (group < MOST_CYCLES) {
                series.add(
                        Curves.of(
                                "cycle " + cycle,
                                group++,
                                b.getFirst().from(),
                                b.getLast().to(),
                                k -> scan.potential(k) + conditions.shift(),
                                scan::current));
            }
        }
        return Plot.of(
                "current",
                "Current against potential",
                Axis.linear("potential", conditions.reported().axis(), "V"),
                Axis.linear("current", "I", "A"),
                series);
    }

    private static Plot charge(Voltammogram scan, PlatingSettings s, Conditions conditions) {
        List<Series> series = new ArrayList<>();
        int group = 0;
        for (Branch[] pair : Plated.pairs(scan)) {
            if (group >= MOST_CYCLES) {
                break;
            }
            double rate = scan.scanRate(pair[0], s.scanRate());
            int from = pair[0].from();
            double[] q = new double[pair[1].to() - from];
            for (int k = from + 1; k < pair[1].to(); k++) {
                double dt = Plated.seconds(scan, k, rate);
                q[k - from] = q[k - from - 1] + dt * (scan.current(k) + scan.current(k - 1)) / 2;
            }
            series.add(
                    Curves.of(
                            "cycle " + pair[0].cycle(),
                            group++,
                            from,
                            pair[1].to(),
                            k -> scan.potential(k) + conditions.shift(),
                            k -> q[k - from]));
        }
        return Plot.of(
                "charge",
                "Charge passed since the branch began against potential",
                Axis.linear("potential", conditions.reported().axis(), "V"),
                Axis.linear("charge", "Q", "C"),
                series);
    }

    private static Plot efficiencies(List<Plated> cycles) {
        double[] n = cycles.stream().mapToDouble(Plated::cycle).toArray();
        double[] ce = cycles.stream().mapToDouble(Plated::efficiency).toArray();
        return Plot.of(
                "efficiency",
                "Efficiency of stripping against cycle",
                Axis.linear("cycle", "Cycle", "1"),
                Axis.linear("efficiency", "CE", "1"),
                List.of(Series.measured("stripped / plated", 0, n, ce)));
    }

    private static DataTable table(List<Plated> cycles, Conditions conditions) {
        Optional<Double> area = conditions.area().map(a -> a.si() * 1e4);
        List<List<Object>> rows = new ArrayList<>();
        for (Plated p : cycles) {
            rows.add(
                    List.of(
                            Integer.toString(p.cycle()),
                            p.plated() * 1e3,
                            p.stripped() * 1e3,
                            area.map(a -> (Object) (p.plated() / 3.6 / a)).orElse("no area"),
                            100 * p.efficiency(),
                            p.before() * 1e3,
                            p.beyond() * 1e3,
                            p.nucleation()
                                    .map(v -> (Object) (v + conditions.shift()))
                                    .orElse("none"),
                            p.crossover()
                                    .map(v -> (Object) (v + conditions.shift()))
                                    .orElse("none"),
                            p.overpotential().map(v -> (Object) (v * 1e3)).orElse("none")));
        }
        return new DataTable(
                "Plating and stripping",
                List.of(
                        "Cycle",
                        "Plated / mC",
                        "Stripped / mC",
                        "Plated / mAh/cm2",
                        "Stripped of plated / %",
                        "Reduced before plating / mC",
                        "of it beyond the background / mC",
                        "Plating began at / V",
                        "Sign changes at / V",
                        "Nucleation overpotential / mV"),
                rows);
    }

    private static String text(List<Plated> cycles, PlatingSettings s) {
        Plated p = cycles.getFirst();
        return "In cycle "
                + p.cycle()
                + " "
                + NumberText.of(p.plated(), "C")
                + " were plated and "
                + NumberText.of(p.stripped(), "C")
                + " stripped, "
                + NumberText.of(100 * p.efficiency())
                + " %. Before that, above "
                + NumberText.of(s.boundary())
                + " V, "
                + NumberText.of(p.before(), "C")
                + " were reduced, of which "
                + NumberText.of(p.beyond(), "C")
                + " are beyond the background. The background was "
                + (s.background() ? "" : "not ")
                + "taken off plating and stripping.";
    }

    private static void doubts(List<Plated> cycles, List<Problem> problems) {
        for (Plated p : cycles) {
            if (p.efficiency() > 1 + 2 * p.strippedError() / p.plated()) {
                problems.add(
                        Problem.warning(
                                "stability.plating.more",
                                "More was stripped than plated in cycle "
                                        + p.cycle()
                                        + ": something else is oxidised too, or metal was there"
                                        + " before."));
            }
            if (p.crossover().isEmpty()) {
                problems.add(
                        Problem.warning(
                                "stability.plating.kept",
                                "The current of cycle "
                                        + p.cycle()
                                        + " does not change its sign on the way up: nothing was"
                                        + " stripped."));
            }
        }
    }
}
