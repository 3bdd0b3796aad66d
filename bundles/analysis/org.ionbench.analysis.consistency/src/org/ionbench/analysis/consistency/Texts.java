// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.quantity.Unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences and in changes. */
final class Texts {
    private Texts() {}

    /** An SI value in a unit, with three digits: {@code "0.433 mAh/cm2"}. */
    static String in(double si, String unit) {
        return number(Unit.of(unit).fromSi(si), 3) + " " + unit;
    }

    /** So many digits at most, without a power of ten where that is short. */
    static String number(double x, int digits) {
        if (x == 0 || !Double.isFinite(x)) {
            return Double.toString(x);
        }
        BigDecimal d = new BigDecimal(x).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(x);
        return size >= 1e-2 && size < 1e5
                ? d.toPlainString()
                : String.format(Locale.ROOT, "%." + (d.precision() - 1) + "e", d)
                        .replaceAll("e([-+])0", "e$1")
                        .replace("e+", "e");
    }
}
