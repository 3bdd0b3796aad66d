// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class NumberTextTest {
    @Test
    void fourSignificantDigits() {
        assertEquals("0", NumberText.of(0));
        assertEquals("-0.4200", NumberText.of(-0.42));
        assertEquals("12.35", NumberText.of(12.3456));
        assertEquals("12346", NumberText.of(12_345.6));
        assertEquals("1.230e-05", NumberText.of(1.23e-5));
        assertEquals("1.000e+05", NumberText.of(1e5));
        assertEquals("NaN", NumberText.of(Double.NaN));
        assertEquals("-Infinity", NumberText.of(Double.NEGATIVE_INFINITY));
    }

    @Test
    void whatRoundsUpHasNoDigitTooMany() {
        assertEquals("10.00", NumberText.of(9.9999));
        assertEquals("1.000 A", NumberText.of(0.999_99, "A"));
        assertEquals("1.000e+05", NumberText.of(99_999.9));
    }

    @Test
    void theUnitTakesThePrefixThatFits() {
        assertEquals("2.847 mA", NumberText.of(2.847e-3, "A"));
        assertEquals("100.0 uV/s", NumberText.of(1e-4, "V/s"));
        assertEquals("1.000 kohm", NumberText.of(1000, "ohm"));
        assertEquals("1.000 mV", NumberText.of(1e-3, "V"));
        assertEquals("0 V", NumberText.of(0, "V"));
        assertEquals("NaN V", NumberText.of(Double.NaN, "V"));
    }

    @Test
    void aPrefixNeverStandsBeforeAPower() {
        assertEquals("3.142e-05 cm2", NumberText.of(3.1416e-5, "cm2"));
        assertEquals("1.000e-05 ohm^-1 s^n", NumberText.of(1e-5, "ohm^-1 s^n"));
        assertEquals("2.000 kohm s^-1/2", NumberText.of(2000, "ohm s^-1/2"));
        assertEquals("0.9000", NumberText.of(0.9, ""));
        assertEquals("1.000", NumberText.of(1, Unit.ONE.symbol()));
    }

    @Test
    void temperaturesAreInDegreesWithoutZerosBehind() {
        assertEquals("60 \u00b0C", NumberText.celsius(333.15));
        assertEquals("36.85 \u00b0C", NumberText.celsius(310));
        assertEquals("0 \u00b0C", NumberText.celsius(273.15));
        assertEquals("-20.5 \u00b0C", NumberText.celsius(252.65));
        assertEquals("100 \u00b0C", NumberText.celsius(373.151));
        assertEquals("NaN \u00b0C", NumberText.celsius(Double.NaN));
    }

    @Test
    void percentHasTwoDigits() {
        assertEquals("86 %", NumberText.percent(0.858));
        assertEquals("0.26 %", NumberText.percent(0.00263));
        assertEquals("0 %", NumberText.percent(0));
    }

    @Test
    void whatWasWrittenIsRead() {
        assertEquals(1e-4, NumberText.si("100.0 uV/s").orElseThrow(), 1e-15);
        assertEquals(1e-4, NumberText.si("1.0E-4").orElseThrow());
        assertEquals(1e-4, NumberText.si(NumberText.of(1e-4, "V/s")).orElseThrow(), 1e-15);
        assertEquals(Optional.empty(), NumberText.si("Cottrell"));
        assertEquals(Optional.empty(), NumberText.si("3 furlongs"));
    }
}
