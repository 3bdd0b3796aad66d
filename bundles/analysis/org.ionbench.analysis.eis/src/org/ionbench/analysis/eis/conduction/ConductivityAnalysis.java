// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.conduction;

import org.ionbench.analysis.eis.fitting.FitAnalysis;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conductivity of a pellet: sigma = L / (R A) with thickness L, electrode area A = pi d^2 / 4
 * and the resistance R of a circuit fit.
 *
 * <p>R is the total resistance of the electrolyte that the fit reports; where it reports none, the
 * sum of all resistors of the circuit, of which a leading R0 is left out if no fixture was taken
 * off and an arc lies within the frequency window (it is then the leads). Uncertainties of
 * thickness and diameter stay separate contributions, for they are common to all temperatures of
 * the cell.
 */
public final class ConductivityAnalysis implements Analysis<ConductivitySettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.eis.conductivity";

    /** Name and key of the result. */
    public static final String CONDUCTIVITY = "conductivity";

    @Override
    public Class<ConductivitySettings> settings() {
        return ConductivitySettings.class;
    }

    @Override
    public Need need() {
        return Need.eachReport(FitAnalysis.ID);
    }

    @Override
    public List<String> references() {
        return List.of("JCGM 100:2008, Guide to the expression of uncertainty in measurement");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.upstream().size() != 1) {
            return Optional.of("The report of one circuit fit is needed.");
        }
        return inputs.cell().isEmpty()
                ? Optional.of(missing("a cell"))
                : lacking(inputs.cell().get());
    }

    private static Optional<String> lacking(Cell cell) {
        for (String property : List.of(Cell.THICKNESS, Cell.DIAMETER)) {
            Optional<Quantity> q = cell.quantity(property);
            if (q.isEmpty() || !(q.get().si() > 0)) {
                return Optional.of(
                        missing("the " + property + " of the cell \"" + cell.name() + "\""));
            }
        }
        return Optional.empty();
    }

    private static String missing(String what) {
        return "A conductivity needs "
                + what
                + ", which is not known: set thickness and diameter"
                + " of the pellet.";
    }

    @Override
    public Report run(Context context, ConductivitySettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Inputs.Upstream upstream = context.inputs().upstream().getFirst();
        Cell cell = context.inputs().cell().orElseThrow();
        List<Problem> problems = new ArrayList<>();
        Resistance r = resistance(upstream, settings, cell, problems);
        Quantity thickness = cell.quantity(Cell.THICKNESS).orElseThrow();
        Quantity area = cell.area().orElseThrow();
        double sigma = thickness.si() / (r.quantity.si() * area.si());
        Quantity conductivity = Quantity.of(CONDUCTIVITY, "\u03c3", sigma, Unit.of("S/m"));
        conductivity = add(conductivity, thickness, sigma / thickness.si());
        conductivity = add(conductivity, area, -sigma / area.si());
        conductivity = add(conductivity, r.quantity, -sigma / r.quantity.si());
        var temperature =
                upstream.recordings().isEmpty()
                        ? Optional.<Quantity>empty()
                        : upstream.recordings().getFirst().temperature();
        if (temperature.isPresent()) {
            conductivity = conductivity.withCondition("temperature", temperature.get().si());
        } else {
            problems.add(
                    Problem.warning(
                                    "eis.temperature.unknown",
                                    "The temperature of the measurement is not known.")
                            .mend("Give the recording a temperature."));
        }
        if (thickness.standardUncertainty() == 0) {
            problems.add(
                    Problem.info(
                            "eis.thickness.exact",
                            "The thickness was given without an uncertainty, which often rules that"
                                    + " of a conductivity."));
        }
        if (cell.shortCircuit().isEmpty()) {
            problems.add(
                    Problem.info(
                                    "eis.fixture.none",
                                    "No short circuit of the fixture was taken off: leads of 1 ohm"
                                            + " lower an activation energy of 0.42 eV by 0.01 eV"
                                            + " where a pellet has 10 ohm.")
                            .mend("Import a measurement of the shorted fixture."));
        }
        Report.Builder report = Report.builder();
        report.quantity(conductivity.in(Unit.of("S/cm")));
        report.quantity(r.quantity.withKey("resistance"));
        report.text(
                "The conductivity is L/(R A) with L = "
                        + NumberText.of(thickness.si() * 1e3)
                        + " mm, A = "
                        + NumberText.of(area.si() * 1e4)
                        + " cm2 and R = "
                        + NumberText.of(r.quantity.si(), "ohm")
                        + ", "
                        + r.meaning
                        + ".");
        problems.forEach(report::problem);
        return report.build();
    }

    /** Adds the contributions of a factor, times the derivative of the product by it in SI. */
    private static Quantity add(Quantity product, Quantity factor, double derivative) {
        Quantity result = product;
        double scale = derivative * factor.unit().factor();
        for (Map.Entry<String, Double> c : factor.contributions().entrySet()) {
            result = result.withContribution(c.getKey(), c.getValue() * scale);
        }
        return result;
    }

    private record Resistance(Quantity quantity, String meaning) {}

    private static Resistance resistance(
            Inputs.Upstream upstream,
            ConductivitySettings settings,
            Cell cell,
            List<Problem> problems)
            throws AnalysisException {
        Report report = upstream.report();
        if (report.fits().isEmpty()) {
            throw new AnalysisException("The report holds no circuit fit.");
        }
        Fit fit = report.fits().getFirst();
        List<String> names = new ArrayList<>(FitAnalysis.names(settings.resistance()));
        boolean auto =
                names.isEmpty() || names.size() == 1 && names.getFirst().equalsIgnoreCase("auto");
        if (auto) {
            Optional<Quantity> total = report.quantity(FitAnalysis.RESISTANCE);
            if (total.isPresent()) {
                return new Resistance(total.get(), "the total resistance of the electrolyte");
            }
            names = resistors(fit, report, cell, problems);
        }
        double sum = 0;
        double variance = 0;
        for (String a : names) {
            FitParameter p = parameter(fit, a);
            sum += p.value();
            for (String b : names) {
                double ua = error(p);
                double ub = error(parameter(fit, b));
                variance += fit.correlation(p.name(), parameter(fit, b).name()) * ua * ub;
            }
        }
        if (!(sum > 0)) {
            throw new AnalysisException(
                    "The resistance " + String.join(" + ", names) + " is not positive.");
        }
        Quantity q =
                Quantity.of("resistance", "R", sum, Unit.of("ohm"))
                        .withCondition("of", String.join(" + ", names))
                        .withContribution(
                                "run:" + upstream.runId() + "/" + String.join("+", names),
                                Math.sqrt(Math.max(0, variance)));
        return new Resistance(q, "which is " + String.join(" + ", names) + " of the fit");
    }

    private static double error(FitParameter p) {
        return Double.isFinite(p.stderr()) ? p.stderr() : 0;
    }

    private static FitParameter parameter(Fit fit, String name) throws AnalysisException {
        return fit.parameter(name)
                .or(() -> fit.parameter(name + ".R"))
                .orElseThrow(
                        () ->
                                new AnalysisException(
                                        "The circuit "
                                                + fit.model()
                                                + " has no parameter "
                                                + name
                                                + "."));
    }

    /** The resistors to add where the fit gives no total. */
    private static List<String> resistors(Fit fit, Report report, Cell cell, List<Problem> problems)
            throws AnalysisException {
        List<String> names = new ArrayList<>();
        for (FitParameter p : fit.parameters()) {
            if (p.name().endsWith(".R") && p.unit().equals("ohm")) {
                names.add(p.name());
            }
        }
        boolean arcInside =
                report.quantities().stream()
                        .filter(q -> q.name().equals("characteristic frequency"))
                        .anyMatch(
                                q ->
                                        fit.range().get(0) <= q.value()
                                                && q.value() <= fit.range().get(1));
        if (names.size() > 1
                && names.getFirst().equals("R0.R")
                && cell.shortCircuit().isEmpty()
                && arcInside) {
            names.removeFirst();
            problems.add(
                    Problem.info(
                            "eis.resistance.leads",
                            "R0 was taken for the leads, since no short circuit of the fixture was"
                                    + " taken off and an arc lies in the frequency window."));
        }
        if (names.isEmpty()) {
            throw new AnalysisException(
                    "The circuit " + fit.model() + " has no resistance: name the parameters.");
        }
        problems.add(
                Problem.info(
                        "eis.resistance.sum",
                        "The resistance is the sum "
                                + String.join(" + ", names)
                                + "; name others in the setting resistance if some of them are"
                                + " not of the electrolyte."));
        return names;
    }
}
