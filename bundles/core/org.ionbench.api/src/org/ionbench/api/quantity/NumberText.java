// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

import java.util.Locale;
import java.util.Optional;

/**
 * Numbers in the sentences, tables and conditions of an analysis, in ASCII: four significant
 * digits, and whole numbers whole. How a result is printed follows its uncertainty instead and is
 * the doors' business.
 */
public final class NumberText {
    private static final String[] PREFIXES = {"f", "p", "n", "u", "m", "", "k", "M", "G"};
    private static final int NO_PREFIX = 5;

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

    /** With a prefix for the unit: {@code 2.847 mA}. */
    public static String of(double x, String unit) {
        if (x == 0 || !Double.isFinite(x)) {
            return of(x) + " " + unit;
        }
        int step = (int) Math.floor(Math.log10(Math.abs(rounded(x))) / 3 + 1e-9);
        int i = Math.clamp(step + NO_PREFIX, 0, PREFIXES.length - 1);
        return of(x / Math.pow(10, 3 * (i - NO_PREFIX))) + " " + PREFIXES[i] + unit;
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
