// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.summary;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Cycle;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.counters.Comparison;
import org.ionbench.analysis.cycling.counters.Comparison.Verdict;
import org.ionbench.analysis.cycling.counters.CounterProblems;
import org.ionbench.api.problem.Problem;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The charges of cycles in C: the integral of the current or the instrument's counter. {@link
 * SummarySettings.Capacity#AUTO} takes the integral, but the counter for steps whose rows are too
 * far apart to tell their charge ({@link Verdict#WITHIN_ROWS}): there an instrument that counts
 * between the rows it writes knows what no rule of integration can.
 */
final class StepCharges {
    private final SummarySettings.Capacity from;
    private final List<Comparison> compared;
    private final Set<Step> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    StepCharges(Counting counting, SummarySettings.Capacity from) {
        this.from = from;
        boolean counters = from == SummarySettings.Capacity.COUNTERS;
        compared = counters ? List.of() : Comparison.of(counting);
        if (from == SummarySettings.Capacity.AUTO) {
            compared.stream()
                    .filter(c -> c.verdict() == Verdict.WITHIN_ROWS)
                    .forEach(c -> counted.add(c.step()));
        }
    }

    /** Charge put in. */
    double charged(Cycle cycle) {
        if (from == SummarySettings.Capacity.COUNTERS) {
            return cycle.countedCharge();
        }
        double sum = 0;
        for (Step s : cycle.steps()) {
            boolean isCounted = s.direction() > 0 && counted.contains(s);
            sum += isCounted ? s.countedCharge() : s.charged();
        }
        return sum;
    }

    /** Charge taken out. */
    double discharged(Cycle cycle) {
        if (from == SummarySettings.Capacity.COUNTERS) {
            return cycle.countedDischarge();
        }
        double sum = 0;
        for (Step s : cycle.steps()) {
            boolean isCounted = s.direction() < 0 && counted.contains(s);
            sum += isCounted ? s.countedDischarge() : s.discharged();
        }
        return sum;
    }

    /** Where current and counter tell different charges. */
    List<Problem> problems() {
        return CounterProblems.of(compared, from == SummarySettings.Capacity.AUTO);
    }

    /** Where the charges come from. */
    String text() {
        if (from == SummarySettings.Capacity.COUNTERS) {
            return "Capacities are those of the instrument's counters.";
        }
        if (counted.isEmpty()) {
            return "Capacities are the integral of the current.";
        }
        return "Capacities are the integral of the current; in "
                + (counted.size() == 1 ? "one step" : counted.size() + " steps")
                + ", whose rows are too far apart to tell it, the instrument's counter.";
    }
}
