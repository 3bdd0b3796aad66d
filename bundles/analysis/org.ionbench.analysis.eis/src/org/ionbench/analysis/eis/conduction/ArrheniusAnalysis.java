// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.conduction;

import org.ionbench.analysis.eis.conduction.ArrheniusLine.Point;
import org.ionbench.analysis.eis.conduction.ArrheniusSettings.Form;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
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
import org.ionbench.numerics.UndeterminedException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The activation energy of the conductivity of a cell over a series of temperatures.
 *
 * <p>Two forms are in use: ln(sigma T) = ln sigma0 - E_A/(k T), which follows from the jump rate of
 * ions, and ln sigma = ln A - E_A/(k T). Their energies differ by about k T (Nuernberg, Ionics 26
 * (2020) 2405, doi 10.1007/s11581-019-03243-7); both are reported, each with its form. The
 * regression is that of {@link ArrheniusLine}.
 */
public final class ArrheniusAnalysis implements Analysis<ArrheniusSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.eis.arrhenius";

    private static final double KJ_PER_MOL = 96.48533212;
    private static final double ZERO_CELSIUS = 273.15;
    private static final int LINE_POINTS = 101;

    @Override
    public Class<ArrheniusSettings> settings() {
        return ArrheniusSettings.class;
    }

    @Override
    public Need need() {
        return Need.allReports(ConductivityAnalysis.ID);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Nuernberg 2020, Ionics 26, 2405, doi 10.1007/s11581-019-03243-7",
                "York et al. 2004, Am. J. Phys. 72, 367, doi 10.1119/1.1632486",
                "JCGM 100:2008, Guide to the expression of uncertainty in measurement");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return temperatures(points(inputs, new ArrayList<>())) < 2
                ? Optional.of(
                        "An activation energy needs conductivities at two temperatures or more.")
                : Optional.empty();
    }

    @Override
    public Report run(Context context, ArrheniusSettings settings) throws AnalysisException {
        List<Problem> problems = new ArrayList<>();
        List<Point> points = points(context.inputs(), problems);
        int temperatures = temperatures(points);
        if (temperatures < 2) {
            throw new AnalysisException(
                    "An activation energy needs conductivities at two temperatures or more; there"
                            + (temperatures == 1 ? " is one." : " are none."));
        }
        if (temperatures < 3) {
            problems.add(
                    Problem.warning(
                            "eis.arrhenius.few",
                            "Two temperatures determine a line but not its error: measure three or"
                                    + " more."));
        }
        Map<Form, ArrheniusLine> lines = new LinkedHashMap<>();
        try {
            for (Form form : Form.values()) {
                lines.put(form, ArrheniusLine.of(form, points, settings.temperatureUncertainty()));
            }
        } catch (UndeterminedException e) {
            throw new AnalysisException("The points determine no line.", e);
        }
        ArrheniusLine chosen = lines.get(settings.form());
        problems.addAll(LineChecks.of(chosen, points));
        aboutTemperatures(context.inputs(), problems);

        Report.Builder report = Report.builder();
        report.quantity(energy(chosen, context));
        report.quantity(molarEnergy(chosen, context));
        report.quantity(prefactor(chosen, context));
        for (double celsius : celsius(settings.predict())) {
            report.quantity(predicted(chosen, celsius, context));
        }
        Form other = settings.form() == Form.SIGMA_T ? Form.SIGMA : Form.SIGMA_T;
        report.quantity(energy(lines.get(other), context));
        report.quantity(molarEnergy(lines.get(other), context));
        report.quantity(prefactor(lines.get(other), context));
        report.plot(plot(chosen, points));
        report.table(table(chosen, points));
        report.table(budget(chosen, context));
        report.text(text(chosen, lines.get(other)));
        problems.forEach(report::problem);
        return report.build();
    }

    // ---- inputs

    private static List<Point> points(Inputs inputs, List<Problem> problems) {
        List<Point> points = new ArrayList<>();
        int without = 0;
        for (Inputs.Upstream upstream : inputs.upstream()) {
            Optional<Quantity> sigma =
                    upstream.report().quantity(ConductivityAnalysis.CONDUCTIVITY);
            if (sigma.isEmpty() || !(sigma.get().value() > 0)) {
                continue;
            }
            Optional<Double> kelvin = kelvin(sigma.get());
            if (kelvin.isEmpty()) {
                without++;
                continue;
            }
            Quantity q = sigma.get().in(Unit.of("S/cm"));
            Map<String, Double> relative = new LinkedHashMap<>();
            q.contributions().forEach((source, u) -> relative.put(source, u / q.value()));
            points.add(new Point(kelvin.get(), q.value(), relative));
        }
        if (without > 0) {
            problems.add(
                    Problem.warning(
                            "eis.arrhenius.temperature",
                            without
                                    + (without == 1
                                            ? " conductivity has no temperature and was"
                                            : " conductivities have no temperature and were")
                                    + " left out."));
        }
        points.sort(Comparator.comparingDouble(Point::kelvin));
        return points;
    }

    private static Optional<Double> kelvin(Quantity sigma) {
        String text = sigma.conditions().get("temperature");
        if (text == null) {
            return Optional.empty();
        }
        try {
            double t = Double.parseDouble(text);
            return t > 0 && Double.isFinite(t) ? Optional.of(t) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** How many temperatures differ by 0.5 K or more. */
    private static int temperatures(List<Point> points) {
        int count = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (Point p : points) {
            if (p.kelvin() - last >= 0.5) {
                count++;
                last = p.kelvin();
            }
        }
        return count;
    }

    private static void aboutTemperatures(Inputs inputs, List<Problem> problems) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Inputs.Upstream upstream : inputs.upstream()) {
            upstream.recordings().stream()
                    .findFirst()
                    .ifPresent(
                            r -> {
                                for (String k :
                                        List.of(
                                                "sample temperature",
                                                "oven temperature",
                                                "set temperature")) {
                                    if (r.conditions().containsKey(k)) {
                                        kinds.add(k);
                                        break;
                                    }
                                }
                            });
        }
        if (kinds.size() > 1) {
            problems.add(
                    Problem.warning(
                            "eis.arrhenius.kinds",
                            "The temperatures are of different kinds: "
                                    + String.join(", ", kinds)
                                    + "."));
        } else if (!kinds.isEmpty() && !kinds.contains("sample temperature")) {
            problems.add(
                    Problem.info(
                            "eis.arrhenius.oven",
                            "The temperatures are those of the "
                                    + (kinds.contains("oven temperature") ? "oven" : "set points")
                                    + ", not of the sample: one that stays behind by 3 K at the"
                                    + " hot end of 30 to 100 \u00b0C turns 0.420 into 0.406 eV."));
        }
    }

    private static List<Double> celsius(String text) throws AnalysisException {
        List<Double> list = new ArrayList<>();
        for (String part : text.split("[,;]")) {
            if (part.isBlank()) {
                continue;
            }
            try {
                double c = Double.parseDouble(part.strip());
                if (!(c > -ZERO_CELSIUS) || Double.isInfinite(c)) {
                    throw new NumberFormatException();
                }
                list.add(c);
            } catch (NumberFormatException e) {
                throw new AnalysisException(
                        "setting predict takes temperatures in \u00b0C parted by commas, not \""
                                + part.strip()
                                + "\"",
                        e);
            }
        }
        return list;
    }

    // ---- quantities

    private static Quantity energy(ArrheniusLine line, Context context) {
        return energy(line, context, 1, "activation energy", "eV");
    }

    private static Quantity molarEnergy(ArrheniusLine line, Context context) {
        return energy(line, context, KJ_PER_MOL, "molar activation energy", "kJ/mol");
    }

    private static Quantity energy(
            ArrheniusLine line, Context context, double scale, String name, String unit) {
        Quantity q =
                Quantity.of(name, "E_A", line.energy() * scale, Unit.of(unit))
                        .withKey(name + " " + line.form().text())
                        .withCondition("form", line.form().text());
        return finished(
                q,
                line,
                line.energyError() * scale,
                line.energyContributions(),
                scale,
                context.source("slope " + line.form().text()));
    }

    /** With the interval t x own error and 1.96 x common errors, in quadrature. */
    private static Quantity finished(
            Quantity quantity,
            ArrheniusLine line,
            double own,
            Map<String, Double> common,
            double scale,
            String source) {
        Quantity q = quantity;
        double squares = 0;
        for (var c : common.entrySet()) {
            double u = c.getValue() * scale;
            q = q.withContribution(c.getKey(), u);
            squares += u * u;
        }
        if (Double.isFinite(own) && Double.isFinite(line.factor())) {
            q = q.withContribution(source, own);
            double half = Math.sqrt(Math.pow(line.factor() * own, 2) + 1.96 * 1.96 * squares);
            q = q.withInterval95(new Interval(q.value() - half, q.value() + half));
        }
        return q;
    }

    private static Quantity prefactor(ArrheniusLine line, Context context) {
        boolean st = line.form() == Form.SIGMA_T;
        Quantity q =
                Quantity.of(
                                "pre-exponential factor",
                                st ? "\u03c3_0" : "A",
                                Math.exp(line.intercept()),
                                Unit.of(st ? "S K/cm" : "S/cm"))
                        .withKey("pre-exponential factor " + line.form().text())
                        .withCondition("form", line.form().text());
        return exponential(q, line, 0, context);
    }

    private static Quantity predicted(ArrheniusLine line, double celsius, Context context) {
        double kelvin = celsius + ZERO_CELSIUS;
        double reciprocal = 1 / (ArrheniusLine.BOLTZMANN * kelvin);
        double sigma = Math.exp(line.at(reciprocal)) / (line.form() == Form.SIGMA_T ? kelvin : 1);
        Quantity q =
                Quantity.of("conductivity", "\u03c3", sigma, Unit.of("S/cm"))
                        .withKey("conductivity at " + NumberText.of(celsius) + " degC")
                        .withCondition("temperature", kelvin)
                        .withCondition("method", "Arrhenius line")
                        .withCondition("form", line.form().text());
        return exponential(q, line, reciprocal, context);
    }

    /** A quantity whose logarithm lies on the line at 1/(k T). */
    private static Quantity exponential(
            Quantity quantity, ArrheniusLine line, double reciprocal, Context context) {
        Quantity q = quantity;
        double squares = 0;
        for (var c : line.contributionsAt(reciprocal).entrySet()) {
            q = q.withContribution(c.getKey(), c.getValue() * q.value());
            squares += c.getValue() * c.getValue();
        }
        double own = line.errorAt(reciprocal);
        if (Double.isFinite(own) && Double.isFinite(line.factor())) {
            q = q.withContribution(context.source(q.key()), own * q.value());
            double half = Math.sqrt(Math.pow(line.factor() * own, 2) + 1.96 * 1.96 * squares);
            q =
                    q.withInterval95(
                            new Interval(q.value() * Math.exp(-half), q.value() * Math.exp(half)));
        }
        return q;
    }

    // ---- plot and tables

    private static Plot plot(ArrheniusLine line, List<Point> points) {
        int n = points.size();
        boolean st = line.form() == Form.SIGMA_T;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1000 / points.get(i).kelvin();
            y[i] = Math.exp(line.y()[i]);
            errors[i] = y[i] * line.own()[i];
        }
        double low = x[n - 1];
        double high = x[0];
        double margin = 0.03 * (high - low);
        double[] lx = new double[LINE_POINTS];
        double[] ly = new double[LINE_POINTS];
        double[] lower = new double[LINE_POINTS];
        double[] upper = new double[LINE_POINTS];
        for (int i = 0; i < LINE_POINTS; i++) {
            lx[i] = low - margin + (high - low + 2 * margin) * i / (LINE_POINTS - 1);
            double reciprocal = lx[i] / 1000 / ArrheniusLine.BOLTZMANN;
            double at = line.at(reciprocal);
            double half = line.factor() * line.errorAt(reciprocal);
            ly[i] = Math.exp(at);
            lower[i] = Math.exp(at - half);
            upper[i] = Math.exp(at + half);
        }
        List<Series> series = new ArrayList<>();
        if (Double.isFinite(line.factor())) {
            series.add(Series.band("95 % confidence", 0, lx, lower, upper));
        }
        series.add(Series.fit("E_A = " + NumberText.of(line.energy()) + " eV", 0, lx.clone(), ly));
        series.add(Series.measured("measured", 0, x, y).withErrors(errors));
        return Plot.of(
                "arrhenius",
                "Arrhenius plot of the conductivity",
                Axis.linear("reciprocal-temperature", "1000/T", "1000/K").withCelsius(),
                Axis.logarithmic("conductivity", st ? "\u03c3T" : "\u03c3", st ? "S K/cm" : "S/cm"),
                series);
    }

    private static DataTable table(ArrheniusLine line, List<Point> points) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point p = points.get(i);
            double all = 0;
            for (double c : p.contributions().values()) {
                all += c * c;
            }
            rows.add(
                    List.of(
                            p.kelvin() - ZERO_CELSIUS,
                            p.kelvin(),
                            p.sigma(),
                            Math.sqrt(all) * p.sigma(),
                            line.own()[i] * p.sigma(),
                            100 * (Math.exp(line.y()[i] - line.at(line.x()[i])) - 1)));
        }
        return new DataTable(
                "Conductivities",
                List.of(
                        "Temperature / degC",
                        "Temperature / K",
                        "Conductivity / S/cm",
                        "Standard uncertainty / S/cm",
                        "of it the point's own / S/cm",
                        "Off the line / %"),
                rows);
    }

    private static DataTable budget(ArrheniusLine line, Context context) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("scatter and fits", line.energyError(), 100 * line.interceptError()));
        Map<String, Double> energy = line.energyContributions();
        Map<String, Double> intercept = line.contributionsAt(0);
        energy.forEach(
                (source, u) ->
                        rows.add(
                                List.of(
                                        label(source, context),
                                        Math.abs(u),
                                        100 * Math.abs(intercept.get(source)))));
        return new DataTable(
                "Sources of uncertainty",
                List.of("Source", "of the activation energy / eV", "of the prefactor / %"),
                rows);
    }

    private static String label(String source, Context context) {
        return context.inputs()
                .cell()
                .filter(c -> source.startsWith("cell:" + c.id() + "/"))
                .map(c -> source.substring(source.indexOf('/') + 1) + " of the cell")
                .orElse(source);
    }

    private static String text(ArrheniusLine line, ArrheniusLine other) {
        return "E_A = "
                + NumberText.of(line.energy())
                + " eV ("
                + NumberText.of(line.energy() * KJ_PER_MOL)
                + " kJ/mol) from ln("
                + line.form().text()
                + ") against 1/T, "
                + NumberText.of(other.energy())
                + " eV from ln("
                + other.form().text()
                + "). The line was weighted by the uncertainties that differ from point to point"
                + (Double.isFinite(line.reducedChiSquare())
                        ? "; reduced chi-square " + NumberText.of(line.reducedChiSquare())
                        : "")
                + ". Errors of thickness and diameter are common to all temperatures: they move the"
                + " prefactor, not the activation energy.";
    }
}
