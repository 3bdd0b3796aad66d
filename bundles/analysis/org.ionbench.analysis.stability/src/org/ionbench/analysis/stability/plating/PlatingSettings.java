// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.plating;

import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Setting;

/**
 * Settings of plating and stripping.
 *
 * @param boundary potential of the metal, in V as reported: what is reduced above it is no plating
 * @param background whether the current of the double layer is taken off
 * @param share of the largest plating current at which plating has begun, in percent
 * @param area of the electrode in cm2, 0 to take the cell's
 * @param measuredAgainst the reference electrode, empty to take the cell's
 * @param reportAgainst the reference electrode of the result, empty for the one used
 * @param offset V added in place of the difference in the table
 * @param scanRate in V/s where none was measured
 * @param cycles what tells cycles apart
 */
public record PlatingSettings(
        @Setting(
                        label = "Potential of the metal",
                        value = "0",
                        unit = "V",
                        help =
                                "Reduction below it is plating, above it is something else; 0 V"
                                        + " against the metal's own electrode.")
                double boundary,
        @Setting(
                        label = "Take the background off",
                        value = "true",
                        help =
                                "The median current of the upper half of each branch is taken off"
                                        + " plating and stripping; it is the double layer's.")
                boolean background,
        @Setting(
                        label = "Share for nucleation",
                        value = "5",
                        unit = "%",
                        min = 0.1,
                        max = 50,
                        help = "Share of the largest plating current at which plating has begun.")
                double share,
        @Setting(
                        label = "Area",
                        value = "0",
                        unit = "cm2",
                        min = 0,
                        help = "Area of the electrode; 0 takes the cell's.")
                double area,
        @Setting(
                        label = "Measured against",
                        help =
                                "The reference electrode, such as Li+/Li, Li-In, Ag/AgCl; empty"
                                        + " takes the cell's.")
                String measuredAgainst,
        @Setting(
                        label = "Reported against",
                        help = "Empty takes the one used, and Li+/Li for Li-In.")
                String reportAgainst,
        @Setting(
                        label = "Own offset",
                        value = "0",
                        unit = "V",
                        help =
                                "Added to the recorded potentials in place of the difference the"
                                        + " table gives; 0 takes the table's.")
                double offset,
        @Setting(
                        label = "Scan rate",
                        value = "0",
                        unit = "V/s",
                        min = 0,
                        help = "For files without times; 0 takes what was measured.")
                double scanRate,
        @Setting(
                        label = "Cycles from",
                        value = "auto",
                        help =
                                "The instrument's counter, or the turning points of the"
                                        + " potential; auto prefers the counter.")
                Voltammogram.Counting cycles) {}
