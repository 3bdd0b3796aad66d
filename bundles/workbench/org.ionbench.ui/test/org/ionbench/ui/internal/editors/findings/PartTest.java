// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class PartTest {

    private static Report report(double resistance) {
        return Report.builder()
                .problem(Problem.info("x.info", "Worth knowing."))
                .text("What was done.")
                .problem(Problem.warning("x.warning", "Be careful.").mend("Measure again."))
                .quantity(
                        Quantity.of("resistance", "R", resistance, Unit.of("ohm"))
                                .withContribution("run:1/R1.R", 0.7))
                .table(
                        new DataTable(
                                "Arcs",
                                List.of("Arc", "Capacitance / F"),
                                List.of(List.of("p(R1,C1)", 1e-9))))
                .fit(
                        new Fit(
                                "p(R1,C1)",
                                "unit",
                                10,
                                List.of(),
                                true,
                                "",
                                1,
                                0,
                                1e-6,
                                0,
                                0,
                                List.of(
                                        new FitParameter(
                                                "R1.R",
                                                resistance,
                                                "ohm",
                                                0.7,
                                                Optional.of(
                                                        new Interval(
                                                                resistance - 1.4,
                                                                resistance + 1.4)),
                                                true,
                                                0,
                                                1e9)),
                                List.of(),
                                Map.of()))
                .build();
    }

    @Test
    void fitsComeFirstAndSentencesLastTheGravestBeforeTheOthers() {
        List<Part> parts = Part.of(report(85.24));
        assertEquals(4, parts.size());
        Part.Grid parameters = (Part.Grid) parts.get(0);
        assertEquals("p(R1,C1)", parameters.circuit());
        assertEquals("Quantities", ((Part.Grid) parts.get(1)).heading());
        assertEquals(List.of(1), ((Part.Grid) parts.get(2)).right());
        assertEquals(
                List.of(
                        new Part.Note("warning", "Be careful. Measure again."),
                        new Part.Note("info", "Worth knowing."),
                        new Part.Note("", "What was done.")),
                ((Part.Notes) parts.get(3)).notes());
    }

    @Test
    void numbersHaveTheirUncertaintyAndInterval() {
        assertEquals(
                List.of(
                        List.of(
                                "R1.R",
                                "85.2\u2009\u00b1\u20090.7\u2009\u03a9",
                                "83.8 to 86.6\u2009\u03a9")),
                ((Part.Grid) Part.of(report(85.24)).getFirst()).rows());
    }

    @Test
    void otherNumbersNeedNoOtherWidgetsAndOtherRowsDo() {
        List<Part> before = Part.of(report(85.24));
        List<Part> after = Part.of(report(90));
        for (int i = 0; i < before.size(); i++) {
            assertTrue(after.get(i).isLike(before.get(i)));
        }
        assertFalse(before.get(0).isLike(before.get(1)));
    }
}
