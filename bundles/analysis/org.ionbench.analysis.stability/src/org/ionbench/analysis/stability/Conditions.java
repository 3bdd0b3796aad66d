// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a scan was made on: against which electrode, on which area.
 *
 * @param measured the electrode the potential was recorded against
 * @param reported the electrode it is reported against
 * @param shift what was added to the recorded potentials, in V
 * @param conversion what was done to them, as a sentence's part; empty if nothing
 * @param area of the electrode with its uncertainty, in m2; empty where it is not known
 */
public record Conditions(
        Reference measured,
        Reference reported,
        double shift,
        String conversion,
        Optional<Quantity> area) {

    /**
     * Reads the cell, and settings where they say more.
     *
     * @param recorded the reference used, empty to take the cell's
     * @param wanted the reference reported, empty to take the one used (and Li+/Li for Li-In)
     * @param offset V to add in place of the table's difference, 0 for none
     * @param pH of the electrolyte, NaN where not known
     * @param squareCentimetres the area, 0 to take the cell's
     * @throws AnalysisException if one reference cannot be turned into the other
     */
    public static Conditions of(
            Inputs inputs,
            String recorded,
            String wanted,
            double offset,
            double pH,
            double squareCentimetres,
            List<Problem> problems)
            throws AnalysisException {
        Optional<Cell> cell = inputs.cell();
        String used =
                recorded.isBlank() ? cell.flatMap(c -> c.text("reference")).orElse("") : recorded;
        Reference measured = Reference.of(used, pH);
        Reference reported =
                !wanted.isBlank()
                        ? Reference.of(wanted, pH)
                        : measured.name().equals("Li-In") ? Reference.of("Li+/Li", pH) : measured;
        if (!measured.isKnown()) {
            problems.add(
                    Problem.warning(
                                    "stability.reference.unknown",
                                    "The electrode the potential was measured against is not"
                                            + " known; potentials stay as they were recorded.")
                            .mend("Give the cell its reference, such as Li+/Li."));
        }
        double shift = offset;
        if (offset == 0) {
            Optional<Double> difference = measured.to(reported);
            if (difference.isEmpty()) {
                throw new AnalysisException(
                        "Potentials against "
                                + measured.name()
                                + " cannot be given against "
                                + reported.name()
                                + ": set the offset between the two (and the pH for RHE).");
            }
            shift = difference.get();
        }
        String conversion =
                shift == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%+.3f V from %s to %s%s",
                                shift,
                                measured.name(),
                                reported.name(),
                                offset == 0 ? "" : ", as set");
        Optional<Quantity> area =
                Surroundings.area(inputs, squareCentimetres).map(a -> a.in(Unit.of("m2")));
        return new Conditions(measured, reported, shift, conversion, area);
    }

    /** Adds what a potential holds for. */
    public Quantity put(Quantity q) {
        Quantity all =
                q.withCondition("reference", measured.isKnown() ? reported.name() : "as recorded");
        return conversion.isEmpty() ? all : all.withCondition("conversion", conversion);
    }
}
