// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import java.util.Locale;

/** How much the points of a spectrum count in a fit. */
public enum Weight {
    /** 1/|Z|^2 of the measured impedance for both parts: equal relative errors. */
    MODULUS,
    /** 1 for both parts: equal absolute errors. */
    UNIT,
    /**
     * 1/(Re Z)^2 for the real and 1/(Im Z)^2 for the imaginary part, each denominator at least
     * (1e-4 |Z|)^2.
     */
    PROPORTIONAL,
    /**
     * |Z| of the measured impedance for both parts, what DECiM minimises as "Observed modulus": it
     * multiplies the squared residual where modulus weights divide it by |Z|^2, so the largest
     * impedances count most. Only for comparison with its results.
     */
    DECIM;

    private static final double FLOOR = 1e-4;

    /** The word used in settings and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Square roots of the weights, interleaved real and imaginary. */
    double[] roots(Spectrum s) {
        double[] w = new double[2 * s.size()];
        for (int i = 0; i < s.size(); i++) {
            double size = s.modulus(i);
            double floor = FLOOR * size;
            w[2 * i] =
                    switch (this) {
                        case MODULUS -> 1 / size;
                        case UNIT -> 1;
                        case PROPORTIONAL -> 1 / Math.max(Math.abs(s.re(i)), floor);
                        case DECIM -> Math.sqrt(size);
                    };
            w[2 * i + 1] = this == PROPORTIONAL ? 1 / Math.max(Math.abs(s.im(i)), floor) : w[2 * i];
        }
        return w;
    }
}
