// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.replicates;

import org.ionbench.analysis.cycling.Temperatures;
import org.ionbench.analysis.cycling.summary.SummaryAnalysis;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Inputs.Upstream;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
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
import org.ionbench.numerics.statistics.SampleMean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cells of one sample or batch beside each other: for each cycle the mean of their capacities and
 * efficiencies with a band of one standard deviation, and mean, standard deviation and number of
 * what their summaries report. The scatter from cell to cell is the uncertainty; the 95 % interval
 * of a mean is that of Student's t with n - 1 degrees of freedom.
 */
public final class ReplicatesAnalysis implements Analysis<ReplicatesSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.cycling.replicates";

    private static final List<String> KEYS =
            List.of(
                    SummaryAnalysis.DISCHARGE_CAPACITY,
                    SummaryAnalysis.CHARGE_CAPACITY,
                    "areal capacity discharge",
                    "mean coulombic efficiency",
                    "capacity retention",
                    "capacity fade per cycle",
                    "energy efficiency",
                    "voltage hysteresis");

    @Override
    public Class<ReplicatesSettings> settings() {
        return ReplicatesSettings.class;
    }

    @Override
    public Need need() {
        return Need.allReportsOfProject(SummaryAnalysis.ID);
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return inputs.upstream().size() < 2
                ? Optional.of("Replicates are two summaries of cells or more.")
                : Optional.empty();
    }

    @Override
    public Report run(Context context, ReplicatesSettings settings) throws AnalysisException {
        Map<String, List<Upstream>> groups = groups(context.inputs(), settings);
        groups.values().removeIf(g -> g.size() < 2);
        if (groups.isEmpty()) {
            throw new AnalysisException(
                    "No two cells share a "
                            + settings.by().name().toLowerCase(Locale.ROOT)
                            + " and a temperature: there are no replicates.");
        }
        Report.Builder report = Report.builder();
        List<Series> capacity = new ArrayList<>();
        List<Series> efficiency = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        String unit = "";
        int group = 0;
        for (Map.Entry<String, List<Upstream>> entry : groups.entrySet()) {
            context.progress().checkCancelled();
            String name = entry.getKey() + ", n = " + entry.getValue().size();
            unit = band(entry.getValue(), "capacity", "discharge", name, group, capacity, unit);
            band(entry.getValue(), "efficiency", "", name, group, efficiency, "");
            means(entry.getKey(), entry.getValue(), context, report, rows);
            group++;
        }
        if (!capacity.isEmpty()) {
            report.plot(
                    Plot.of(
                            "capacity",
                            "Discharge capacity of replicates, mean and standard deviation",
                            Axis.linear("cycle", "Cycle", "1"),
                            Axis.linear("capacity", "Capacity", unit),
                            capacity));
        }
        if (!efficiency.isEmpty()) {
            report.plot(
                    Plot.of(
                            "efficiency",
                            "Coulombic efficiency of replicates, mean and standard deviation",
                            Axis.linear("cycle", "Cycle", "1"),
                            Axis.linear("efficiency", "Coulombic efficiency", "1"),
                            efficiency));
        }
        report.table(
                new DataTable(
                        "Replicates",
                        List.of(
                                "Group",
                                "Quantity",
                                "Unit",
                                "n",
                                "Mean",
                                "Standard deviation",
                                "Least",
                                "Greatest",
                                "Cells"),
                        rows));
        report.text(
                "Bands are one standard deviation to either side of the mean over the cells that"
                        + " reached the cycle.");
        return report.build();
    }

    // ---- groups

    private static Map<String, List<Upstream>> groups(Inputs inputs, ReplicatesSettings settings) {
        List<String> leftOut =
                Arrays.stream(settings.leftOut().split(",")).map(String::strip).toList();
        Map<String, List<Upstream>> groups = new LinkedHashMap<>();
        List<Double> temperatures = new ArrayList<>();
        for (Upstream u : inputs.upstream()) {
            if (u.cell().isEmpty() || leftOut.contains(u.cell().get().name())) {
                continue;
            }
            Cell cell = u.cell().get();
            String name =
                    switch (settings.by()) {
                        case SAMPLE -> cell.sample().name();
                        case BATCH ->
                                cell.sample().batch().isBlank()
                                        ? cell.sample().name()
                                        : "batch " + cell.sample().batch();
                        case PROJECT -> "all cells";
                    };
            if (!settings.separate().isBlank()) {
                name += cell.text(settings.separate().strip()).map(t -> ", " + t).orElse("");
            }
            name +=
                    kelvin(u)
                            .map(t -> ", " + NumberText.celsius(among(temperatures, t)))
                            .orElse("");
            groups.computeIfAbsent(name, k -> new ArrayList<>()).add(u);
        }
        return groups;
    }

    /** Of the first recording, else what the summary says. */
    private static Optional<Double> kelvin(Upstream u) {
        return u.recordings().stream()
                .findFirst()
                .flatMap(r -> r.temperature())
                .map(Quantity::si)
                .or(
                        () ->
                                u.report()
                                        .quantity(SummaryAnalysis.DISCHARGE_CAPACITY)
                                        .map(q -> q.conditions().get(Temperatures.CONDITION))
                                        .map(Double::valueOf));
    }

    /** The first of the temperatures so far that is as good as one; a new one is added. */
    private static double among(List<Double> known, double kelvin) {
        for (double t : known) {
            if (Math.abs(t - kelvin) <= Temperatures.SAME) {
                return t;
            }
        }
        known.add(kelvin);
        return kelvin;
    }

    // ---- curves

    /** Adds mean and band of a series of the summaries; gives back the unit of its ordinates. */
    private static String band(
            List<Upstream> cells,
            String plot,
            String series,
            String name,
            int group,
            List<Series> to,
            String known) {
        Map<Double, List<Double>> byCycle = new TreeMap<>();
        String unit = known;
        for (Upstream u : cells) {
            Optional<Plot> found = u.report().plot(plot);
            if (found.isEmpty()) {
                continue;
            }
            if (unit.isEmpty()) {
                unit = found.get().y().unit();
            }
            boolean isSame = unit.equals(found.get().y().unit());
            for (Series s : found.get().series()) {
                boolean isWanted =
                        s.role() == Series.Role.MEASURED
                                && (series.isEmpty() || s.name().equals(series));
                if (isSame && isWanted && s.points() instanceof Points.Inline p) {
                    for (int k = 0; k < p.x().length; k++) {
                        if (!Double.isNaN(p.y()[k])) {
                            byCycle.computeIfAbsent(p.x()[k], c -> new ArrayList<>()).add(p.y()[k]);
                        }
                    }
                }
            }
        }
        int n = byCycle.size();
        double[] x = new double[n];
        double[] mean = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        int k = 0;
        for (Map.Entry<Double, List<Double>> e : byCycle.entrySet()) {
            SampleMean of =
                    SampleMean.of(e.getValue().stream().mapToDouble(Double::doubleValue).toArray());
            double spread = of.count() > 1 ? of.standardDeviation() : 0;
            x[k] = e.getKey();
            mean[k] = of.mean();
            lower[k] = mean[k] - spread;
            upper[k] = mean[k] + spread;
            k++;
        }
        if (n > 0) {
            to.add(Series.band(name + ", standard deviation", group, x, lower, upper));
            to.add(Series.measured(name, group, x.clone(), mean));
        }
        return unit;
    }

    // ---- means

    private static void means(
            String group,
            List<Upstream> cells,
            Context context,
            Report.Builder report,
            List<List<Object>> rows) {
        for (String key : KEYS) {
            List<Quantity> found = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Upstream u : cells) {
                u.report()
                        .quantity(key)
                        .filter(q -> found.isEmpty() || isAlike(found.getFirst(), q))
                        .ifPresent(
                                q -> {
                                    found.add(q);
                                    names.add(u.cell().map(Cell::name).orElse(u.runId()));
                                });
            }
            if (found.size() < 2) {
                continue;
            }
            if (found.size() < cells.size()) {
                report.problem(
                        Problem.info(
                                "cycling.replicates.unlike",
                                "The "
                                        + found.getFirst().name()
                                        + " of "
                                        + (cells.size() - found.size())
                                        + " of "
                                        + cells.size()
                                        + " cells of "
                                        + group
                                        + " is missing, in another unit or for other conditions,"
                                        + " and was left out."));
            }
            double[] values = found.stream().mapToDouble(Quantity::value).toArray();
            SampleMean of = SampleMean.of(values);
            Quantity first = found.getFirst();
            Quantity mean =
                    Quantity.of(
                                    "mean " + first.name().replaceFirst("^mean ", ""),
                                    first.symbol(),
                                    of.mean(),
                                    first.unit())
                            .withKey(group + "/" + key)
                            .withCondition("group", group)
                            .withCondition("n", String.valueOf(of.count()))
                            .withCondition(
                                    "standard deviation",
                                    NumberText.of(of.standardDeviation())
                                            + (first.unit().equals(Unit.ONE)
                                                    ? ""
                                                    : " " + first.unit().symbol()));
            for (Map.Entry<String, String> c : first.conditions().entrySet()) {
                if (!c.getKey().equals(Temperatures.CONDITION)) {
                    mean = mean.withCondition(c.getKey(), c.getValue());
                }
            }
            mean = Temperatures.withCommon(mean, found);
            if (of.standardError() > 0) {
                var interval = of.interval(0.95);
                mean =
                        mean.withContribution(context.source(group + " " + key), of.standardError())
                                .withInterval95(new Interval(interval.lower(), interval.upper()));
            }
            report.quantity(mean);
            rows.add(
                    List.of(
                            group,
                            first.name(),
                            first.unit().symbol(),
                            (double) of.count(),
                            of.mean(),
                            of.standardDeviation(),
                            Arrays.stream(values).min().orElseThrow(),
                            Arrays.stream(values).max().orElseThrow(),
                            String.join(", ", names)));
        }
    }

    /** Whether two quantities may be averaged: one unit, one convention, one pair of cycles. */
    private static boolean isAlike(Quantity a, Quantity b) {
        for (String condition :
                List.of("convention", "cycle", "reference cycle", "basis", "rate")) {
            if (!Optional.ofNullable(a.conditions().get(condition))
                    .equals(Optional.ofNullable(b.conditions().get(condition)))) {
                return false;
            }
        }
        return a.unit().symbol().equals(b.unit().symbol());
    }
}
