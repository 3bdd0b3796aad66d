// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them; JSON has them in full. */
public final class Printed {

    private Printed() {}

    /** A number in at most so many significant digits. */
    public static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal bare = rounded.stripTrailingZeros();
        if (exponent >= -4 && exponent < Math.max(digits, 7)) {
            return bare.toPlainString();
        }
        return bare.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /**
     * A value with its standard uncertainty, which shows two digits: {@code 0.4240 ± 0.0031}, or
     * {@code (2.940 ± 0.012)e-4}.
     */
    public static String measured(double value, double uncertainty) {
        if (!Double.isFinite(value) || !(uncertainty > 0) || !Double.isFinite(uncertainty)) {
            return number(value, 6);
        }
        BigDecimal u = new BigDecimal(uncertainty).round(new MathContext(2));
        BigDecimal v = new BigDecimal(value).setScale(u.scale(), RoundingMode.HALF_EVEN);
        double largest = Math.max(Math.abs(value), uncertainty);
        int exponent = (int) Math.floor(Math.log10(largest));
        if (exponent >= -3 && exponent < 6 && u.scale() >= 0) {
            return v.toPlainString() + " \u00b1 " + u.toPlainString();
        }
        return "("
                + v.movePointLeft(exponent).toPlainString()
                + " \u00b1 "
                + u.movePointLeft(exponent).toPlainString()
                + ")e"
                + exponent;
    }

    /** A number of bytes. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        double size = bytes;
        String[] units = {"kB", "MB", "GB"};
        int u = -1;
        while (size >= 999.5 && u < units.length - 1) {
            size /= 1000;
            u++;
        }
        return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, units[u]);
    }

    /** {@code 1 file}, {@code 2 files}. */
    public static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
