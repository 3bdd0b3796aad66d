// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.results;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.cli.output.JsonDocument;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.RunState;
import org.ionbench.engine.session.Origins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results as {@code run}, {@code demo} and {@code analyse} print them in JSON.
 *
 * @param project the project as the user named it; empty for files without one
 * @param published values to print beside results
 */
public record RunsJson(Optional<String> project, List<PublishedValue> published) {

    public void write(JsonDocument json, List<RunResult> results) {
        json.object(
                () -> {
                    json.put("project", project);
                    json.list("runs", () -> results.forEach(r -> run(json, r)));
                });
    }

    private void run(JsonDocument json, RunResult r) {
        json.object(
                () -> {
                    json.put("id", r.id()).put("label", r.label());
                    json.put("analysis", r.analysis()).put("version", r.version());
                    json.put("revision", r.revision());
                    json.put("inputs", r.inputs().stream().map(RunsJson::input).toList());
                    json.put("sample", r.sample()).put("cell", r.cell());
                    json.put("state", r.state().id());
                    json.put("settings", r.settings());
                    json.list(
                            "quantities",
                            () ->
                                    r.report().map(Report::quantities).orElse(List.of()).stream()
                                            .map(PrintedUnits::of)
                                            .forEach(q -> quantity(json, r, q)));
                    ProblemText.write(json, problems(r));
                });
    }

    /** The file's name and the recording's. */
    private static String input(RunResult.Input input) {
        String file = Origins.shortly(input.rawFile());
        return file.isEmpty() ? input.recording() : file + ": " + input.recording();
    }

    private void quantity(JsonDocument json, RunResult r, Quantity q) {
        json.object(
                () -> {
                    json.put("name", q.name()).put("symbol", q.symbol());
                    json.put("value", q.value()).put("unit", q.unit().symbol());
                    double u = q.standardUncertainty();
                    json.put("stderr", u > 0 ? u : null);
                    json.put("ci95", q.interval95().map(i -> List.of(i.low(), i.high())));
                    json.put("conditions", conditions(q));
                    PublishedValue.of(r.sample(), r.cell(), q, published)
                            .ifPresent(p -> json.put("published", value(p, q)));
                });
    }

    private static double value(PublishedValue p, Quantity q) {
        boolean same = p.unit().equals(q.unit().symbol());
        return same ? p.value() : p.in(q.unit());
    }

    /** Numbers among the conditions as numbers. */
    private static Map<String, Object> conditions(Quantity q) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        q.conditions().forEach((key, text) -> conditions.put(key, value(text)));
        return conditions;
    }

    private static Object value(String text) {
        if (!text.matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
            return text;
        }
        double number = Double.parseDouble(text);
        boolean whole = text.matches("[-+]?\\d{1,15}");
        return whole ? (Object) (long) number : (Object) number;
    }

    /** What a reader must know; why there is no result comes first. */
    static List<Problem> problems(RunResult r) {
        List<Problem> problems = new ArrayList<>();
        if (r.state() != RunState.CURRENT) {
            r.why().ifPresent(why -> problems.add(Problem.error("run.failed", why)));
        }
        r.report().ifPresent(report -> problems.addAll(report.problems()));
        return problems;
    }
}
