// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EC-Lab's dates: month before day, with slashes, dots or hyphens, {@code 04/13/2026 10:08:08.230};
 * and OLE automation dates, days since 1899-12-30.
 */
final class EcLabDate {
    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})"
                            + "(?:\\s+(\\d{1,2}):(\\d{2}):(\\d{2})(?:[.,](\\d{1,9}))?)?");
    private static final LocalDateTime OLE_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final double OLE_FIRST = 36000;
    private static final double OLE_LAST = 60000;

    private EcLabDate() {}

    /** The date and time; midnight where only a date is given; empty where it is none. */
    static Optional<LocalDateTime> parse(String text) {
        Matcher m = DATE.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(m.group(1));
        int day = Integer.parseInt(m.group(2));
        int year = Integer.parseInt(m.group(3));
        if (month > 12) {
            int swap = month;
            month = day;
            day = swap;
        }
        try {
            LocalDateTime date =
                    LocalDate.of(year < 100 ? 2000 + year : year, month, day).atStartOfDay();
            if (m.group(4) == null) {
                return Optional.of(date);
            }
            String fraction = m.group(7) == null ? "0" : m.group(7);
            int nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
            return Optional.of(
                    date.withHour(Integer.parseInt(m.group(4)))
                            .withMinute(Integer.parseInt(m.group(5)))
                            .withSecond(Integer.parseInt(m.group(6)))
                            .withNano(nanos));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** The time of an OLE date between the years 1998 and 2064, to the millisecond. */
    static Optional<LocalDateTime> ofOle(double days) {
        if (!(days > OLE_FIRST && days < OLE_LAST)) {
            return Optional.empty();
        }
        return Optional.of(OLE_ZERO.plus(Math.round(days * 86_400_000.0), ChronoUnit.MILLIS));
    }
}
