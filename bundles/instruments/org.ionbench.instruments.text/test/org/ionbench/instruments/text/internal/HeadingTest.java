// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Headings as programs and people write them. */
class HeadingTest {

    private static void check(String name, String label, String unit, boolean negative) {
        Heading heading = Heading.of(name);
        assertEquals(label, heading.label(), name);
        assertEquals(unit, heading.unit(), name);
        assertEquals(negative, heading.isNegative(), name);
    }

    @Test
    void unitsInAllPlaces() {
        check("Frequency / Hz", "Frequency", "Hz", false);
        check("freq/Hz", "freq", "Hz", false);
        check("Zre (ohm)", "Zre", "ohm", false);
        check("I [mA]", "I", "mA", false);
        check("Voltage, mV", "Voltage", "mV", false);
        check("test_time_second", "test_time", "second", false);
        check("Test Time / h", "Test Time", "h", false);
        check("Current in mA", "Current", "mA", false);
    }

    @Test
    void partsOfTheNameThatLookLikeUnits() {
        check("-Im(Z)/Ohm", "Im(Z)", "Ohm", true);
        check("Phase(Z)/deg", "Phase(Z)", "deg", false);
        check("Re(Z)", "Re(Z)", "", false);
        check("control/V/mA", "control/V", "mA", false);
        check("(Q-Qo)/mA.h", "(Q-Qo)", "mA.h", false);
        check("dV/dt (V/s)", "dV/dt", "V/s", false);
        check("ox/red", "ox/red", "", false);
        check("I (A/cm\u00b2)", "I", "A/cm\u00b2", false);
    }

    @Test
    void referencesAndSigns() {
        check("Ewe/V vs. SCE", "Ewe", "V", false);
        check("Ewe/V vs. Li/Li+", "Ewe", "V", false);
        check("E (V vs Ag/AgCl)", "E", "V", false);
        check("Potential vs. RHE (V)", "Potential", "V", false);
        check("\u2212Z\u2033 / \u03a9", "Z''", "\u03a9", true);
        check("- Z'' (Ohm)", "Z''", "Ohm", true);
        check("neg. Zim", "Zim", "", true);
    }
}
