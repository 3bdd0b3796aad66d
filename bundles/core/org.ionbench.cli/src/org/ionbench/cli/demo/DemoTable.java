// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.demo;

import org.ionbench.api.problem.Severity;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.cli.output.TextTable;
import org.ionbench.cli.results.PrintedUnits;
import org.ionbench.demo.Labels;
import org.ionbench.engine.output.Printed;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.runs.RunResult;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The main results of the example project, each with the value that was published.
 *
 * @param results of all its runs
 * @param published values from the paper
 */
record DemoTable(List<RunResult> results, List<PublishedValue> published) {
    /** The conditions that tell results apart. */
    private static final Set<String> TOLD =
            Set.of(
                    "material",
                    "arc",
                    "method",
                    "convention",
                    "cycle",
                    "cycles",
                    "excluded",
                    "rate",
                    "basis");

    private static final double ZERO_CELSIUS = 273.15;
    private static final double NEAR = 1e-6;

    /** The lines of the table. */
    @Override
    public String toString() {
        TextTable table =
                new TextTable(
                        "",
                        "Sample",
                        "sigma(30 degC)",
                        "published",
                        "sigma(60 degC)",
                        "published",
                        "E_A",
                        "published");
        for (String sample : List.of(Labels.PRISTINE, Labels.BALL_MILLED, Labels.COMPOSITE)) {
            Optional<Quantity> at30 = conductivity(sample, 30);
            Optional<Quantity> at60 = conductivity(sample, 60);
            Optional<Quantity> energy = energy(sample);
            table.row(
                    sample,
                    text(at30),
                    literature(sample, at30),
                    text(at60),
                    literature(sample, at60),
                    text(energy),
                    literature(sample, energy));
        }
        return table + System.lineSeparator() + others() + contradictions();
    }

    /** What checks of the whole project say. */
    private String contradictions() {
        return results.stream()
                .filter(r -> r.cell().isEmpty())
                .flatMap(r -> r.report().stream())
                .flatMap(r -> r.problems().stream())
                .filter(p -> p.severity() != Severity.INFO)
                .map(
                        p ->
                                System.lineSeparator()
                                        + p.message()
                                        + (p.mend().isEmpty() ? "" : " " + p.mend())
                                        + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** What the other experiments gave. */
    private TextTable others() {
        TextTable table = new TextTable("", "Cell", "Quantity", "At", "Value", "published");
        for (Headline headline : Headline.ALL) {
            for (RunResult run : headline.runs(results)) {
                for (Quantity q : headline.in(run)) {
                    table.row(
                            run.cell(),
                            q.name(),
                            conditions(q),
                            Printed.ASCII.plusMinus(q),
                            literature(run.sample(), run.cell(), q));
                }
            }
        }
        return table;
    }

    private static String conditions(Quantity q) {
        return q.conditions().entrySet().stream()
                .filter(c -> TOLD.contains(c.getKey()))
                .map(c -> c.getKey() + " " + c.getValue())
                .collect(Collectors.joining(", "));
    }

    /** As measured at that temperature. */
    private Optional<Quantity> conductivity(String sample, double celsius) {
        return quantities(sample).stream()
                .filter(q -> q.name().equals("conductivity"))
                .filter(q -> !q.conditions().containsKey("method"))
                .filter(q -> isAt(q, celsius + ZERO_CELSIUS))
                .findFirst()
                .map(PrintedUnits::of);
    }

    private static boolean isAt(Quantity q, double kelvin) {
        String text = q.conditions().getOrDefault("temperature", "");
        try {
            return Math.abs(Double.parseDouble(text) - kelvin) < NEAR;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Optional<Quantity> energy(String sample) {
        return quantities(sample).stream()
                .filter(q -> q.name().equals("activation energy"))
                .filter(q -> q.conditions().getOrDefault("form", "").equals("sigma T"))
                .findFirst()
                .map(PrintedUnits::of);
    }

    private List<Quantity> quantities(String sample) {
        return results.stream()
                .filter(r -> r.sample().equals(sample))
                .flatMap(r -> r.report().map(Report::quantities).orElse(List.of()).stream())
                .toList();
    }

    private static String text(Optional<Quantity> q) {
        return q.map(Printed.ASCII::plusMinus).orElse("-");
    }

    private String literature(String sample, Optional<Quantity> result) {
        return result.map(q -> literature(sample, "", q)).orElse("");
    }

    private String literature(String sample, String cell, Quantity q) {
        return PublishedValue.of(sample, cell, q, published)
                .map(p -> Printed.ASCII.given(p.in(q.unit()), q.unit().symbol()))
                .orElse("");
    }
}
