// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.pellets;

import org.ionbench.analysis.eis.conduction.ArrheniusAnalysis;
import org.ionbench.analysis.eis.conduction.ConductivityAnalysis;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Inputs.Upstream;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.SampleMean;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Pellets of one batch beside each other: mean, standard deviation and number of their activation
 * energies and of their conductivities at each temperature.
 *
 * <p>Conductivities are averaged as logarithms, for their errors are relative: the mean is the
 * geometric one and its deviation a share. The scatter from pellet to pellet is the uncertainty of
 * a mean; it holds what thickness, density and contact add to each pellet, which one pellet's own
 * error budget cannot know. Intervals are Student's with n - 1 degrees of freedom.
 */
public final class PelletsAnalysis implements Analysis<PelletsSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.eis.pellets";

    private static final List<String> ENERGIES =
            List.of("activation energy sigma T", "activation energy sigma");
    private static final String TABLE = "Conductivities";
    private static final Unit CONDUCTIVITY = Unit.of("S/cm");

    @Override
    public Class<PelletsSettings> settings() {
        return PelletsSettings.class;
    }

    @Override
    public Need need() {
        return Need.allReportsOfProject(ArrheniusAnalysis.ID);
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return inputs.upstream().size() < 2
                ? Optional.of("Pellets are compared where two or more have an activation energy.")
                : Optional.empty();
    }

    /** What was found of a pellet. */
    private record Pellet(String name, Report report, List<double[]> conductivities) {}

    @Override
    public Report run(Context context, PelletsSettings settings) throws AnalysisException {
        Map<String, List<Pellet>> groups = groups(context.inputs(), settings);
        groups.values().removeIf(g -> g.size() < 2);
        if (groups.isEmpty()) {
            throw new AnalysisException(
                    "No two pellets share a "
                            + settings.by().name().toLowerCase(Locale.ROOT)
                            + ": there is nothing to average.");
        }
        Report.Builder report = Report.builder();
        List<List<Object>> rows = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        int group = 0;
        for (Map.Entry<String, List<Pellet>> entry : groups.entrySet()) {
            context.progress().checkCancelled();
            energies(entry.getKey(), entry.getValue(), context, report, rows);
            conductivities(
                    entry.getKey(),
                    entry.getValue(),
                    settings,
                    group,
                    context,
                    report,
                    rows,
                    series);
            group++;
        }
        report.plot(
                Plot.of(
                        "arrhenius",
                        "Conductivity of pellets, mean and standard deviation",
                        Axis.linear("reciprocal-temperature", "1000/T", "1000/K").withCelsius(),
                        Axis.logarithmic("conductivity", "\u03c3", "S/cm"),
                        series));
        report.table(
                new DataTable(
                        "Pellets",
                        List.of(
                                "Group",
                                "Quantity",
                                "Temperature / degC",
                                "Unit",
                                "n",
                                "Mean",
                                "Standard deviation",
                                "Least",
                                "Greatest",
                                "Pellets"),
                        rows));
        report.text(
                "Conductivities are averaged as logarithms, and their standard deviation is that of"
                        + " the logarithm times the mean. The scatter from pellet to pellet is the"
                        + " uncertainty of a mean.");
        return report.build();
    }

    private static Map<String, List<Pellet>> groups(Inputs inputs, PelletsSettings settings) {
        List<String> leftOut =
                Arrays.stream(settings.leftOut().split(",")).map(String::strip).toList();
        Map<String, List<Pellet>> groups = new LinkedHashMap<>();
        for (Upstream u : inputs.upstream()) {
            if (u.cell().isEmpty() || leftOut.contains(u.cell().get().name())) {
                continue;
            }
            Cell cell = u.cell().get();
            String batch = cell.sample().batch();
            String name =
                    switch (settings.by()) {
                        case BATCH -> batch.isBlank() ? cell.sample().name() : "batch " + batch;
                        case SAMPLE -> cell.sample().name();
                        case PROJECT -> "all pellets";
                    };
            groups.computeIfAbsent(name, k -> new ArrayList<>())
                    .add(new Pellet(cell.name(), u.report(), measured(u.report())));
        }
        return groups;
    }

    /** Kelvin and S/cm, of the table of an Arrhenius report. */
    private static List<double[]> measured(Report report) {
        List<double[]> found = new ArrayList<>();
        for (DataTable table : report.tables()) {
            if (!table.title().equals(TABLE)) {
                continue;
            }
            int kelvin = table.headers().indexOf("Temperature / K");
            int sigma = table.headers().indexOf("Conductivity / S/cm");
            for (List<Object> row : table.rows()) {
                if (kelvin >= 0
                        && sigma >= 0
                        && row.get(kelvin) instanceof Double t
                        && row.get(sigma) instanceof Double s
                        && s > 0) {
                    found.add(new double[] {t, s});
                }
            }
        }
        return found;
    }

    private static void energies(
            String group,
            List<Pellet> pellets,
            Context context,
            Report.Builder report,
            List<List<Object>> rows) {
        for (String key : ENERGIES) {
            List<Pellet> with =
                    pellets.stream().filter(p -> p.report().quantity(key).isPresent()).toList();
            if (with.size() < 2) {
                continue;
            }
            List<Quantity> found =
                    with.stream().map(p -> p.report().quantity(key).orElseThrow()).toList();
            double[] values = found.stream().mapToDouble(Quantity::value).toArray();
            SampleMean mean = SampleMean.of(values);
            Quantity q =
                    Quantity.of(
                                    "mean activation energy",
                                    "E_A",
                                    mean.mean(),
                                    found.getFirst().unit())
                            .withKey(group + "/" + key)
                            .withCondition(
                                    "form", found.getFirst().conditions().getOrDefault("form", ""));
            report.quantity(finished(q, group, mean, context));
            rows.add(row(group, key, Double.NaN, q.unit(), values, mean, with));
        }
    }

    private static void conductivities(
            String group,
            List<Pellet> pellets,
            PelletsSettings settings,
            int colour,
            Context context,
            Report.Builder report,
            List<List<Object>> rows,
            List<Series> series) {
        List<double[]> points = new ArrayList<>();
        for (double kelvin : temperatures(pellets, settings.sameTemperature())) {
            List<Pellet> with = new ArrayList<>();
            List<Double> found = new ArrayList<>();
            for (Pellet p : pellets) {
                nearest(p, kelvin, settings.sameTemperature())
                        .ifPresent(
                                s -> {
                                    with.add(p);
                                    found.add(s);
                                });
            }
            if (found.size() < 2) {
                continue;
            }
            double[] values = found.stream().mapToDouble(Double::doubleValue).toArray();
            SampleMean logarithms = SampleMean.of(Arrays.stream(values).map(Math::log).toArray());
            double share = logarithms.standardDeviation();
            double geometric = Math.exp(logarithms.mean());
            SampleMean mean = new SampleMean(logarithms.count(), geometric, share * geometric);
            Quantity q =
                    Quantity.of(
                                    "mean " + ConductivityAnalysis.CONDUCTIVITY,
                                    "\u03c3",
                                    geometric,
                                    CONDUCTIVITY)
                            .withKey(
                                    group
                                            + "/conductivity at "
                                            + NumberText.of(kelvin - 273.15)
                                            + " degC")
                            .withCondition("temperature", kelvin);
            report.quantity(finished(q, group, mean, context));
            rows.add(
                    row(
                            group,
                            ConductivityAnalysis.CONDUCTIVITY,
                            kelvin - 273.15,
                            CONDUCTIVITY,
                            values,
                            mean,
                            with));
            points.add(
                    new double[] {
                        1000 / kelvin,
                        geometric,
                        geometric * Math.exp(-share),
                        geometric * Math.exp(share)
                    });
        }
        if (points.isEmpty()) {
            return;
        }
        series.add(
                Series.band(
                        group + ", standard deviation",
                        colour,
                        column(points, 0),
                        column(points, 2),
                        column(points, 3)));
        series.add(Series.measured(group, colour, column(points, 0), column(points, 1)));
    }

    private static double[] column(List<double[]> points, int place) {
        return points.stream().mapToDouble(p -> p[place]).toArray();
    }

    /** Temperatures of all pellets, those within reach of each other as their mean. */
    private static List<Double> temperatures(List<Pellet> pellets, double same) {
        double[] all =
                pellets.stream()
                        .flatMap(p -> p.conductivities().stream())
                        .mapToDouble(c -> c[0])
                        .sorted()
                        .toArray();
        List<Double> found = new ArrayList<>();
        for (int from = 0; from < all.length; ) {
            int to = from;
            double sum = 0;
            while (to < all.length && all[to] - all[from] <= same) {
                sum += all[to++];
            }
            found.add(sum / (to - from));
            from = to;
        }
        return found;
    }

    private static Optional<Double> nearest(Pellet pellet, double kelvin, double same) {
        double[] in =
                pellet.conductivities().stream()
                        .filter(c -> Math.abs(c[0] - kelvin) <= same)
                        .mapToDouble(c -> Math.log(c[1]))
                        .toArray();
        return in.length == 0 ? Optional.empty() : Optional.of(Math.exp(Samples.mean(in)));
    }

    private static Quantity finished(
            Quantity quantity, String group, SampleMean mean, Context context) {
        Quantity q =
                quantity.withCondition("group", group)
                        .withCondition("n", String.valueOf(mean.count()))
                        .withCondition(
                                "standard deviation",
                                NumberText.of(mean.standardDeviation())
                                        + " "
                                        + quantity.unit().symbol());
        if (!(mean.standardError() > 0)) {
            return q;
        }
        var interval = mean.interval(0.95);
        return q.withContribution(context.source(q.key()), mean.standardError())
                .withInterval95(new Interval(interval.lower(), interval.upper()));
    }

    private static List<Object> row(
            String group,
            String quantity,
            double celsius,
            Unit unit,
            double[] values,
            SampleMean mean,
            List<Pellet> pellets) {
        return List.of(
                group,
                quantity,
                celsius,
                unit.symbol(),
                (double) mean.count(),
                mean.mean(),
                mean.standardDeviation(),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                String.join(", ", pellets.stream().map(Pellet::name).toList()));
    }
}
