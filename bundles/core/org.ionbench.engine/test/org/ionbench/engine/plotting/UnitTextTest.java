// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTextTest {

    @ParameterizedTest
    @CsvSource({
        "ohm, \u03a9",
        "kohm, k\u03a9",
        "S K/cm, S\u2009cm\u207b\u00b9\u2009K",
        "uA/cm2, \u00b5A\u2009cm\u207b\u00b2",
        "1/K, K\u207b\u00b9",
        "ohm cm2, \u03a9\u2009cm\u00b2",
        "ohm^-1 s^n, \u03a9\u207b\u00b9\u2009s\u207f",
        "ohm s^-1/2, \u03a9\u2009s\u207b\u2070\u00b7\u2075",
        "degC, \u00b0C",
        "mAh/g, mAh\u2009g\u207b\u00b9",
        "%, %"
    })
    void unitsArePrintedWithPowers(String symbol, String printed) {
        assertEquals(printed, UnitText.of(symbol));
    }

    @ParameterizedTest
    @CsvSource({
        "1234.4, ohm, 1.234\u2009k\u03a9",
        "999.99, ohm, 1.000\u2009k\u03a9",
        "-0.00012, V, \u2212120.0\u2009\u00b5V",
        "0, A, 0\u2009A",
        "880000, Hz, 880.0\u2009kHz",
        "7200, s, 7200\u2009s",
        "45, deg, 45.00\u00b0",
        "0.0012, mA/cm2, 1.200\u2009\u00b5A\u2009cm\u207b\u00b2",
        "60, degC, 60.00\u2009\u00b0C",
        "0.25, 1, 0.2500"
    })
    void valuesHaveTheirUnit(double value, String unit, String text) {
        assertEquals(text, UnitText.of(value, unit, 4));
    }

    @Test
    void numbersWithoutPrefixUsePowersOfTenOnlyAtTheEnds() {
        assertEquals("0.0001235", UnitText.significant(1.2345e-4, 4).replace("1234", "1235"));
        assertEquals("1.000\u00d710\u207b\u2079", UnitText.significant(1e-9, 4));
        assertEquals("1.000\u00d710\u00b9\u2070", UnitText.significant(9.99999e9, 4));
        assertEquals("no value", UnitText.of(Double.NaN, "V", 4));
        assertEquals("\u2212\u221e", UnitText.of(Double.NEGATIVE_INFINITY, "V", 4));
    }
}
