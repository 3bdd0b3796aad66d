// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.report;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;

/** One finding of a report: the closed set every door can draw. */
public sealed interface Finding {

    /** A number with unit and uncertainty. */
    record Measured(Quantity quantity) implements Finding {}

    /** A fit with its parameters. */
    record Fitted(Fit fit) implements Finding {}

    /** A table of results. */
    record Tabulated(DataTable table) implements Finding {}

    /** A plot. */
    record Drawn(Plot plot) implements Finding {}

    /** A paragraph of plain text. */
    record Said(String text) implements Finding {}

    /** Something a reader must know before trusting the rest. */
    record Doubtful(Problem problem) implements Finding {}
}
