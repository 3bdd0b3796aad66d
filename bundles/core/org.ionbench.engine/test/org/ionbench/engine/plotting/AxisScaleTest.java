// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.plot.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

class AxisScaleTest {
    private static final Axis RE = Axis.linear("re", "Re Z", "ohm");
    private static final Axis FREQUENCY = Axis.logarithmic("frequency", "Frequency", "Hz");
    private static final Axis KELVIN =
            Axis.linear("reciprocal-temperature", "1000/T", "1000/K").withCelsius();

    private static List<String> labels(AxisScale scale) {
        return scale.ticks().stream().map(Tick::label).toList();
    }

    @Test
    void ohmsBecomeKiloohms() {
        AxisScale scale = AxisScale.horizontal(RE, new Span(-250, 5250), 400);
        assertEquals("Re Z / k\u03a9", scale.label());
        assertEquals(List.of("0", "1", "2", "3", "4", "5"), labels(scale));
        assertEquals(3000, scale.ticks().get(3).value());
    }

    @Test
    void unitIsKeptWhereItServes() {
        AxisScale scale =
                AxisScale.horizontal(
                        Axis.linear("e", "E vs Li\u207a/Li", "V"), new Span(3.2, 4.2), 400);
        assertEquals("E vs Li\u207a/Li / V", scale.label());
        assertEquals(List.of("3.2", "3.4", "3.6", "3.8", "4.0", "4.2"), labels(scale));
    }

    @ParameterizedTest
    @CsvSource({
        "ohm, 3e6, M\u03a9",
        "A/cm2, 2e-5, \u00b5A\u2009cm\u207b\u00b2",
        "Ah/g, 0.0004, \u00b5Ah\u2009g\u207b\u00b9",
        "S K/cm, 5e-3, mS\u2009cm\u207b\u00b9\u2009K",
        "s, 500, s",
        "s, 500000, h",
        "mA, 5, mA",
        "mA, 5e6, kA",
        "kg, 5e-3, g",
        "1, 3e-6, 10\u207b\u2076"
    })
    void prefixSuitsTheNumbers(String unit, double high, String shown) {
        AxisScale scale = AxisScale.vertical(Axis.linear("x", "X", unit), new Span(0, high), 300);
        assertEquals("X / " + shown, scale.label());
    }

    @Test
    void dimensionlessAxisHasNoUnit() {
        AxisScale scale = AxisScale.vertical(Axis.linear("x", "Cycle", "1"), new Span(0, 120), 300);
        assertEquals("Cycle", scale.label());
    }

    @Test
    void minusIsReal() {
        AxisScale scale =
                AxisScale.vertical(Axis.linear("im", "-Im Z", "ohm"), new Span(-1.5, 1.5), 200);
        assertEquals("\u2212Im Z / \u03a9", scale.label());
        assertEquals(List.of("\u22121", "0", "1"), labels(scale));
    }

    /** Where a unit takes a prefix and the window begins at zero, four characters always do. */
    @Test
    void labelsHaveAtMostFourCharacters() {
        Random random = new Random(42);
        for (int i = 0; i < 3000; i++) {
            double high = Math.pow(10, -14 + 26 * random.nextDouble());
            double length = 120 + 1000 * random.nextDouble();
            for (AxisScale scale :
                    List.of(
                            AxisScale.horizontal(RE, new Span(0, high), length),
                            AxisScale.vertical(RE, new Span(-0.04 * high, high), length))) {
                for (String label : labels(scale)) {
                    assertTrue(label.length() <= 4, label + " up to " + high);
                    assertTrue(label.matches("\u2212?[0-9]+([.][0-9]+)?"), label);
                }
            }
        }
    }

    /** The labels are the values: read back as numbers of the shown unit they give the ticks. */
    @Test
    void labelsSayWhereTheTicksStand() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            double length = Math.pow(10, -9 + 15 * random.nextDouble());
            double low = (random.nextDouble() - 0.5) * 10 * length;
            Span span = new Span(low, low + length);
            AxisScale scale = AxisScale.horizontal(RE, span, 100 + 900 * random.nextDouble());
            double before = Double.NEGATIVE_INFINITY;
            assertTrue(scale.ticks().size() >= 2, span.toString());
            for (Tick tick : scale.ticks()) {
                double number = Double.parseDouble(tick.label().replace('\u2212', '-'));
                assertEquals(tick.value(), number * scale.shownFactor(), 1e-9 * length);
                assertTrue(tick.value() > before);
                assertTrue(tick.value() >= span.low() - 1e-8 * length);
                assertTrue(tick.value() <= span.high() + 1e-8 * length);
                before = tick.value();
            }
        }
    }

    @Test
    void ticksKeepTheirDistance() {
        Random random = new Random(9);
        for (int i = 0; i < 1000; i++) {
            double low = Math.pow(10, -3 + 6 * random.nextDouble());
            double high = low * Math.pow(10, 0.1 + 9 * random.nextDouble());
            AxisScale scale = AxisScale.horizontal(FREQUENCY, new Span(low, high), 400);
            double before = Double.NEGATIVE_INFINITY;
            for (Tick tick : scale.ticks()) {
                double at = scale.pixel(tick.value());
                assertTrue(at - before > 24, low + " to " + high + ": " + labels(scale));
                before = at;
            }
        }
    }

    @Test
    void manyDecadesCarryThePrefixAtTheTicks() {
        AxisScale scale = AxisScale.horizontal(FREQUENCY, new Span(0.008, 2e6), 500);
        assertEquals("Frequency / Hz", scale.label());
        assertEquals(
                List.of("10m", "100m", "1", "10", "100", "1k", "10k", "100k", "1M"), labels(scale));
    }

    @Test
    void fewDecadesShareAPrefix() {
        AxisScale scale =
                AxisScale.vertical(
                        Axis.logarithmic("s", "\u03c3T", "S K/cm"), new Span(8e-6, 9e-2), 300);
        assertEquals("\u03c3T / mS\u2009cm\u207b\u00b9\u2009K", scale.label());
        assertEquals(List.of("0.01", "0.1", "1", "10"), labels(scale));
    }

    @Test
    void powersOfTenWhereNoPrefixHelps() {
        AxisScale scale =
                AxisScale.vertical(Axis.logarithmic("p", "p", "1"), new Span(1e-9, 1), 300);
        assertEquals("p", scale.label());
        assertTrue(labels(scale).contains("10\u207b\u2078"));
    }

    @Test
    void lessThanADecadeStillHasTicks() {
        AxisScale scale = AxisScale.horizontal(FREQUENCY, new Span(900, 1100), 500);
        assertEquals(List.of("900", "950", "1000", "1050", "1100"), labels(scale));
    }

    @Test
    void celsiusRunsAlongTheTop() {
        AxisScale scale = AxisScale.horizontal(KELVIN, new Span(2.7, 3.4), 400);
        assertEquals("1000 K / T", scale.label());
        assertEquals("T / \u00b0C", scale.oppositeLabel());
        List<Tick> top = scale.oppositeTicks();
        assertTrue(top.size() >= 4, top.toString());
        double before = Double.NEGATIVE_INFINITY;
        for (Tick t : top) {
            assertEquals(Double.parseDouble(t.label()), 1000 / t.value() - 273.15, 1e-9);
            assertTrue(scale.span().contains(t.value()));
            assertTrue(scale.pixel(t.value()) - before >= 38);
            before = scale.pixel(t.value());
        }
    }

    @Test
    void nothingRunsAlongTheTopOfOtherAxes() {
        AxisScale scale = AxisScale.horizontal(RE, new Span(0, 1), 400);
        assertEquals(List.of(), scale.oppositeTicks());
        assertEquals("", scale.oppositeLabel());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pixelsAndValuesAreInverse(boolean logarithmic) {
        AxisScale scale =
                AxisScale.horizontal(logarithmic ? FREQUENCY : RE, new Span(0.01, 1e5), 640);
        assertEquals(0, scale.pixel(0.01), 1e-9);
        assertEquals(640, scale.pixel(1e5), 1e-9);
        for (double v : new double[] {0.02, 1, 333, 99_999}) {
            assertEquals(v, scale.value(scale.pixel(v)), 1e-9 * v);
        }
        if (logarithmic) {
            assertEquals(640 * 2 / 7.0, scale.pixel(1), 1e-9);
            assertTrue(Double.isNaN(scale.pixel(0)));
            assertTrue(Double.isNaN(scale.pixel(-3)));
        }
    }

    @Test
    void smallTicksLieBetweenTheLarge() {
        AxisScale linear = AxisScale.horizontal(RE, new Span(0, 5), 400);
        assertTrue(Arrays.stream(linear.minorTicks()).anyMatch(v -> Math.abs(v - 0.2) < 1e-12));
        AxisScale decades = AxisScale.horizontal(FREQUENCY, new Span(1, 1e4), 400);
        assertTrue(Arrays.stream(decades.minorTicks()).anyMatch(v -> v == 2000));
        assertTrue(Arrays.stream(decades.minorTicks()).allMatch(decades.span()::contains));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0000000000000002", "0, 5e-324", "-1e300, 1e300", "1e-320, 1e-310"})
    void extremeWindowsEnd(double low, double high) {
        AxisScale scale = AxisScale.horizontal(RE, new Span(low, high), 300);
        assertTrue(scale.ticks().size() < 100);
        assertTrue(scale.minorTicks().length < 1000);
    }
}
