// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.engine.output.Formulas;
import org.ionbench.engine.runs.RunResult;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The runs of one cell.
 *
 * @param sample the sample's name; empty if there is none
 * @param cell the cell's name; empty if there is none
 * @param anchor where it is on the page
 */
record CellResults(String sample, String cell, String anchor, List<RunResult> runs) {

    /** Gathers runs by cell, in the order in which cells first occur. */
    static List<CellResults> of(List<RunResult> results) {
        Map<List<String>, List<RunResult>> byCell = new LinkedHashMap<>();
        for (RunResult run : results) {
            byCell.computeIfAbsent(List.of(run.sample(), run.cell()), k -> new ArrayList<>())
                    .add(run);
        }
        List<CellResults> cells = new ArrayList<>();
        byCell.forEach(
                (key, runs) ->
                        cells.add(
                                new CellResults(
                                        key.get(0),
                                        key.get(1),
                                        "cell-" + (cells.size() + 1),
                                        runs)));
        return cells;
    }

    String heading() {
        return !sample.isEmpty()
                ? Formulas.lowered(sample)
                : !cell.isEmpty() ? cell : "The project as a whole";
    }

    /** The sample, with the cell where a sample has several. */
    String told(List<CellResults> all) {
        boolean several = all.stream().filter(c -> c.sample.equals(sample)).count() > 1;
        return several && !cell.isEmpty() && !sample.isEmpty()
                ? heading() + ", " + cell
                : heading();
    }

    Stream<Report> reports() {
        return runs.stream().flatMap(r -> r.report().stream());
    }

    Stream<Quantity> quantities() {
        return reports().flatMap(r -> r.quantities().stream());
    }
}
