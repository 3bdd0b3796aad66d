// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.conduction;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of an activation energy.
 *
 * @param form which form of the equation the plot and the predictions follow
 * @param temperatureUncertainty standard uncertainty of each temperature, in K
 * @param predict temperatures in degC, parted by commas, at which conductivities are predicted
 */
public record ArrheniusSettings(
        @Setting(
                        label = "Form",
                        value = "sigma-t",
                        help = "sigma T = sigma0 exp(-E_A/kT), or sigma = A exp(-E_A/kT).")
                Form form,
        @Setting(
                        label = "Temperature uncertainty",
                        value = "0",
                        unit = "K",
                        min = 0,
                        max = 100,
                        help =
                                "Standard uncertainty of each temperature, independent of the"
                                        + " others.")
                double temperatureUncertainty,
        @Setting(
                        label = "Predict at",
                        value = "25,30,60",
                        unit = "degC",
                        help = "Temperatures in \u00b0C, parted by commas.")
                String predict) {

    /** The forms of the Arrhenius equation in use. */
    public enum Form {
        /** sigma T = sigma0 exp(-E_A / (k T)). */
        SIGMA_T("sigma T"),
        /** sigma = A exp(-E_A / (k T)). */
        SIGMA("sigma");

        private final String text;

        Form(String text) {
            this.text = text;
        }

        /** What stands on the left side. */
        public String text() {
            return text;
        }
    }
}
