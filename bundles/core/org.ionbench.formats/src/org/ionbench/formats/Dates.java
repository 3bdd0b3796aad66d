// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as instruments write them, in any order, without a locale of the machine.
 *
 * <p>Understood: {@code 2016-06-30T14:05:01.25+02:00}, {@code 30.06.2016 14:05}, {@code 6/30/2016
 * 2:05:01 PM}, {@code 30-Jun-16}, {@code Jun 30, 2016}, {@code Thu Jun 30 14:05:01 2016}, {@code
 * 20160630 140501}, year-month-day in Chinese and Japanese characters. Years of two digits are 1970
 * to 2069. A date without a time is midnight.
 */
public final class Dates {

    /** What comes first where day and month are both numbers before the year. */
    public enum Order {
        DAY_MONTH,
        MONTH_DAY
    }

    /**
     * A date that was read.
     *
     * @param local the local time as written
     * @param zone the offset, where it is written with it
     * @param isAmbiguous whether day and month could change places, so that the order was taken
     *     from the caller
     */
    public record Stamp(LocalDateTime local, Optional<ZoneOffset> zone, boolean isAmbiguous) {}

    private static final int LONGEST = 64;
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{1,4})([-/. ]) ?(\\d{1,2})\\2 ?(\\d{1,4})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?!\\d)");
    private static final Pattern DAY_NAME_YEAR =
            Pattern.compile("(\\d{1,4})[-/. ] ?(\\p{L}{3,9})\\.?[-/. ,] ?(\\d{1,4})(?![\\d:])");
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(\\p{L}{3,9})\\.?[-/. ] {0,2}(\\d{1,2})[-/. ,] ?(\\d{4})(?![\\d:])");
    private static final Pattern NAME_DAY_TIME_YEAR =
            Pattern.compile("(\\p{L}{3,9}) {1,2}(\\d{1,2}) (\\d[\\d:.]{3,15}) (\\d{4})");
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:](\\d{1,9})\\d{0,9})?)?"
                            + " ?([AaPp]\\.?[Mm]\\.?)?");
    private static final Pattern COMPACT_TIME = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d\\d:?\\d\\d)");
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("jan", 1),
                    Map.entry("feb", 2),
                    Map.entry("fev", 2),
                    Map.entry("mar", 3),
                    Map.entry("mrz", 3),
                    Map.entry("apr", 4),
                    Map.entry("avr", 4),
                    Map.entry("may", 5),
                    Map.entry("mai", 5),
                    Map.entry("jun", 6),
                    Map.entry("jul", 7),
                    Map.entry("aug", 8),
                    Map.entry("aou", 8),
                    Map.entry("sep", 9),
                    Map.entry("oct", 10),
                    Map.entry("okt", 10),
                    Map.entry("nov", 11),
                    Map.entry("dec", 12),
                    Map.entry("dez", 12));

    private Dates() {}

    /**
     * Reads a date.
     *
     * @param order taken where day and month are both numbers of at most 12
     * @return empty if the text is no date, or one that does not exist
     */
    public static Optional<Stamp> parse(String text, Order order) {
        String s = text.strip();
        if (s.length() > LONGEST || s.length() < 6) {
            return Optional.empty();
        }
        s =
                s.replace('\u5e74', '-')
                        .replace('\u6708', '-')
                        .replace("\u65e5", " ")
                        .replaceAll("[ \\u00a0\\u202f]+", " ");
        try {
            return read(s, order);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The order that these dates of one file prove, by a number above 12; empty where none does.
     */
    public static Optional<Order> order(Iterable<String> texts) {
        for (String text : texts) {
            Matcher m = NUMERIC.matcher(text.strip());
            if (text.length() <= LONGEST && m.lookingAt() && m.group(1).length() <= 2) {
                int a = Integer.parseInt(m.group(1));
                int b = Integer.parseInt(m.group(3));
                if (a > 12 && b >= 1 && b <= 12 && a <= 31) {
                    return Optional.of(Order.DAY_MONTH);
                }
                if (b > 12 && b <= 31 && a >= 1 && a <= 12) {
                    return Optional.of(Order.MONTH_DAY);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The date of an OLE automation day number, as spreadsheets and Jet databases store it: whole
     * days since 1899-12-30, and the time of day as the fraction, which counts forward before 1900
     * too. Rounded to the microsecond.
     *
     * @return empty if it is before the year 100 or after 9999, or no number
     */
    public static Optional<LocalDateTime> ofOle(double days) {
        if (!(days > -657435 && days < 2958466)) {
            return Optional.empty();
        }
        double whole = days < 0 ? Math.ceil(days) : Math.floor(days);
        long micros = Math.round(Math.abs(days - whole) * 86_400_000_000.0);
        return Optional.of(
                LocalDate.of(1899, 12, 30)
                        .plusDays((long) whole)
                        .atStartOfDay()
                        .plusNanos(1000 * micros));
    }

    private static Optional<Stamp> read(String s, Order order) {
        Matcher m = NAME_DAY_TIME_YEAR.matcher(s);
        if (m.find() && month(m.group(1)) > 0) {
            LocalDate date = date(number(m, 4), month(m.group(1)), number(m, 2), 4);
            return time(date, " " + m.group(3) + s.substring(m.end()), false);
        }
        m = NUMERIC.matcher(s);
        if (m.lookingAt()) {
            int a = number(m, 1);
            int b = number(m, 3);
            int c = number(m, 4);
            String rest = s.substring(m.end());
            if (m.group(1).length() >= 3) {
                return m.group(4).length() > 2
                        ? Optional.empty()
                        : time(date(a, b, c, m.group(1).length()), rest, false);
            }
            int digits = m.group(4).length();
            if (digits == 1 || digits == 3) {
                return Optional.empty();
            }
            boolean open = a <= 12 && b <= 12 && a != b;
            boolean dayFirst = a > 12 || b <= 12 && order == Order.DAY_MONTH;
            return time(dayFirst ? date(c, b, a, digits) : date(c, a, b, digits), rest, open);
        }
        m = DAY_NAME_YEAR.matcher(s);
        if (m.lookingAt() && month(m.group(2)) > 0) {
            boolean yearFirst = m.group(1).length() == 4;
            int month = month(m.group(2));
            LocalDate date =
                    yearFirst
                            ? date(number(m, 1), month, number(m, 3), 4)
                            : date(number(m, 3), month, number(m, 1), m.group(3).length());
            return time(date, s.substring(m.end()), false);
        }
        m = NAME_DAY_YEAR.matcher(s);
        while (m.find()) {
            if (month(m.group(1)) > 0) {
                LocalDate date = date(number(m, 3), month(m.group(1)), number(m, 2), 4);
                return time(date, s.substring(m.end()), false);
            }
        }
        m = COMPACT.matcher(s);
        if (m.lookingAt()) {
            return time(
                    date(number(m, 1), number(m, 2), number(m, 3), 4), s.substring(m.end()), false);
        }
        return Optional.empty();
    }

    /** The time after a date: nothing, or blanks, commas or T and a time. */
    private static Optional<Stamp> time(LocalDate date, String rest, boolean open) {
        String s = rest.replaceFirst("^[ ,T_;]+", "");
        if (s.isEmpty()) {
            return Optional.of(new Stamp(date.atStartOfDay(), Optional.empty(), open));
        }
        Matcher m = TIME.matcher(s);
        boolean pattern = m.lookingAt();
        if (!pattern) {
            m = COMPACT_TIME.matcher(s);
            if (!m.lookingAt()) {
                return Optional.empty();
            }
        }
        int hour = number(m, 1);
        int minute = number(m, 2);
        int second = m.group(3) == null ? 0 : number(m, 3);
        long nanos = 0;
        int later = 0;
        if (pattern) {
            String fraction = m.group(4) == null ? "" : m.group(4);
            nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
            String half = m.group(5) == null ? "" : m.group(5).toLowerCase(Locale.ROOT);
            if (!half.isEmpty()) {
                if (hour < 1 || hour > 12) {
                    return Optional.empty();
                }
                hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
            } else if (hour == 24 && minute == 0 && second == 0) {
                hour = 0;
                later = 1;
            }
        }
        Optional<ZoneOffset> zone = Optional.empty();
        String tail = s.substring(m.end()).strip();
        if (!tail.isEmpty()) {
            Matcher z = ZONE.matcher(tail);
            if (!z.matches()) {
                return Optional.empty();
            }
            zone = Optional.of(ZoneOffset.of(tail));
        }
        LocalDateTime local = date.plusDays(later).atTime(hour, minute, second, (int) nanos);
        return Optional.of(new Stamp(local, zone, open));
    }

    private static LocalDate date(int year, int month, int day, int digits) {
        int full = digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
        return LocalDate.of(full, month, day);
    }

    private static int month(String name) {
        String s =
                name.toLowerCase(Locale.ROOT)
                        .replace('\u00e9', 'e')
                        .replace('\u00fb', 'u')
                        .replace("\u00e4", "a")
                        .replace("juil", "jul")
                        .replace("juin", "jun");
        return s.length() < 3 ? 0 : MONTHS.getOrDefault(s.substring(0, 3), 0);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
