// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.Random;

class NumbersTest {

    /** The JDK's own conversion is the judge. */
    @Test
    void roundsAsJavaDoes() {
        Random random = new Random(7);
        Numbers numbers = Numbers.plain();
        for (int n = 0; n < 2_000_000; n++) {
            String text =
                    switch (n % 5) {
                        case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
                        case 1 ->
                                random.nextGaussian() * Math.pow(10, random.nextInt(30) - 20) + "";
                        case 2 -> random.nextLong() + "e" + (random.nextInt(220) - 110);
                        case 3 -> random.nextInt(1000) + "." + random.nextLong(1L << 62);
                        default ->
                                random.nextInt(100000)
                                        + "."
                                        + random.nextInt(1_000_000)
                                        + "E"
                                        + (random.nextInt(40) - 20);
                    };
            if (text.contains("N") || text.contains("I")) {
                continue;
            }
            check(numbers, text);
        }
    }

    /** Halfway between two doubles, and next to it: where a wrong last bit would show. */
    @Test
    void roundsTiesToEven() {
        Random random = new Random(11);
        Numbers numbers = Numbers.plain();
        for (int n = 0; n < 20_000; n++) {
            double x =
                    Double.longBitsToDouble(
                            (long) (1023 + random.nextInt(60) - 4) << 52
                                    | random.nextLong() >>> 12);
            BigDecimal half =
                    new BigDecimal(x)
                            .add(new BigDecimal(Math.nextUp(x)))
                            .divide(BigDecimal.valueOf(2));
            check(numbers, half.toString());
            check(numbers, half.add(half.ulp()).toString());
            check(numbers, half.subtract(half.ulp()).toString());
        }
        for (int bit = 53; bit < 64; bit++) {
            BigInteger odd = BigInteger.ONE.shiftLeft(bit).add(BigInteger.ONE.shiftLeft(bit - 53));
            check(numbers, odd.toString());
            check(numbers, odd.subtract(BigInteger.ONE).toString());
        }
    }

    private static void check(Numbers numbers, String text) {
        byte[] b = text.getBytes(StandardCharsets.US_ASCII);
        check(numbers, text, b);
        // with more of it behind its end, as a buffer may have, and room to read on
        check(numbers, text, (text + "12345678e12345678").getBytes(StandardCharsets.US_ASCII));
    }

    private static void check(Numbers numbers, String text, byte[] b) {
        assertEquals(text.length(), numbers.scan(b, 0, text.length()), text);
        assertEquals(
                Double.doubleToLongBits(Double.parseDouble(text)),
                Double.doubleToLongBits(numbers.value()),
                text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5|1.5",
                "-0,25e3|-250",
                "1.234,5|1234.5",
                "1.234.567|1234567",
                "12|12",
                "+3,0D-2|0.03",
                "0,1|0.1",
                "123.456|123456"
            })
    void readsDecimalCommaWithGroups(String text, double value) {
        assertEquals(OptionalDouble.of(value), new Numbers(',', '.', false).parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.23,5", "1.2345", "1..234", "12:30", "2016-06-30", "1,5,6", "x", "e5"})
    void refusesWhatIsNoNumber(String text) {
        assertTrue(new Numbers(',', '.', false).parse(text).isEmpty(), text);
    }

    @ParameterizedTest
    @CsvSource({
        "735.948m,0.735948",
        "1.462k,1462",
        "3u,3e-6",
        "3\u00b5,3e-6",
        "2.5M,2.5e6",
        "10p,1e-11",
        "7,7",
        "1e3,1000"
    })
    void readsSuffixes(String text, double value) {
        assertEquals(OptionalDouble.of(value), new Numbers('.', '\0', true).parse(text));
    }

    @Test
    void takesNoUnitForASuffix() {
        assertTrue(new Numbers('.', '\0', true).parse("5mV").isEmpty());
        assertTrue(Numbers.plain().parse("5m").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "NaN", "nan", "1.#QNAN", "-1.#IND", "#N/A", "---", "\"\"", "N/A"})
    void readsMissingValues(String text) {
        OptionalDouble value = Numbers.plain().parse(text);
        assertTrue(value.isPresent() && Double.isNaN(value.getAsDouble()), text);
    }

    @Test
    void readsInfinityAndTypography() {
        assertEquals(OptionalDouble.of(Double.NEGATIVE_INFINITY), Numbers.plain().parse("-INF"));
        assertEquals(OptionalDouble.of(-1.5), Numbers.plain().parse("\u22121.5"));
        assertEquals(
                OptionalDouble.of(1234567.25),
                new Numbers(',', '\u00a0', false).parse("1\u00a0234\u00a0567,25"));
        assertEquals(OptionalDouble.of(2.5), Numbers.plain().parse(" \"2.5\" "));
    }

    @Test
    void stopsBehindTheNumber() {
        byte[] b = "-12.5e,7".getBytes(StandardCharsets.US_ASCII);
        Numbers numbers = Numbers.plain();
        assertEquals(5, numbers.scan(b, 0, b.length));
        assertEquals(-12.5, numbers.value());
        assertEquals(-1, numbers.scan(b, 6, b.length));
        assertFalse(numbers.read(b, 0, b.length));
    }
}
