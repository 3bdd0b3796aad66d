// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Unit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heading of a column taken apart: {@code -Im(Z)/Ohm}, {@code Zre (ohm)}, {@code I [mA]},
 * {@code Ewe/V vs. SCE}, {@code Test Time / s}, {@code test_time_second}.
 *
 * @param label what stands before the unit, without its sign and without a reference electrode
 * @param unit the unit as written; empty where there is none
 * @param isNegative whether a minus stands before the label
 * @param isLoose whether the unit is only the last word of the heading, so that it counts only
 *     where the label is known
 */
record Heading(String label, String unit, boolean isNegative, boolean isLoose) {
    private static final Pattern BRACKETS = Pattern.compile("(.*?)\\s*\\[([^\\[\\]]*)\\]");
    private static final Pattern PARENTHESES = Pattern.compile("(.*\\S)\\s*\\(([^()]*)\\)");
    private static final Pattern COMMA = Pattern.compile("(.*\\S)\\s*,\\s*(\\S+)");
    private static final Pattern LAST_WORD =
            Pattern.compile("(.*[^\\s_])(?:\\s+in\\s+|[\\s_]+)(\\S+)");
    private static final Pattern REFERENCE =
            Pattern.compile("\\s*[(,]?\\s*\\b(?:vs|versus)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MINUS =
            Pattern.compile(
                    "(?:-\\s*(?=\\D)|neg(?:ative)?[\\s_.]+|minus[\\s_]+)(.+)",
                    Pattern.CASE_INSENSITIVE);

    /** Units as words, as some programs and the machine names of the Battery Data Format have. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("second", "s"),
                    Map.entry("secs", "s"),
                    Map.entry("millisecond", "ms"),
                    Map.entry("milliseconds", "ms"),
                    Map.entry("minute", "min"),
                    Map.entry("mins", "min"),
                    Map.entry("hrs", "h"),
                    Map.entry("day", "d"),
                    Map.entry("days", "d"),
                    Map.entry("volt", "V"),
                    Map.entry("millivolt", "mV"),
                    Map.entry("millivolts", "mV"),
                    Map.entry("ampere", "A"),
                    Map.entry("amperes", "A"),
                    Map.entry("milliampere", "mA"),
                    Map.entry("milliamps", "mA"),
                    Map.entry("ah", "Ah"),
                    Map.entry("mah", "mAh"),
                    Map.entry("wh", "Wh"),
                    Map.entry("mwh", "mWh"),
                    Map.entry("watt", "W"),
                    Map.entry("watts", "W"),
                    Map.entry("hertz", "Hz"),
                    Map.entry("kelvin", "K"),
                    Map.entry("celsius", "degC"),
                    Map.entry("degrees celsius", "degC"),
                    Map.entry("radian", "rad"),
                    Map.entry("radians", "rad"),
                    Map.entry("pascal", "Pa"),
                    Map.entry("joule", "J"),
                    Map.entry("joules", "J"),
                    Map.entry("dimensionless", "1"));

    static Heading of(String name) {
        String s =
                name.strip()
                        .replace('\u2212', '-')
                        .replace('\u2013', '-')
                        .replace('\u2019', '\'')
                        .replace('\u2032', '\'')
                        .replace("\u2033", "''")
                        .replace("\u201d", "''")
                        .replace("\"", "''");
        Matcher minus = MINUS.matcher(s);
        boolean negative = minus.matches();
        if (negative) {
            s = minus.group(1).strip();
        }
        Matcher m = BRACKETS.matcher(s);
        if (m.matches() && !m.group(1).isBlank()) {
            return new Heading(plain(m.group(1)), plain(m.group(2)), negative, false);
        }
        for (int i = s.indexOf('/'); i > 0; i = s.indexOf('/', i + 1)) {
            String unit = plain(s.substring(i + 1));
            if (unit.startsWith("(") && unit.endsWith(")")) {
                unit = unit.substring(1, unit.length() - 1);
            }
            if (unit(unit).isPresent()) {
                return new Heading(plain(s.substring(0, i)), unit, negative, false);
            }
        }
        m = PARENTHESES.matcher(s);
        if (m.matches() && unit(plain(m.group(2))).isPresent()) {
            return new Heading(plain(m.group(1)), plain(m.group(2)), negative, false);
        }
        m = COMMA.matcher(s);
        if (m.matches() && unit(m.group(2)).isPresent()) {
            return new Heading(plain(m.group(1)), m.group(2), negative, false);
        }
        s = plain(s);
        m = LAST_WORD.matcher(s);
        if (m.matches() && unit(m.group(2)).isPresent()) {
            return new Heading(m.group(1), m.group(2), negative, true);
        }
        return new Heading(s, "", negative, false);
    }

    /** The same with a unit that stands elsewhere, such as in a line of units below the names. */
    Heading withUnit(String written) {
        String s = written.strip();
        if (s.length() >= 2 && "([".indexOf(s.charAt(0)) >= 0) {
            s = s.substring(1, s.length() - 1);
        }
        return s.isEmpty() ? this : new Heading(label, plain(s), isNegative, false);
    }

    /** Without a unit that is only a guess. */
    Heading whole() {
        return isLoose ? new Heading(label + " " + unit, "", isNegative, false) : this;
    }

    /** The unit, where it measures what it should. */
    Optional<Unit> unit(Dimension wanted) {
        if (wanted == Dimension.TEMPERATURE && (unit.equals("C") || unit.equals("c"))) {
            return Optional.of(Unit.of("degC"));
        }
        return parse(unit)
                .filter(u -> u.dimension() == wanted)
                .or(() -> parse(lower(unit)).filter(u -> u.dimension() == wanted));
    }

    /** A unit in any spelling. */
    static Optional<Unit> unit(String written) {
        return parse(written).or(() -> parse(lower(written)));
    }

    private static Optional<Unit> parse(String written) {
        if (written.isEmpty() || written.equals("-")) {
            return Optional.empty();
        }
        return Unit.parse(WORDS.getOrDefault(written.toLowerCase(Locale.ROOT), written));
    }

    /** Lower case, but for an M in front, which is never a small m. */
    private static String lower(String s) {
        String lower = s.toLowerCase(Locale.ROOT);
        return s.startsWith("M") && s.length() > 1 ? "M" + lower.substring(1) : lower;
    }

    private static String plain(String s) {
        return REFERENCE.matcher(s).replaceFirst("").strip();
    }
}
