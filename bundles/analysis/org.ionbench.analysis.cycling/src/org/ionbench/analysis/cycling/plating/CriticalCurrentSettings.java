// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.plating;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a critical current density.
 *
 * @param drop fall of the voltage within a half cycle that counts as a short, as a share
 * @param within rows over which the fall has to happen
 * @param softDrop fall of the resistance from the half cycle before that counts as a soft short
 * @param diffusivity of the salt in cm2/s, for Sand's time; 0 for none
 * @param concentration of the salt in mol/l
 * @param transference number of the cation
 */
public record CriticalCurrentSettings(
        @Setting(
                        label = "Sudden fall",
                        value = "0.2",
                        min = 0.01,
                        max = 1,
                        help =
                                "A fall of the voltage by this share within a half cycle is a"
                                        + " short.")
                double drop,
        @Setting(
                        label = "Within",
                        value = "5",
                        min = 1,
                        max = 10_000,
                        help = "Rows within which the voltage has to fall.")
                int within,
        @Setting(
                        label = "Soft short",
                        value = "0.3",
                        min = 0.01,
                        max = 1,
                        help =
                                "A resistance lower than that of the half cycle before by this"
                                        + " share is a soft short.")
                double softDrop,
        @Setting(
                        label = "Diffusivity of the salt",
                        value = "0",
                        unit = "cm2/s",
                        min = 0,
                        max = 1,
                        help = "For Sand's time of a liquid or polymer electrolyte; 0 for none.")
                double diffusivity,
        @Setting(
                        label = "Concentration of the salt",
                        value = "1",
                        unit = "mol/l",
                        min = 0,
                        max = 100,
                        help = "For Sand's time.")
                double concentration,
        @Setting(
                        label = "Transference number",
                        value = "0.3",
                        min = 0,
                        max = 0.999,
                        help = "Of the cation, for Sand's time.")
                double transference) {}
