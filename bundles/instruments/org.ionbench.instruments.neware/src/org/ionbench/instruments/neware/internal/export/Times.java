// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.export;

import org.ionbench.formats.Dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Times and dates as exports have them, in seconds. */
public final class Times {
    private Times() {}

    /**
     * Seconds of a time such as {@code 0:00:10.000} or {@code 144:02:18}: hours, however many,
     * minutes, seconds. NaN where it is none.
     */
    public static double duration(String text) {
        int minute = text.indexOf(':');
        int second = text.indexOf(':', minute + 1);
        if (minute < 1 || text.length() > 32) {
            return Double.NaN;
        }
        double hours = digits(text, 0, minute);
        double minutes = digits(text, minute + 1, second < 0 ? text.length() : second);
        double seconds = second < 0 ? 0 : decimal(text, second + 1);
        return 3600 * hours + 60 * minutes + seconds;
    }

    /** A time as {@link #duration} reads it, to the microsecond. */
    public static String text(double seconds) {
        long micros = Math.round(1e6 * seconds);
        long whole = micros / 1_000_000;
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%06d",
                whole / 3600,
                whole / 60 % 60,
                whole % 60,
                micros % 1_000_000);
    }

    /** Seconds since 1970 of a date, as if it were universal time; NaN where it is none. */
    public static double date(String text, Dates.Order order) {
        if (text.length() >= 19
                && text.length() <= 29
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':') {
            double year = digits(text, 0, 4);
            double month = digits(text, 5, 7);
            double day = digits(text, 8, 10);
            double time =
                    3600 * digits(text, 11, 13) + 60 * digits(text, 14, 16) + decimal(text, 17);
            if (!Double.isNaN(year + month + day + time)) {
                try {
                    return 86400.0 * LocalDate.of((int) year, (int) month, (int) day).toEpochDay()
                            + time;
                } catch (DateTimeException e) {
                    return Double.NaN;
                }
            }
        }
        return Dates.parse(text, order)
                .map(
                        stamp ->
                                stamp.local().toEpochSecond(ZoneOffset.UTC)
                                        + stamp.local().getNano() / 1e9)
                .orElse(Double.NaN);
    }

    /** A number of digits only. */
    private static double digits(String text, int from, int to) {
        double value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Double.NaN;
            }
            value = 10 * value + digit;
        }
        return from < to ? value : Double.NaN;
    }

    /** A number of digits with a fraction, up to the end. */
    private static double decimal(String text, int from) {
        int point = from;
        while (point < text.length() && text.charAt(point) != '.' && text.charAt(point) != ',') {
            point++;
        }
        double whole = digits(text, from, point);
        int end = text.length();
        return point + 1 >= end
                ? whole
                : whole + digits(text, point + 1, end) / Math.pow(10, end - point - 1);
    }
}
