// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.report.Report;
import org.ionbench.engine.output.Markup;
import org.ionbench.engine.runs.RunResult;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One cell on the page: analyses that ran once first, for they sum up the others, then those that
 * ran on each recording, then what a reader must know.
 */
final class CellPart {
    private final Parts parts;
    private final Markup page;

    CellPart(Parts parts, Markup page) {
        this.parts = parts;
        this.page = page;
    }

    void write(CellResults cell) {
        page.open("section", "id", cell.anchor()).open("h2").text(cell.heading());
        if (!cell.cell().isEmpty() && !cell.cell().equals(cell.heading())) {
            page.element("small", cell.cell());
        }
        page.close().line();
        RunPart runs = new RunPart(parts, page);
        Map<String, List<RunResult>> byAnalysis = new LinkedHashMap<>();
        for (RunResult run : cell.runs()) {
            if (run.report().isPresent()) {
                byAnalysis.computeIfAbsent(run.analysis(), a -> new ArrayList<>()).add(run);
            }
        }
        byAnalysis.values().stream()
                .filter(all -> all.size() == 1)
                .forEach(all -> runs.whole(all.getFirst()));
        byAnalysis.values().stream().filter(all -> all.size() > 1).forEach(runs::series);
        notes(cell);
        page.close().line();
    }

    private void notes(CellResults cell) {
        List<Problem> problems = new ArrayList<>();
        for (RunResult run : cell.runs()) {
            if (run.report().isEmpty()) {
                problems.add(
                        Problem.error(
                                "report.missing",
                                run.label() + ": " + run.why().orElse("never computed.")));
            }
            problems.addAll(run.report().map(Report::problems).orElse(List.of()));
        }
        if (!problems.isEmpty()) {
            page.element("h3", "Notes and problems").line();
            parts.problems(problems);
        }
    }
}
