// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class FindingTextTest {

    private static Fit fit(boolean success, List<Fit.Correlation> correlations) {
        return new Fit(
                "p(R1,C1)",
                "modulus",
                61,
                List.of(1.0, 1e6),
                success,
                "too many steps",
                10,
                0.1,
                0.0018442,
                0,
                0,
                List.of(),
                correlations,
                Map.of());
    }

    @Test
    void quantityIsNamedWithItsTemperatureAndOtherConditions() {
        Quantity q =
                Quantity.of("conductivity", "\u03c3", 1e-3, Unit.of("S/cm"))
                        .withCondition("temperature", 333.15)
                        .withCondition("form", "sigma T");
        assertEquals("Conductivity at 60\u2009\u00b0C", FindingText.name(q));
        assertEquals("form \u03c3T", FindingText.conditions(q));
    }

    @Test
    void whatTellsAQuantityFromItsNamesakesIsSaidFirst() {
        Quantity first =
                Quantity.of("capacity", "Q", 200, Unit.of("mAh/g"))
                        .withCondition("basis", "active mass")
                        .withCondition("cycle", "1");
        Quantity fiftieth = first.withCondition("cycle", "50");
        assertEquals("basis active mass, cycle 1", FindingText.conditions(first));
        assertEquals(
                "cycle 50, basis active mass",
                FindingText.conditions(fiftieth, List.of(first, fiftieth)));
    }

    @Test
    void aConditionThatIsNoNumberIsNoTemperature() {
        Quantity q =
                Quantity.of("conductivity", "\u03c3", 1e-3, Unit.of("S/cm"))
                        .withCondition("temperature", "room");
        assertEquals(Optional.empty(), FindingText.temperature(q));
    }

    @Test
    void parameterWithoutIntervalSaysWhy() {
        FitParameter fixed =
                new FitParameter("C1.C", 1e-9, "F", Double.NaN, Optional.empty(), false, 0, 1);
        FitParameter lost =
                new FitParameter("C1.C", 1e-9, "F", Double.NaN, Optional.empty(), true, 0, 1);
        FitParameter stuck =
                new FitParameter("C1.C", 1, "F", Double.NaN, Optional.empty(), true, 0, 1);
        assertEquals("at its bound", FindingText.interval(stuck));
        assertEquals("fixed", FindingText.interval(fixed));
        assertEquals("not determined", FindingText.interval(lost));
    }

    @Test
    void fitIsSummedUpInOneLine() {
        assertEquals(
                "61 points, weight modulus, reduced chi-square 0.001844",
                FindingText.summary(fit(true, List.of())));
        assertEquals(
                "61 points, weight modulus, reduced chi-square 0.001844."
                        + " Did not converge: too many steps",
                FindingText.summary(fit(false, List.of())));
    }

    @Test
    void onlyStrongCorrelationsAreTold() {
        assertEquals(
                "Strong correlations: CPE1.Q and CPE1.n \u22120.992",
                FindingText.correlations(
                        fit(
                                true,
                                List.of(
                                        new Fit.Correlation("R1.R", "CPE1.n", 0.5),
                                        new Fit.Correlation("CPE1.Q", "CPE1.n", -0.9923)))));
        assertEquals("", FindingText.correlations(fit(true, List.of())));
    }
}
