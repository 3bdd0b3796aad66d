// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of a Mott-Schottky line.
 *
 * @param window potentials over which 1/C^2 is a line
 * @param frequency the one whose impedances are taken, in Hz
 * @param permittivity relative, of the semiconductor
 * @param area of the electrode in cm2, 0 to take the cell's
 * @param temperature in degC where the recording has none
 */
public record MottSchottkySettings(
        @Setting(
                        label = "Potentials",
                        unit = "V",
                        axis = "potential",
                        help = "Over which 1/C\u00b2 is a line; open sides take all.")
                Window window,
        @Setting(
                        label = "Frequency",
                        value = "1000",
                        unit = "Hz",
                        min = 1e-6,
                        help = "The frequency nearest to this one is taken.")
                double frequency,
        @Setting(
                        label = "Relative permittivity",
                        value = "10",
                        min = 1,
                        max = 100000,
                        help = "Of the semiconductor.")
                double permittivity,
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
