// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of a capacitance from scans.
 *
 * @param window potentials without a reaction, over which the current is averaged
 * @param specific capacitance of a smooth surface in uF/cm2
 * @param area the geometric area in cm2, 0 to take the cell's
 */
public record CapacitanceSettings(
        @Setting(
                        label = "Potentials",
                        unit = "V",
                        axis = "potential",
                        help =
                                "Where no reaction flows; open sides take the middle fifth of the"
                                        + " scan.")
                Window window,
        @Setting(
                        label = "Specific capacitance",
                        value = "40",
                        unit = "uF/cm2",
                        min = 0.01,
                        help = "Of a smooth surface of the material; 20 to 60 uF/cm2 are in use.")
                double specific,
        @Setting(
                        label = "Geometric area",
                        value = "0",
                        unit = "cm2",
                        min = 0,
                        help = "For the roughness; 0 takes the cell's.")
                double area) {}
