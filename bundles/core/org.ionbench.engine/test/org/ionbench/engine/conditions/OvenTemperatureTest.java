// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.IntToDoubleFunction;

/** Temperatures of logs whose means and spreads are known from their equations. */
class OvenTemperatureTest {
    private static final LocalDateTime MIDNIGHT = LocalDateTime.parse("2026-02-03T00:00:00");

    /** A log of ten hours, a point a minute, dates in words of this form. */
    private static TemperatureLog log(String form, String order, IntToDoubleFunction celsius) {
        int n = 601;
        String[] dates = new String[n];
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            dates[k] = MIDNIGHT.plusMinutes(k).format(DateTimeFormatter.ofPattern(form));
            values[k] = celsius.applyAsDouble(k);
        }
        ArrayTable table =
                ArrayTable.rows(n)
                        .column(ColumnSpec.text("Date"), dates)
                        .column(ColumnSpec.of("T").as(QuantityKind.TEMPERATURE, "degC"), values)
                        .build();
        return TemperatureLog.of(
                "oven.csv", Recording.of("log", Technique.OTHER, table).build(), order);
    }

    private static Recording measured(LocalDateTime start, double seconds) {
        ArrayTable table =
                ArrayTable.rows(2)
                        .column(
                                ColumnSpec.of("t").as(QuantityKind.TIME, "s"),
                                new double[] {100, 100 + seconds})
                        .build();
        return Recording.of("run", Technique.CYCLING, table).start(start).build();
    }

    private static OvenTemperature found(Recording r, TemperatureLog log, double ahead) {
        return assertInstanceOf(
                        OvenTemperature.Outcome.Found.class, OvenTemperature.during(r, log, ahead))
                .temperature();
    }

    private static String missing(Recording r, TemperatureLog log, double ahead) {
        return assertInstanceOf(
                        OvenTemperature.Outcome.Missing.class,
                        OvenTemperature.during(r, log, ahead))
                .why();
    }

    @Test
    void aRampHasItsMiddleAndASpreadOfItsRangeOverRootTwelve() {
        // 0.1 K a minute: over 60 min from minute 30 the mean is 20 + 6 and the range 6 K.
        TemperatureLog ramp = log("yyyy-MM-dd HH:mm:ss", "", k -> 20 + 0.1 * k);
        OvenTemperature t = found(measured(MIDNIGHT.plusMinutes(30), 3600), ramp, 0);
        assertEquals(273.15 + 26, t.kelvin(), 1e-9);
        assertEquals(6 / Math.sqrt(12), t.spread(), 1e-9);
        // Between the points of the log, and with its clock 90 s ahead: 0.15 K more.
        OvenTemperature shifted =
                found(measured(MIDNIGHT.plusMinutes(30).plusSeconds(7), 3600), ramp, 90);
        assertEquals(273.15 + 26 + 0.1 * 97 / 60, shifted.kelvin(), 1e-9);
    }

    @Test
    void aSteadyOvenSpreadsByItsController() {
        TemperatureLog steady = log("yyyy-MM-dd HH:mm:ss", "", k -> 60 + (k % 2 == 0 ? 1 : -1));
        OvenTemperature t = found(measured(MIDNIGHT.plusHours(1), 7200), steady, 0);
        assertEquals(333.15, t.kelvin(), 1e-9);
        // Straight lines between +1 and -1: a triangle, whose deviation is 1/sqrt 3.
        assertEquals(1 / Math.sqrt(3), t.spread(), 1e-9);
    }

    @Test
    void aMeasurementShorterThanTheStepsOfTheLogHasTheSpreadAround() {
        TemperatureLog ramp = log("yyyy-MM-dd HH:mm:ss", "", k -> 20 + 0.1 * k);
        OvenTemperature t = found(measured(MIDNIGHT.plusSeconds(90), 10), ramp, 0);
        assertEquals(273.15 + 20 + 0.1 * 95 / 60, t.kelvin(), 1e-9);
        assertEquals(0.1 / Math.sqrt(12), t.spread(), 1e-9);
    }

    @Test
    void whatLiesOutsideOfTheLogIsSaid() {
        TemperatureLog log = log("yyyy-MM-dd HH:mm:ss", "", k -> 60);
        assertEquals(
                "begins before the log", missing(measured(MIDNIGHT.minusSeconds(1), 60), log, 0));
        assertEquals("ends after the log", missing(measured(MIDNIGHT.plusHours(9), 3601), log, 0));
        assertEquals("begins after the log", missing(measured(MIDNIGHT.plusDays(1), 1), log, 0));
        found(measured(MIDNIGHT.minusSeconds(1), 60), log, 1);
        assertTrue(
                missing(
                                Recording.of("x", Technique.EIS, ArrayTable.rows(0).build())
                                        .build(),
                                log,
                                0)
                        .contains("when it was measured"));
    }

    @Test
    void aPauseOfTheLogSaysNothing() {
        TemperatureLog paused =
                log("yyyy-MM-dd HH:mm:ss", "", k -> k > 100 && k < 200 ? Double.NaN : 60);
        assertEquals(
                "lies in a pause of the log",
                missing(measured(MIDNIGHT.plusMinutes(150), 60), paused, 0));
        found(measured(MIDNIGHT.plusMinutes(300), 60), paused, 0);
    }

    @Test
    void datesAreReadInTheOrderThatIsSaid() {
        // The 3rd of February, or the 2nd of March: only the user knows.
        TemperatureLog day = log("dd.MM.yyyy HH:mm", "", k -> 60);
        found(measured(MIDNIGHT.plusHours(1), 60), day, 0);
        assertEquals(1, day.assumptions().size());
        TemperatureLog month = log("MM/dd/yyyy HH:mm", "month first", k -> 60);
        found(measured(MIDNIGHT.plusHours(1), 60), month, 0);
        assertEquals(0, month.assumptions().size());
    }

    @Test
    void aSpectrumLastsAsLongAsItsPeriods() {
        ArrayTable table =
                ArrayTable.rows(3)
                        .column(
                                ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"),
                                new double[] {1, 0.01, 0.001})
                        .build();
        Recording spectrum =
                Recording.of("eis", Technique.EIS, table).start(MIDNIGHT.plusMinutes(30)).build();
        TemperatureLog ramp = log("yyyy-MM-dd HH:mm:ss", "", k -> 20 + 0.1 * k);
        assertEquals(273.15 + 23 + 0.1 / 60 * 1101 / 2, found(spectrum, ramp, 0).kelvin(), 1e-9);
    }

    @Test
    void aLogWithoutTimesIsRefused() {
        ArrayTable table =
                ArrayTable.rows(1)
                        .column(
                                ColumnSpec.of("T").as(QuantityKind.TEMPERATURE, "degC"),
                                new double[] {60})
                        .build();
        Recording r = Recording.of("log", Technique.OTHER, table).build();
        assertThrows(IllegalArgumentException.class, () -> TemperatureLog.of("x.csv", r, ""));
    }
}
