// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FormulasTest {

    @Test
    void digitsOfFormulasAreLowered() {
        assertEquals(
                "Li\u2082B\u2081\u2082H\u2081\u2082 + 25 vol% ZrO\u2082",
                Formulas.lowered("Li2B12H12 + 25 vol% ZrO2"));
        assertEquals("Li\u2086PS\u2085Cl, LiFePO\u2084", Formulas.lowered("Li6PS5Cl, LiFePO4"));
        assertEquals("SSE:TiS\u2082 6:4", Formulas.lowered("SSE:TiS2 6:4"));
    }

    /** Short names of laboratories, circuits and files are none. */
    @Test
    void otherWordsStay() {
        for (String text :
                new String[] {
                    "p(R1,CPE1)-CPE2",
                    "PCB12",
                    "cell C2",
                    "Ab12",
                    "TiS2_GCPL.mpt",
                    "EIS_40C.par",
                    "H2O",
                    "Sample12",
                    "1.2e-3 S/cm",
                    "Co60"
                }) {
            assertEquals(text, Formulas.lowered(text));
        }
    }
}
