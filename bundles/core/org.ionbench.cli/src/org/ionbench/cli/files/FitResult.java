// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.cli.output.JsonDocument;
import org.ionbench.cli.output.Rounded;
import org.ionbench.cli.output.TextTable;
import org.ionbench.engine.output.Printed;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A fit as {@code fit} prints it.
 *
 * @param file the file as the user named it
 * @param recording the name of the spectrum
 * @param problems of the spectrum and of the fit
 */
record FitResult(Path file, String recording, Fit fit, List<Problem> problems) {
    private static final double STRONG = 0.9;

    void write(JsonDocument json) {
        json.object(
                () -> {
                    json.put("file", file.toString()).put("recording", recording);
                    json.put("circuit", fit.model()).put("weight", fit.weight());
                    json.put("points", fit.points()).put("range", fit.range());
                    json.put("success", fit.success()).put("message", fit.message());
                    json.put("evaluations", fit.evaluations());
                    json.put("chiSquare", fit.chiSquare());
                    json.put("reducedChiSquare", fit.reducedChiSquare());
                    json.put("aic", fit.aic()).put("bic", fit.bic());
                    json.list("parameters", () -> fit.parameters().forEach(p -> write(json, p)));
                    json.list(
                            "correlations",
                            () ->
                                    fit.correlations()
                                            .forEach(
                                                    c ->
                                                            json.add(
                                                                    List.of(
                                                                            c.first(),
                                                                            c.second(),
                                                                            c.value()))));
                    InspectJson.problems(json, problems);
                });
    }

    private static void write(JsonDocument json, FitParameter p) {
        json.object(
                () -> {
                    json.put("name", p.name()).put("value", p.value()).put("unit", p.unit());
                    json.put("stderr", p.stderr());
                    json.put("ci95", p.ci95().map(i -> List.of(i.low(), i.high())));
                    json.put("vary", p.vary()).put("min", p.min()).put("max", p.max());
                });
    }

    void print(PrintStream out) {
        out.println(file + ", " + recording);
        out.println(
                fit.model()
                        + ", "
                        + fit.weight()
                        + " weights, "
                        + Rounded.count(fit.points(), "point")
                        + " from "
                        + Rounded.number(fit.range().getFirst(), 4)
                        + " to "
                        + Rounded.number(fit.range().getLast(), 4)
                        + " Hz");
        TextTable table = new TextTable("  ", "Parameter", "Value", "");
        for (FitParameter p : fit.parameters()) {
            table.row(
                    p.name(),
                    Printed.ASCII.plusMinus(p.value(), p.stderr(), p.unit()),
                    p.vary() ? Double.isNaN(p.stderr()) ? "no error can be given" : "" : "fixed");
        }
        out.print(table);
        out.println(
                "chi-square "
                        + Rounded.number(fit.chiSquare(), 4)
                        + ", reduced "
                        + Rounded.number(fit.reducedChiSquare(), 4)
                        + ", AIC "
                        + Rounded.number(fit.aic(), 5)
                        + ", BIC "
                        + Rounded.number(fit.bic(), 5)
                        + ", "
                        + Rounded.count(fit.evaluations(), "evaluation"));
        fit.correlations().stream()
                .filter(c -> Math.abs(c.value()) > STRONG)
                .forEach(
                        c ->
                                out.println(
                                        "correlation of "
                                                + c.first()
                                                + " and "
                                                + c.second()
                                                + " "
                                                + Rounded.number(c.value(), 3)));
        problems.forEach(p -> out.println(p.severity().id() + ": " + Sentences.of(p)));
    }
}
