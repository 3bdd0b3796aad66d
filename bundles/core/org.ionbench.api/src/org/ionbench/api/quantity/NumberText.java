// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers in the sentences, tables and conditions of an analysis: four significant digits, whole
 * numbers whole, units in ASCII with the prefix that fits, and temperatures in &deg;C. How a result
 * is printed follows its uncertainty instead and is the doors' business.
 */
public final class NumberText {
    private static final String[] PREFIXES = {"f", "p", "n", "u", "m", "", "k", "M", "G"};
    private static final int NO_PREFIX = 5;
    private static final Pattern PREFIXED = Pattern.compile("\\p{L}+([/ ].*)?");
    private static final double ICE = 273.15;
    private static final MathContext FOUR = new MathContext(4);

    private NumberText() {}

    /**
     * {@code 0.1234}, {@code 12.30}, {@code 12346}; {@code 1.230e-05} below a thousandth and from
     * 1e5 on.
     */
    public static String of(double x) {
        if (x == 0) {
            return "0";
        }
        double size = Math.abs(rounded(x));
        if (size >= 1e-3 && size < 1e5) {
            int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
            return String.format(Locale.ROOT, "%." + digits + "f", x);
        }
        return String.format(Locale.ROOT, "%.3e", x);
    }

    /**
     * With a prefix for the unit: {@code 2.847 mA}. A unit that begins with a power takes none:
     * {@code 3.142e-05 cm2}; without a unit, or with that of a pure number, the number stands
     * alone.
     */
    public static String of(double x, String unit) {
        if (unit.isEmpty() || unit.equals(Unit.ONE.symbol())) {
            return of(x);
        }
        if (x == 0 || !Double.isFinite(x) || !PREFIXED.matcher(unit).matches()) {
            return of(x) + " " + unit;
        }
        int step = (int) Math.floor(Math.log10(Math.abs(rounded(x))) / 3 + 1e-9);
        int i = Math.clamp(step + NO_PREFIX, 0, PREFIXES.length - 1);
        return of(x / Math.pow(10, 3 * (i - NO_PREFIX))) + " " + PREFIXES[i] + unit;
    }

    /** A temperature in K, in four digits and no zeros behind: {@code 60 °C}. */
    public static String celsius(double kelvin) {
        double x = kelvin - ICE;
        return (Double.isFinite(x)
                        ? new BigDecimal(x)
                                .setScale(9, RoundingMode.HALF_EVEN)
                                .round(FOUR)
                                .stripTrailingZeros()
                                .toPlainString()
                        : of(x))
                + " \u00b0C";
    }

    /** A share in percent to two significant digits: {@code 1.2 %}. */
    public static String percent(double share) {
        double x = 100 * share;
        int digits = x == 0 ? 0 : Math.clamp(1 - (long) Math.floor(Math.log10(Math.abs(x))), 0, 6);
        return String.format(Locale.ROOT, "%." + digits + "f %%", x);
    }

    /**
     * Reads a number and its unit as {@link #of(double, String)} writes them, in SI; a number alone
     * is taken as it stands. Empty where the text is neither.
     */
    public static Optional<Double> si(String text) {
        String[] parts = text.strip().split(" ", 2);
        try {
            double x = Double.parseDouble(parts[0]);
            return Unit.parse(parts.length > 1 ? parts[1] : "").map(u -> u.toSi(x));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double rounded(double x) {
        return Double.isFinite(x) ? Double.parseDouble(String.format(Locale.ROOT, "%.3e", x)) : x;
    }
}
