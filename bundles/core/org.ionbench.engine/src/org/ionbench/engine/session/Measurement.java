// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Unit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A measured value as people write it: {@code 0.42 mm}, {@code 420 um}, {@code 0.32 +- 0.01 mm},
 * {@code 0.32 mm +- 3 %}, {@code 0.320(10) mm}, {@code 0,42 mm}.
 *
 * @param value in {@code unit}
 * @param uncertainty standard uncertainty in {@code unit}; 0 where none is given
 * @param unit the unit as typed; dimensionless where none is
 * @param typed the text
 */
public record Measurement(double value, double uncertainty, Unit unit, String typed) {
    private static final String NUMBER = "[-+]?(?:\\d+(?:[.,]\\d*)?|[.,]\\d+)(?:[eE][-+]?\\d+)?";
    private static final double LARGEST_WHOLE = 1e9;
    private static final String PLUS_MINUS = "(?:\\u00b1|\\+/?[-\\u2212])";
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<value>"
                            + NUMBER
                            + ")(?:\\((?<digits>\\d+)\\))?\\s*(?<before>[^\\s\\d+\\u00b1][^+\\u00b1]*?)?"
                            + "\\s*(?:"
                            + PLUS_MINUS
                            + "\\s*(?<error>"
                            + NUMBER
                            + ")\\s*(?<after>.*))?");

    /** Reads a value; empty where the text is no number with a known unit. */
    public static Optional<Measurement> parse(String text) {
        String s = text.strip();
        Matcher m = FORM.matcher(s);
        if (!m.matches() || isAmbiguous(m.group("value"))) {
            return Optional.empty();
        }
        String before = m.group("before") == null ? "" : m.group("before").strip();
        String after = m.group("after") == null ? "" : m.group("after").strip();
        boolean relative = !before.isEmpty() && !before.equals("%") && after.equals("%");
        Optional<Unit> unit = Unit.parse(before.isEmpty() ? after : before);
        Optional<Unit> errorUnit = relative || after.isEmpty() ? unit : Unit.parse(after);
        if (unit.isEmpty() || errorUnit.isEmpty() || !unit.get().isCompatible(errorUnit.get())) {
            return Optional.empty();
        }
        double value = number(m.group("value"));
        double uncertainty = 0;
        if (m.group("error") != null) {
            double error = Math.abs(number(m.group("error")));
            uncertainty =
                    relative
                            ? Math.abs(value) * error / 100
                            : error * errorUnit.get().factor() / unit.get().factor();
        } else if (m.group("digits") != null) {
            uncertainty = Double.parseDouble(m.group("digits")) * lastDigit(m.group("value"));
        }
        return Optional.of(new Measurement(value, uncertainty, unit.get(), s));
    }

    /**
     * Reads a value of a known dimension.
     *
     * @param what the property, for the message
     * @param example a text that would do, for the message
     * @throws IllegalArgumentException with a sentence if the text is not such a value
     */
    public static Measurement parse(String what, String text, Dimension dimension, String example) {
        Measurement m =
                parse(text)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                what
                                                        + " takes a value with its unit such as "
                                                        + example
                                                        + ", not \""
                                                        + text
                                                        + "\""));
        if (m.unit.dimension() != dimension) {
            throw new IllegalArgumentException(
                    what
                            + " needs a unit"
                            + (dimension == Dimension.NONE
                                    ? " without dimension"
                                    : " that turns into " + dimension.siSymbol())
                            + ", as in "
                            + example
                            + "; \""
                            + text
                            + "\" has none such");
        }
        return m;
    }

    /** The value in the SI unit. */
    public double si() {
        return unit.toSi(value);
    }

    /** The text to print: as typed, or made so that {@link #parse(String)} reads the same. */
    public static String print(double value, double uncertainty, String unit, String typed) {
        if (!typed.isEmpty()) {
            return typed;
        }
        String symbol = unit.isEmpty() || unit.equals("1") ? "" : " " + unit;
        return uncertainty > 0
                ? plain(value) + " +- " + plain(uncertainty) + symbol
                : plain(value) + symbol;
    }

    /** Whole numbers without a fraction, which no one would type. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** {@code 12,500} may be twelve and a half or twelve thousand: nobody should guess. */
    private static boolean isAmbiguous(String number) {
        return number.matches("[-+]?[1-9]\\d{0,2},\\d{3}");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    private static double lastDigit(String number) {
        String s = number.replace(',', '.').toLowerCase(Locale.ROOT);
        int e = s.indexOf('e');
        String mantissa = e < 0 ? s : s.substring(0, e);
        int exponent = e < 0 ? 0 : Integer.parseInt(s.substring(e + 1));
        int dot = mantissa.indexOf('.');
        int decimals = dot < 0 ? 0 : mantissa.length() - dot - 1;
        return Double.parseDouble("1e" + (exponent - decimals));
    }
}
