// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

/**
 * A current at one potential taken apart: i = k1 v + k2 v^(1/2), by least squares of i/v^(1/2) over
 * v^(1/2).
 *
 * @param k1 what grows with the scan rate, in A s/V
 * @param k2 what grows with its square root, in A (s/V)^(1/2)
 */
record Shares(double k1, double k2) {

    static Shares of(double[] rates, double[] currents) {
        double mx = 0;
        double my = 0;
        int n = rates.length;
        for (int k = 0; k < n; k++) {
            mx += Math.sqrt(rates[k]) / n;
            my += currents[k] / Math.sqrt(rates[k]) / n;
        }
        double xx = 0;
        double xy = 0;
        for (int k = 0; k < n; k++) {
            double u = Math.sqrt(rates[k]) - mx;
            xx += u * u;
            xy += u * (currents[k] / Math.sqrt(rates[k]) - my);
        }
        double k1 = xy / xx;
        return new Shares(k1, my - k1 * mx);
    }

    /** The capacitive part at a scan rate, in A. */
    double capacitive(double rate) {
        return k1 * rate;
    }

    /** The whole current at a scan rate, in A. */
    double whole(double rate) {
        return k1 * rate + k2 * Math.sqrt(rate);
    }

    /** Whether both parts flow the same way; else the separation says nothing. */
    boolean isSensible() {
        return k1 * k2 >= 0;
    }
}
