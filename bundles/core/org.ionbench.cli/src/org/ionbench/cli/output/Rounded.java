// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them; JSON has them in full. */
public final class Rounded {

    private Rounded() {}

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
