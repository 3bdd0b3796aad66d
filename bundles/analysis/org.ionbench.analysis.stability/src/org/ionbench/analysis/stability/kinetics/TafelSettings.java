// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.kinetics;

import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of Tafel lines.
 *
 * @param anodic overpotentials of the anodic line in V
 * @param cathodic overpotentials of the cathodic line in V, negative
 * @param linear half the range about zero current the polarisation resistance is taken from, in mV
 * @param resistance whose drop is taken off, in ohm
 * @param transfer charge-transfer resistance in ohm for the exchange current, 0 for none
 * @param electrons how many are transferred
 * @param area of the electrode in cm2, 0 to take the cell's
 * @param temperature in degC where the recording has none
 */
public record TafelSettings(
        @Setting(
                        label = "Anodic line",
                        unit = "V",
                        axis = "overpotential",
                        help =
                                "Overpotentials over which log |i| is a line; an open side starts"
                                        + " where the back reaction is below 2 % and ends at half"
                                        + " the largest current.")
                Window anodic,
        @Setting(
                        label = "Cathodic line",
                        unit = "V",
                        axis = "cathodic-overpotential",
                        help = "The same on the cathodic side, in negative overpotentials.")
                Window cathodic,
        @Setting(
                        label = "Linear range",
                        value = "10",
                        unit = "mV",
                        min = 0.1,
                        max = 100,
                        help = "To either side of zero current, for the polarisation resistance.")
                double linear,
        @Setting(
                        label = "Resistance",
                        value = "0",
                        unit = "ohm",
                        min = 0,
                        help = "Its drop is taken off the potential; 0 takes none off.")
                double resistance,
        @Setting(
                        label = "Charge-transfer resistance",
                        value = "0",
                        unit = "ohm",
                        min = 0,
                        help = "From a spectrum, for the exchange current RT/(nF R); 0 for none.")
                double transfer,
        @Setting(
                        label = "Electrons",
                        value = "1",
                        min = 0.1,
                        max = 20,
                        help = "Electrons of the reaction, for RT/(nF R).")
                double electrons,
        @Setting(
                        label = "Area",
                        value = "0",
                        unit = "cm2",
                        min = 0,
                        help = "Area of the electrode; 0 takes the cell's.")
                double area,
        @Setting(
                        label = "Temperature",
                        value = "25",
                        unit = "degC",
                        min = -200,
                        max = 1000,
                        help = "Where the recording has none.")
                double temperature) {}
