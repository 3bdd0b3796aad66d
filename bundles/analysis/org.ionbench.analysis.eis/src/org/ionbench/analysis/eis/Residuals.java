// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

/** What the residuals of a fit tell about the model. */
final class Residuals {
    private Residuals() {}

    /**
     * The lag-one autocorrelation of interleaved real and imaginary residuals in the order of the
     * points, both parts taken together. Near zero for noise (standard deviation 1 over the root of
     * their number), near one where the model is wrong.
     */
    static double correlation(double[] interleaved) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < interleaved.length; i++) {
            squares += interleaved[i] * interleaved[i];
            if (i >= 2) {
                sum += interleaved[i] * interleaved[i - 2];
            }
        }
        return squares > 0 ? sum / squares : 0;
    }
}
