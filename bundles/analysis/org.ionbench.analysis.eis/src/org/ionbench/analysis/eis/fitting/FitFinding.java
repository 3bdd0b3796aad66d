// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.api.circuit.CircuitParameter;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.numerics.leastsquares.Covariance;
import org.ionbench.numerics.leastsquares.WeakDirection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a circuit fit into the finding of a report, and says what is doubtful about it. */
final class FitFinding {
    private static final double HIGH_CORRELATION = 0.98;

    /** Below this mean squared weighted residual nothing but rounding is left. */
    private static final double ROUNDING = 1e-32;

    private final CircuitFit fit;
    private final Covariance covariance;

    FitFinding(CircuitFit fit) {
        this.fit = fit;
        covariance = fit.covariance();
    }

    Covariance covariance() {
        return covariance;
    }

    Fit finding() {
        double chi = fit.chiSquare();
        int n = 2 * fit.spectrum().size();
        int p = fit.solution().varyingCount();
        double logarithm = n * Math.log(Math.max(chi / n, ROUNDING));
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("starts", (double) fit.starts());
        details.put("agreeing starts", (double) fit.agreeingStarts());
        details.put("residual correlation", fit.residualCorrelation());
        return new Fit(
                fit.circuit().code(),
                fit.weight().id(),
                fit.spectrum().size(),
                List.of(fit.spectrum().lowestFrequency(), fit.spectrum().highestFrequency()),
                fit.converged(),
                message(),
                fit.evaluations(),
                chi,
                n > p ? chi / (n - p) : Double.NaN,
                logarithm + 2 * p,
                logarithm + p * Math.log(n),
                parameters(),
                correlations(),
                details);
    }

    private String message() {
        String end =
                switch (fit.solution().termination()) {
                    case SMALL_REDUCTION, SMALL_STEP, SMALL_GRADIENT -> "converged";
                    case ITERATION_LIMIT, EVALUATION_LIMIT ->
                            "not converged: the limit of iterations was reached";
                    case CANCELLED -> "cancelled";
                    case NOT_FINITE -> "the circuit has no finite impedance at the start";
                    case NO_PROGRESS -> "not converged: no further decrease was found";
                };
        return end
                + "; "
                + fit.starts()
                + (fit.starts() == 1 ? " start" : " starts")
                + ", of which "
                + fit.agreeingStarts()
                + " ended here";
    }

    private List<FitParameter> parameters() {
        List<FitParameter> list = new ArrayList<>();
        for (int j = 0; j < fit.parameters().size(); j++) {
            CircuitParameter p = fit.parameters().get(j);
            double error = error(j);
            list.add(
                    new FitParameter(
                            p.name(),
                            fit.solution().value(j),
                            p.spec().unit(),
                            error,
                            interval(j, error),
                            fit.varies(j),
                            p.spec().min(),
                            p.spec().max()));
        }
        return list;
    }

    /** The standard error; NaN where fixed, on a bound, or not to be told. */
    private double error(int j) {
        double error = fit.varies(j) ? covariance.standardError(j) : Double.NaN;
        return Double.isFinite(error) ? error : Double.NaN;
    }

    private Optional<Interval> interval(int j, double error) {
        if (Double.isNaN(error)) {
            return Optional.empty();
        }
        var i = covariance.interval(j, 0.95);
        return Optional.of(new Interval(i.lower(), i.upper()));
    }

    private List<Fit.Correlation> correlations() {
        List<Fit.Correlation> list = new ArrayList<>();
        for (int i = 0; i < fit.parameters().size(); i++) {
            for (int j = i + 1; j < fit.parameters().size(); j++) {
                if (fit.varies(i) && fit.varies(j)) {
                    double c = covariance.correlation(i, j);
                    if (Double.isFinite(c)) {
                        list.add(new Fit.Correlation(name(i), name(j), c));
                    }
                }
            }
        }
        return list;
    }

    private String name(int j) {
        return fit.parameters().get(j).name();
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (!fit.converged()) {
            problems.add(
                    Problem.warning("eis.fit.end", "The fit did not converge: " + message() + "."));
        }
        if (fit.lowestChiSquare() < 0.99 * fit.chiSquare()) {
            problems.add(
                    Problem.info(
                                    "eis.fit.deeper",
                                    "The start values led to a minimum with chi-square "
                                            + NumberText.of(fit.chiSquare())
                                            + "; from other starts one with "
                                            + NumberText.of(fit.lowestChiSquare())
                                            + " was found.")
                            .with(fit.chiSquare(), fit.lowestChiSquare())
                            .mend("Fit without start values to see it."));
        }
        for (WeakDirection d : covariance.undeterminedDirections()) {
            String names = String.join(" and ", d.parameters());
            problems.add(
                    Problem.warning(
                                    "eis.fit.singular",
                                    d.parameters().size() == 1
                                            ? "The data say nothing about "
                                                    + names
                                                    + ": it has no standard error."
                                            : "The data cannot tell "
                                                    + names
                                                    + " apart: they have no standard error.")
                            .with(d.parameters().toArray())
                            .mend("Fix one of them, or take a simpler circuit."));
        }
        for (int j = 0; j < fit.parameters().size(); j++) {
            if (fit.varies(j) && fit.solution().atBound(j)) {
                problems.add(
                        Problem.warning(
                                        "eis.fit.bound",
                                        name(j)
                                                + " rests on the bound "
                                                + NumberText.of(
                                                        fit.solution().value(j),
                                                        fit.parameters().get(j).spec().unit())
                                                + " and has no standard error.")
                                .with(name(j)));
            }
        }
        List<String> pairs = new ArrayList<>();
        for (Fit.Correlation c : correlations()) {
            if (Math.abs(c.value()) > HIGH_CORRELATION) {
                pairs.add(c.first() + " and " + c.second() + " (" + NumberText.of(c.value()) + ")");
            }
        }
        if (!pairs.isEmpty()) {
            problems.add(
                    Problem.info(
                                    "eis.fit.correlated",
                                    "Hardly to be told apart, for their correlation is beyond "
                                            + HIGH_CORRELATION
                                            + ": "
                                            + String.join(", ", pairs)
                                            + ".")
                            .with(pairs.toArray()));
        }
        return problems;
    }
}
