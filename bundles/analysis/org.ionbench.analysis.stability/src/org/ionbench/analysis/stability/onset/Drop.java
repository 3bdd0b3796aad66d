// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Resistance;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;

import java.util.List;
import java.util.Optional;

/**
 * The ohmic drop that is taken off.
 *
 * @param ohms the resistance, 0 for none
 * @param taken where it comes from, empty if none is taken
 * @param known what a spectrum would give, taken or not
 */
record Drop(double ohms, Optional<Resistance> taken, Optional<Resistance> known) {

    static Drop of(Inputs inputs, OnsetSettings s, List<Problem> problems)
            throws AnalysisException {
        Optional<Resistance> known = Resistance.of(inputs, inputs.recordings().getFirst().start());
        return switch (s.drop()) {
            case NONE -> new Drop(0, Optional.empty(), known);
            case SET -> {
                if (!(s.resistance() > 0)) {
                    throw new AnalysisException(
                            "The ohmic drop is to be that over the resistance set, but none is"
                                    + " set: give the setting resistance.");
                }
                yield new Drop(
                        s.resistance(),
                        Optional.of(new Resistance(s.resistance(), 0, "", "as set")),
                        known);
            }
            case SPECTRUM -> {
                if (known.isEmpty()) {
                    problems.add(
                            Problem.warning(
                                            "stability.drop.none",
                                            "No ohmic drop was taken off: no fit of a spectrum"
                                                    + " of this cell gives a resistance.")
                                    .mend(
                                            "Fit a spectrum of the cell, or set the"
                                                    + " resistance."));
                }
                yield new Drop(known.map(Resistance::ohms).orElse(0.), known, known);
            }
        };
    }
}
