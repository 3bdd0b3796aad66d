// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import java.util.Locale;

/** Numbers in sentences. */
public final class Texts {
    private Texts() {}

    /** Four significant digits. */
    public static String number(double x) {
        if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
            return Double.toString(x);
        }
        double size = Math.abs(x);
        if (size >= 1e-3 && size < 1e5) {
            int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
            return String.format(Locale.ROOT, "%." + digits + "f", x);
        }
        return String.format(Locale.ROOT, "%.3e", x);
    }
}
