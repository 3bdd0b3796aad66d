// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import java.util.Locale;

/** Numbers in sentences. */
public final class Texts {
    private static final String[] PREFIXES = {"f", "p", "n", "u", "m", "", "k", "M", "G"};
    private static final int NO_PREFIX = 5;

    private Texts() {}

    /** Four significant digits with a prefix for the unit: {@code 2.847 mA}. */
    public static String of(double x, String unit) {
        if (x == 0 || !Double.isFinite(x)) {
            return x + " " + unit;
        }
        int step = (int) Math.floor(Math.log10(Math.abs(x)) / 3 + 1e-9);
        int i = Math.clamp(step + NO_PREFIX, 0, PREFIXES.length - 1);
        return number(x / Math.pow(10, 3 * (i - NO_PREFIX))) + " " + PREFIXES[i] + unit;
    }

    /** Four significant digits. */
    public static String number(double x) {
        double size = Math.abs(x);
        if (size >= 1e-3 && size < 1e5) {
            int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
            return String.format(Locale.ROOT, "%." + digits + "f", x);
        }
        return x == 0 ? "0" : String.format(Locale.ROOT, "%.3e", x);
    }

    /** A number to four significant digits, as conditions have it. */
    public static double rounded(double x) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3e", x));
    }

    /** A share in percent with two significant digits. */
    public static String percent(double share) {
        double x = 100 * share;
        int digits = x == 0 ? 0 : Math.clamp(1 - (long) Math.floor(Math.log10(Math.abs(x))), 0, 6);
        return String.format(Locale.ROOT, "%." + digits + "f %%", x);
    }
}
