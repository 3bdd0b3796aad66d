// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.reversible;

import org.ionbench.analysis.transference.Amounts;
import org.ionbench.analysis.transference.Spectra;
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
import java.util.Optional;

/**
 * The transference number of the cation from an impedance spectrum that reaches frequencies low
 * enough for the diffusion of the salt: t = R_bulk / (R_bulk + R_diff), with R_diff the width of
 * the arc of a finite Warburg element between electrodes of the metal (Watanabe; S&oslash;rensen
 * and Jacobsen).
 *
 * <p>As with a polarisation, a dilute and ideal electrolyte is assumed.
 */
public final class LowFrequencyAnalysis implements Analysis<LowFrequencySettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.transference.lowFrequency";

    /** Where the arc of tanh(sqrt(j w tau))/sqrt(j w tau) has its apex: w tau. */
    private static final double APEX = 2.541;

    @Override
    public Class<LowFrequencySettings> settings() {
        return LowFrequencySettings.class;
    }

    @Override
    public Need need() {
        return Need.eachReport(Spectra.FIT);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Sorensen and Jacobsen 1982, Electrochim. Acta 27, 1671,"
                        + " doi 10.1016/0013-4686(82)80162-9",
                "Watanabe et al. 1988, Solid State Ionics 28-30, 911,"
                        + " doi 10.1016/0167-2738(88)90303-7",
                "Balsara and Newman 2015, J. Electrochem. Soc. 162, A2720,"
                        + " doi 10.1149/2.0651514jes");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.upstream().size() != 1
                || inputs.upstream().getFirst().report().fits().isEmpty()) {
            return Optional.of("The report of one circuit fit is needed.");
        }
        return Optional.empty();
    }

    @Override
    public Report run(Context context, LowFrequencySettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        context.progress().checkCancelled();
        Inputs.Upstream upstream = context.inputs().upstream().getFirst();
        Fit fit = upstream.report().fits().getFirst();
        FitParameter diffusion = diffusion(fit, settings.diffusion());
        double area =
                context.inputs().cell().flatMap(Cell::area).map(Quantity::si).orElse(Double.NaN);
        List<String> bulk =
                Resistances.electrolyte(fit, settings.bulk(), List.of(diffusion.name()), area);
        double rb = Resistances.sum(fit, bulk);
        double rd = diffusion.value();
        double t = rb / (rb + rd);
        List<Problem> problems = new ArrayList<>();
        Quantity number =
                number(upstream, fit, bulk, diffusion, t, rb + rd)
                        .withCondition("method", "low-frequency impedance");
        Quantity q =
                upstream.recordings().stream()
                        .findFirst()
                        .map(r -> Amounts.withTemperature(number, r))
                        .orElse(number);
        about(fit, diffusion, t, problems);
        Report.Builder report = Report.builder();
        report.quantity(q);
        report.quantity(
                Quantity.of("electrolyte resistance", "R_bulk", rb, Unit.of("ohm"))
                        .withContribution(
                                source(upstream, String.join("+", bulk)),
                                Resistances.error(fit, bulk)));
        report.quantity(
                Quantity.of("diffusion resistance", "R_diff", rd, Unit.of("ohm"))
                        .withContribution(
                                source(upstream, diffusion.name()),
                                Resistances.error(fit, List.of(diffusion.name()))));
        report.text(
                "The transference number is R_bulk/(R_bulk + R_diff) with R_bulk = "
                        + NumberText.of(rb)
                        + " ohm ("
                        + String.join(" + ", bulk)
                        + ") and R_diff = "
                        + NumberText.of(rd)
                        + " ohm ("
                        + diffusion.name()
                        + ") of the fit of "
                        + fit.model()
                        + ".");
        problems.forEach(report::problem);
        return report.build();
    }

    private static String source(Inputs.Upstream upstream, String parameter) {
        return "run:" + upstream.runId() + "/" + parameter;
    }

    /**
     * Errors of the two resistances are correlated; the common part has the source of the first.
     */
    private static Quantity number(
            Inputs.Upstream upstream,
            Fit fit,
            List<String> bulk,
            FitParameter diffusion,
            double t,
            double sum) {
        List<String> other = List.of(diffusion.name());
        double ub = Resistances.error(fit, bulk);
        double ud = Resistances.error(fit, other);
        double shared = ub > 0 ? Resistances.covariance(fit, bulk, other) / ub : 0;
        double own = Math.sqrt(Math.max(0, ud * ud - shared * shared));
        double byBulk = (1 - t) / sum;
        double byDiffusion = -t / sum;
        return Quantity.of(BruceVincent.NAME, "t_+", t, Unit.ONE)
                .withContribution(
                        source(upstream, String.join("+", bulk)),
                        byBulk * ub + byDiffusion * shared)
                .withContribution(source(upstream, diffusion.name()), byDiffusion * own);
    }

    private static FitParameter diffusion(Fit fit, String name) throws AnalysisException {
        boolean auto = name.isBlank() || name.strip().equalsIgnoreCase("auto");
        List<FitParameter> found =
                fit.parameters().stream()
                        .filter(
                                p ->
                                        auto
                                                ? p.name().matches("W[so]\\d*\\.R")
                                                : p.name().equals(name.strip())
                                                        || p.name().equals(name.strip() + ".R"))
                        .toList();
        if (found.size() != 1) {
            throw new AnalysisException(
                    "The circuit "
                            + fit.model()
                            + (found.isEmpty()
                                    ? " has no resistance of diffusion: fit one such as"
                                            + " R0-p(R1,CPE1)-Ws1, or name the parameter."
                                    : " has several Warburg elements: name the one that is the"
                                            + " diffusion in the electrolyte."));
        }
        return found.getFirst();
    }

    private static void about(Fit fit, FitParameter diffusion, double t, List<Problem> problems) {
        String element = diffusion.name().substring(0, diffusion.name().indexOf('.'));
        Optional<FitParameter> tau = fit.parameter(element + ".tau");
        double lowest = fit.range().isEmpty() ? Double.NaN : fit.range().getFirst();
        if (tau.isPresent()) {
            double apex = APEX / (2 * Math.PI * tau.get().value());
            if (lowest > apex) {
                problems.add(
                        Problem.warning(
                                        "transference.frequency",
                                        "The spectrum ends at "
                                                + NumberText.of(lowest, "Hz")
                                                + ", above the apex of the diffusion arc at "
                                                + NumberText.of(apex, "Hz")
                                                + ": its width is extrapolated.")
                                .mend("Measure to lower frequencies."));
            }
        }
        if (element.startsWith("Wo")) {
            problems.add(
                    Problem.warning(
                            "transference.open",
                            "The element Wo blocks the salt at its end, as no electrode of the"
                                    + " metal does: Ws is the one of this equation."));
        }
        if (!(t >= 0 && t <= 1)) {
            problems.add(
                    Problem.error(
                            "transference.negative",
                            "The resistances give no number between 0 and 1: one is negative."));
        }
        problems.add(
                Problem.info(
                        "transference.concentrated",
                        "The number holds for a dilute, ideal electrolyte; in a concentrated one it"
                                + " is an apparent one and not the t_+^0 of transport theory."));
    }
}
