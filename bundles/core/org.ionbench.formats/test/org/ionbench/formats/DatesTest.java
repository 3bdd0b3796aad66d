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

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-06-30T14:05:01.25+02:00|2016-06-30T14:05:01.25",
                "2016-06-30 14:05:01,250|2016-06-30T14:05:01.25",
                "2016/6/3|2016-06-03T00:00",
                "30.06.2016 14:05|2016-06-30T14:05",
                "30.06.16 14:05:01|2016-06-30T14:05:01",
                "6/30/2016 2:05:01 PM|2016-06-30T14:05:01",
                "6/30/2016 12:05:01 AM|2016-06-30T00:05:01",
                "6/30/2016, 12:05 p.m.|2016-06-30T12:05",
                "30-Jun-16 14:05:01|2016-06-30T14:05:01",
                "30 June 2016|2016-06-30T00:00",
                "Jun 30, 2016 14:05|2016-06-30T14:05",
                "June 3. 2016|2016-06-03T00:00",
                "Thu Jun 30 14:05:01 2016|2016-06-30T14:05:01",
                "Thursday, June 30, 2016 2:05:01 PM|2016-06-30T14:05:01",
                "30. M\u00e4r 2016 08:00|2016-03-30T08:00",
                "20160630 140501|2016-06-30T14:05:01",
                "20160630T140501Z|2016-06-30T14:05:01",
                "2016\u5e7406\u670830\u65e5 14:05:01|2016-06-30T14:05:01",
                "2016-06-30 24:00:00|2016-07-01T00:00",
                "01/02/1985|1985-02-01T00:00",
                "01/02/70|1970-02-01T00:00",
                "06/30/2016_14:05:01|2016-06-30T14:05:01"
            })
    void reads(String text, String iso) {
        assertEquals(
                LocalDateTime.parse(iso),
                Dates.parse(text, Dates.Order.DAY_MONTH).orElseThrow().local());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "31.02.2016",
                "2016-13-01",
                "13/13/2016",
                "2016-06-30 25:00:00",
                "123456",
                "6/30/2016 13:05 PM",
                "1.5",
                "30 Foo 2016",
                "2016-06-30 then",
                "10.0.0.1 xx"
            })
    void refuses(String text) {
        assertTrue(Dates.parse(text, Dates.Order.DAY_MONTH).isEmpty(), text);
    }

    @Test
    void tellsTheOrder() {
        assertEquals(
                Optional.of(Dates.Order.MONTH_DAY),
                Dates.order(List.of("01/02/2016", "01/13/2016 10:00")));
        assertEquals(Optional.of(Dates.Order.DAY_MONTH), Dates.order(List.of("13.01.2016")));
        assertEquals(Optional.empty(), Dates.order(List.of("01.02.2016", "2016-01-13")));
        Dates.Stamp open = Dates.parse("01/02/2016", Dates.Order.MONTH_DAY).orElseThrow();
        assertTrue(open.isAmbiguous());
        assertEquals(LocalDateTime.of(2016, 1, 2, 0, 0), open.local());
        assertFalse(Dates.parse("02/02/2016", Dates.Order.MONTH_DAY).orElseThrow().isAmbiguous());
        assertEquals(
                Optional.of(ZoneOffset.ofHours(-5)),
                Dates.parse("2016-06-30T14:05:01-0500", Dates.Order.DAY_MONTH)
                        .orElseThrow()
                        .zone());
    }

    /** Values of Microsoft's documentation of OLE automation dates. */
    @Test
    void readsOleDayNumbers() {
        assertEquals(Optional.of(LocalDateTime.of(1899, 12, 30, 0, 0)), Dates.ofOle(0));
        assertEquals(Optional.of(LocalDateTime.of(1900, 1, 4, 6, 0)), Dates.ofOle(5.25));
        assertEquals(Optional.of(LocalDateTime.of(1899, 12, 29, 0, 0)), Dates.ofOle(-1));
        assertEquals(Optional.of(LocalDateTime.of(1899, 12, 29, 6, 0)), Dates.ofOle(-1.25));
        assertEquals(Optional.of(LocalDateTime.of(2008, 1, 1, 12, 0)), Dates.ofOle(39448.5));
        assertTrue(Dates.ofOle(Double.NaN).isEmpty());
        assertTrue(Dates.ofOle(3e6).isEmpty());
    }
}
