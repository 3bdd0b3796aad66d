// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class PrintedTest {
    private static final Printed TYPESET = Printed.TYPESET;
    private static final Printed ASCII = Printed.ASCII;

    private static String thin(String text) {
        return text.replace('_', '\u2009');
    }

    @Test
    void uncertaintyStandsInTheLastTwoDigits() {
        assertEquals(
                thin("1.154(12)_\u00d7_10\u207b\u00b3_S_cm\u207b\u00b9"),
                TYPESET.concise(1.1537e-3, 1.2e-5, "S/cm"));
        assertEquals("1.154(12)e-3 S/cm", ASCII.concise(1.1537e-3, 1.2e-5, "S/cm"));
        assertEquals(thin("0.4240(31)_eV"), TYPESET.concise(0.42401, 0.0031, "eV"));
        assertEquals("164.20(90) ohm", ASCII.concise(164.2, 0.9, "ohm"));
        assertEquals(
                "0.93(10)",
                TYPESET.concise(Quantity.of("n", "n", 0.93, Unit.ONE).withContribution("s", -0.1)));
    }

    @Test
    void plusMinusHasOneDigitOrTwoSmallOnes() {
        assertEquals(thin("0.424_\u00b1_0.003_eV"), TYPESET.plusMinus(0.42401, 0.0031, "eV"));
        assertEquals("0.4240 +- 0.0029 eV", ASCII.plusMinus(0.42401, 0.0029, "eV"));
        assertEquals("0.424 +- 0.003 eV", ASCII.plusMinus(0.42401, 0.00296, "eV"));
        assertEquals("(1.154 +- 0.012)e-3 S/cm", ASCII.plusMinus(1.1537e-3, 1.2e-5, "S/cm"));
    }

    @Test
    void intervalsEndAtThePlaceOfTheValue() {
        assertEquals(
                "0.418 to 0.430 eV",
                ASCII.interval(0.424, new Interval(0.41803, 0.42997), 0.004, "eV"));
        assertEquals(
                "(9.0 to 11.0)e5 S K/cm",
                ASCII.interval(9.98e5, new Interval(8.98e5, 1.098e6), 5e4, "S K/cm"));
        assertEquals(
                "8.0 to inf kohm",
                ASCII.interval(9e3, new Interval(8e3, Double.POSITIVE_INFINITY), 5e2, "ohm"));
    }

    @Test
    void prefixesStandInForPowersOfTen() {
        assertEquals(thin("1.642(12)_k\u03a9"), TYPESET.concise(1642.3, 12, "ohm"));
        assertEquals(thin("14.46(54)_MHz"), TYPESET.concise(1.4462e7, 5.4e5, "Hz"));
        assertEquals("79.4(30) pF", ASCII.concise(7.94e-11, 3.0e-12, "F"));
        assertEquals("1 MHz", ASCII.number(1e6, "Hz"));
        assertEquals("1.000 kohm", ASCII.number(999.96, "ohm"));
        assertEquals("205.0 mAh/g", ASCII.number(205.04, "mAh/g"));
        assertEquals("1.200 Ah/g", ASCII.number(1200.04, "mAh/g"));
        assertEquals("320(10) um", ASCII.concise(0.00032, 1e-5, "m"));
        assertEquals(thin("320_\u00b5m"), TYPESET.given(0.00032, "m"));
        assertEquals("5400 s", ASCII.number(5400, "s"));
        assertEquals("5.250 kg", ASCII.number(5.2504, "kg"));
        assertEquals("0.3500 ohm", ASCII.number(0.35, "ohm"));
        assertEquals("35.00 mohm", ASCII.number(0.035, "ohm"));
    }

    @Test
    void whereNoPrefixIsTakenPlainDigitsStayShort() {
        assertEquals(
                thin("3.14(50)_\u00d7_10\u207b\u00b9\u2070_\u03a9\u207b\u00b9_s\u207f"),
                TYPESET.concise(3.14e-10, 5e-11, "ohm^-1 s^n"));
        assertEquals("333.15(10) K", ASCII.concise(333.15, 0.1, "K"));
        assertEquals("0.91000(50)", ASCII.concise(0.91, 5e-4, "1"));
        assertEquals("3.0(10)e-6", ASCII.concise(3e-6, 1e-6, "1"));
    }

    @Test
    void signsAndOddNumbers() {
        assertEquals(thin("\u22120.50(10)_V"), TYPESET.concise(-0.5, 0.1, "V"));
        assertEquals("0.0(50) mV", ASCII.concise(0, 0.005, "V"));
        assertEquals("160(120) ohm", ASCII.concise(164.2, 120, "ohm"));
        assertEquals("164.2 ohm", ASCII.concise(164.2, Double.NaN, "ohm"));
        assertEquals("164.2 ohm", ASCII.concise(164.2, Double.POSITIVE_INFINITY, "ohm"));
        assertEquals("n/a", ASCII.concise(Double.NaN, 1, "ohm"));
        assertEquals("\u2212\u221e", TYPESET.number(Double.NEGATIVE_INFINITY, "1"));
        assertEquals("0 V", ASCII.number(0, "V"));
        assertEquals("61", ASCII.number(61));
        assertEquals("-45.00\u00b0", TYPESET.number(-45.001, "deg").replace('\u2212', '-'));
    }

    @Test
    void temperaturesAreCelsius() {
        assertEquals(thin("30_\u00b0C"), TYPESET.celsius(303.15));
        assertEquals("-40 degC", ASCII.celsius(233.15));
        assertEquals("59.9 degC", ASCII.celsius(333.05));
        assertEquals("100 degC", ASCII.celsius(373.15));
    }

    @Test
    void whatWasGivenKeepsItsDigits() {
        assertEquals("2.9e-4 S/cm", ASCII.given(2.9e-4 * 100 / 100, "S/cm"));
        assertEquals("0.42 eV", ASCII.given(0.42, "eV"));
        assertEquals("61 ohm", ASCII.given(61, "ohm"));
    }

    @Test
    void symbolsHaveAsciiSpellings() {
        assertEquals("sigma_0", ASCII.symbol("\u03c3_0"));
        assertEquals("\u03c3\u2080", TYPESET.symbol("\u03c3_0"));
        assertEquals("1000 K / T", ASCII.symbol("1000\u2009K / T"));
    }

    /** Read back, a printed value differs by at most half of its last place. */
    @Test
    void printedNumbersAreTheNumbers() {
        Map<String, Integer> prefixes =
                Map.of(
                        "f", -15, "p", -12, "n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G",
                        9);
        Pattern form =
                Pattern.compile(
                        "(-?)([0-9]+)(?:\\.([0-9]+))?\\(([0-9]+)\\)(?:e(-?[0-9]+))?"
                                + " ([fpnumkMG]?)(ohm|S/cm)");
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(-11, 10));
            double u = Math.abs(value) * Math.pow(10, -4 * random.nextDouble()) + 1e-12;
            String unit = i % 2 == 0 ? "ohm" : "S/cm";
            String text = ASCII.concise(value, u, unit);
            Matcher m = form.matcher(text);
            assertTrue(m.matches(), text);
            String decimals = m.group(3) == null ? "" : m.group(3);
            int power = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
            BigDecimal read =
                    new BigDecimal(m.group(1) + m.group(2) + "." + decimals + "0")
                            .scaleByPowerOfTen(power + prefixes.get(m.group(6)));
            BigDecimal uncertainty =
                    new BigDecimal(m.group(4))
                            .scaleByPowerOfTen(
                                    power + prefixes.get(m.group(6)) - decimals.length());
            assertEquals(u, uncertainty.doubleValue(), 0.0501 * u, value + " " + u + " " + text);
            assertEquals(value, read.doubleValue(), 0.0501 * u, value + " " + u + " " + text);
            if (unit.equals("ohm") && Math.abs(value) < 1e12) {
                assertTrue(m.group(5) == null, "no power of ten: " + text);
            }
        }
    }
}
