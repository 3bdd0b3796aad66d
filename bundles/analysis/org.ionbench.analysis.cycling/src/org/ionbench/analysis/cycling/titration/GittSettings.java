// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.titration;

import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of a galvanostatic intermittent titration.
 *
 * @param molarMass of the active material
 * @param molarVolume of the active material in cm3/mol
 * @param area that ions enter through, in cm2; 0 for that of the electrode
 * @param window of the pulse through which the line over the root of time is laid, as shares of its
 *     duration
 * @param leastDetermination R2 of that line below which no diffusivity is given
 */
public record GittSettings(
        @Setting(
                        label = "Molar mass",
                        value = "0",
                        unit = "g/mol",
                        min = 0,
                        max = 1e5,
                        help = "Of the active material.")
                double molarMass,
        @Setting(
                        label = "Molar volume",
                        value = "0",
                        unit = "cm3",
                        min = 0,
                        max = 1e5,
                        help = "Of a mole of the active material, in cm3.")
                double molarVolume,
        @Setting(
                        label = "Area of contact",
                        value = "0",
                        unit = "cm2",
                        min = 0,
                        max = 1e9,
                        help =
                                "Through which ions enter the active material; 0 takes the area of"
                                        + " the electrode. Diffusivities go with its inverse"
                                        + " square.")
                double area,
        @Setting(
                        label = "Window of the root-time line",
                        value = "0.1:1",
                        axis = "share",
                        help =
                                "Shares of the pulse through which the line over the root of time"
                                        + " is laid; at time zero it takes off the drop of"
                                        + " resistances.")
                Window window,
        @Setting(
                        label = "Least R2",
                        value = "0.98",
                        min = 0,
                        max = 1,
                        help =
                                "Where the voltage does not follow the root of time this well, no"
                                        + " diffusivity is given.")
                double leastDetermination) {}
