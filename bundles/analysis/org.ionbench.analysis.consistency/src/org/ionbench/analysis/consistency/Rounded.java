// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that somebody wrote with so many digits: the truth lies within half a unit of the last
 * one, or within twice the standard uncertainty that was given with it.
 *
 * @param value as written, in SI
 * @param low the least it may be, in SI
 * @param high the most it may be, in SI
 */
record Rounded(double value, double low, double high) {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s*([-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)\\s*([^+\\u00b1]*?)\\s*"
                        + "(?:(?:\\u00b1|\\+/?-)\\s*(\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)\\s*(.*))?");

    /** Of a property; its digits are those of the number in the unit it was typed in. */
    static Rounded of(Quantity q) {
        double u = q.standardUncertainty();
        double half = u > 0 ? 2 * u : halfDigit(Double.toString(q.value()));
        return new Rounded(
                q.si(), q.unit().toSi(q.value() - half), q.unit().toSi(q.value() + half));
    }

    /** Of a text such as {@code "2.9e-4 S/cm"}; empty if it is none in such a unit. */
    static Optional<Rounded> of(String text, Unit measure) {
        Matcher m = NUMBER.matcher(text.replace(',', '.'));
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean isLast = m.group(2).isBlank() && m.group(4) != null;
        Optional<Unit> unit = Unit.parse(isLast ? m.group(4) : m.group(2));
        if (unit.isEmpty() || !unit.get().isCompatible(measure)) {
            return Optional.empty();
        }
        double value = Double.parseDouble(m.group(1));
        double half =
                m.group(3) == null ? halfDigit(m.group(1)) : 2 * Double.parseDouble(m.group(3));
        return Optional.of(
                new Rounded(
                        unit.get().toSi(value),
                        unit.get().toSi(value - half),
                        unit.get().toSi(value + half)));
    }

    private static double halfDigit(String written) {
        String s = written.toLowerCase(Locale.ROOT);
        BigDecimal d = new BigDecimal(s.endsWith(".0") ? s.substring(0, s.length() - 2) : s);
        if (s.contains(".0e")) {
            d = new BigDecimal(s.replace(".0e", "e"));
        }
        return d.ulp().doubleValue() / 2;
    }

    /** A product of this and another. */
    Rounded times(Rounded other) {
        return new Rounded(value * other.value, low * other.low, high * other.high);
    }

    /** This over another that is above zero. */
    Rounded over(Rounded other) {
        return new Rounded(value / other.value, low / other.high, high / other.low);
    }

    Rounded times(double factor) {
        return new Rounded(value * factor, low * factor, high * factor);
    }

    /** This with no more room than a share: digits that people leave out are mostly noughts. */
    Rounded atMost(double share) {
        return new Rounded(
                value, Math.max(low, value * (1 - share)), Math.min(high, value * (1 + share)));
    }

    /** Whether both may be the same number, give or take a share. */
    boolean agrees(Rounded other, double share) {
        return low * (1 - share) <= other.high && other.low <= high * (1 + share);
    }
}
