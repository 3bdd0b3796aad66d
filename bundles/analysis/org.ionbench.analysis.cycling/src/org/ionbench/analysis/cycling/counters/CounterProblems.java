// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.counters;

import org.ionbench.analysis.cycling.counters.Comparison.Verdict;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to say where the charge by the current is not what the instrument counted. */
public final class CounterProblems {
    private CounterProblems() {}

    /**
     * One problem for steps beyond, one for those whose rows leave the charge open.
     *
     * @param isTaken whether the counter is taken where rows leave the charge open
     */
    public static List<Problem> of(List<Comparison> all, boolean isTaken) {
        return Stream.of(
                        worst(all, Verdict.BEYOND).map(c -> beyond(all, c)),
                        worst(all, Verdict.WITHIN_ROWS).map(c -> open(all, c, isTaken)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Problem beyond(List<Comparison> all, Comparison worst) {
        return Problem.warning(
                        "cycling.counter.beyond",
                        "In "
                                + share(all, Verdict.BEYOND)
                                + " the charge by the current is not what the instrument counted;"
                                + " most of all in that which starts at "
                                + NumberText.of(worst.step().start() / 3600)
                                + " h, where it is "
                                + NumberText.of(worst.charge() / 3.6)
                                + " of "
                                + NumberText.of(worst.counter() / 3.6)
                                + " mAh.")
                .mend("Look at its rows, or take capacities from the instrument's counters.");
    }

    private static Problem open(List<Comparison> all, Comparison worst, boolean isTaken) {
        String rows =
                "In "
                        + share(all, Verdict.WITHIN_ROWS)
                        + " the rows are too far apart to tell the charge; the instrument's counter"
                        + " differs from the current's by up to "
                        + NumberText.of(100 * Math.abs(worst.difference()))
                        + " %";
        Problem said =
                Problem.info(
                        "cycling.counter.rows", rows + (isTaken ? " and is taken there." : "."));
        return isTaken ? said : said.mend("Take capacities from the instrument's counters.");
    }

    private static String share(List<Comparison> all, Verdict verdict) {
        long found = all.stream().filter(c -> c.verdict() == verdict).count();
        return found + " of " + all.size() + (all.size() == 1 ? " step" : " steps");
    }

    private static Optional<Comparison> worst(List<Comparison> all, Verdict verdict) {
        return all.stream()
                .filter(c -> c.verdict() == verdict)
                .max(Comparator.comparingDouble(c -> Math.abs(c.difference())));
    }
}
