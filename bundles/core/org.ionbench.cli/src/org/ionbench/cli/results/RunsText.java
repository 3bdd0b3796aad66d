// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.results;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.cli.output.TextTable;
import org.ionbench.engine.output.Printed;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.RunState;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Results as people read them.
 *
 * @param published values to print beside results
 */
public record RunsText(List<PublishedValue> published) {

    /**
     * Prints them.
     *
     * @param project as the user named it, for the commands that would mend a problem
     */
    public void print(PrintStream out, List<RunResult> results, Optional<String> project) {
        for (RunResult r : results) {
            out.println(
                    (r.cell().isEmpty() ? "" : r.cell() + ": ")
                            + r.label()
                            + (r.state() == RunState.CURRENT ? "" : " (" + r.state().id() + ")"));
            List<Quantity> quantities =
                    r.report().map(Report::quantities).orElse(List.of()).stream()
                            .map(PrintedUnits::of)
                            .toList();
            boolean literature =
                    quantities.stream()
                            .anyMatch(
                                    q ->
                                            PublishedValue.of(r.sample(), r.cell(), q, published)
                                                    .isPresent());
            TextTable table =
                    literature
                            ? new TextTable("  ", "Quantity", "Value", "At", "Published")
                            : new TextTable("  ", "Quantity", "Value", "At");
            quantities.forEach(q -> row(table, r, q, literature));
            if (!table.isEmpty()) {
                out.print(table);
            }
            for (Problem p : RunsJson.problems(r)) {
                out.println("  " + p.severity().id() + ": " + ProblemText.of(p));
                project.ifPresent(
                        name ->
                                p.changes()
                                        .forEach(
                                                c ->
                                                        out.println(
                                                                "    "
                                                                        + ProblemText.command(
                                                                                name, c))));
            }
        }
    }

    private void row(TextTable table, RunResult r, Quantity q, boolean literature) {
        String name = q.symbol().isEmpty() ? q.name() : q.name() + " " + q.symbol();
        String value = Printed.ASCII.plusMinus(q);
        String at =
                q.conditions().entrySet().stream()
                        .map(RunsText::condition)
                        .collect(Collectors.joining(", "));
        if (!literature) {
            table.row(name, value, at);
            return;
        }
        table.row(
                name,
                value,
                at,
                PublishedValue.of(r.sample(), r.cell(), q, published)
                        .map(p -> Printed.ASCII.number(p.in(q.unit()), 2, q.unit().symbol()))
                        .orElse(""));
    }

    private static String condition(Map.Entry<String, String> c) {
        if (c.getKey().equals("temperature")) {
            try {
                return Printed.ASCII.celsius(Double.parseDouble(c.getValue()));
            } catch (NumberFormatException e) {
                return c.getValue();
            }
        }
        return c.getKey() + " " + c.getValue();
    }
}
