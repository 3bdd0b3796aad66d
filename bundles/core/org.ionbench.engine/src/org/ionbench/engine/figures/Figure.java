// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.figures;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.report.DataTable;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.runs.RunResult;

import java.util.List;
import java.util.Optional;

/**
 * A figure as it is drawn.
 *
 * @param name what it is called
 * @param caption a sentence below it; empty if there is none
 * @param panels its plots; none where no run has what it shows
 * @param tables its tables
 * @param graded whether its colours go from dark to light
 * @param quantities names of quantities to be listed below it, beside those that were published
 * @param results the results of its runs
 */
public record Figure(
        String name,
        String caption,
        List<Panel> panels,
        List<DataTable> tables,
        boolean graded,
        List<String> quantities,
        List<RunResult> results) {

    public Figure {
        panels = List.copyOf(panels);
        tables = List.copyOf(tables);
        quantities = List.copyOf(quantities);
        results = List.copyOf(results);
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return panels.isEmpty() && tables.isEmpty();
    }

    /**
     * One plot of a figure.
     *
     * @param plot what is drawn
     * @param window what of it is seen; empty for all
     * @param inset what is seen in a smaller plot inside; empty for none
     */
    public record Panel(Plot plot, Optional<Extent> window, Optional<Extent> inset) {}
}
