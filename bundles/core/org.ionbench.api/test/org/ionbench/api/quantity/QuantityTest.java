// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;

class QuantityTest {
    private static final Quantity OHMS =
            Quantity.of("resistance", "R", 100, Unit.of("ohm")).withContribution("run:f/R", 3);

    @Test
    void contributionsOfSeveralSourcesAddInQuadrature() {
        assertEquals(5, OHMS.withContribution("run:f/C", -4).standardUncertainty(), 1e-15);
    }

    /** Where the shares of one source cancel, nothing of them is left. */
    @Test
    void aContributionOfZeroTakesAwayTheOneThereWas() {
        Quantity none = OHMS.withContribution("run:f/R", 3 + -3);
        assertEquals(Map.of(), none.contributions());
        assertEquals(0, none.standardUncertainty(), 0);
    }

    @Test
    void aContributionThatIsNoNumberChangesNothing() {
        assertEquals(3, OHMS.withContribution("run:f/R", Double.NaN).standardUncertainty(), 0);
    }
}
