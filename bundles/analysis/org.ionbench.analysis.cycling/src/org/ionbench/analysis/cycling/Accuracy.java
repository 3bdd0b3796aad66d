// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The results of an analysis that have no uncertainty, for what a cycler writes does not say how
 * accurate it is.
 */
public final class Accuracy {
    private final SortedSet<String> unknown = new TreeSet<>();

    /** Takes note of a result; gives it back. */
    public Quantity note(Quantity result) {
        if (result.interval95().isEmpty()) {
            unknown.add(result.name());
        }
        return result;
    }

    /**
     * Which they are, and why; empty for none.
     *
     * @param besides what else is to be said of uncertainties, as sentences
     */
    public Optional<Problem> problem(String besides) {
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Problem.info(
                                "cycling.accuracy.unknown",
                                "The files of a cycler do not say how accurately it measures"
                                        + " current and voltage, so these have no uncertainty: "
                                        + String.join(", ", unknown)
                                        + ". "
                                        + besides));
    }
}
