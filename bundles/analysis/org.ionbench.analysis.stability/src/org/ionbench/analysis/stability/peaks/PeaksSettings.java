// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.peaks;

import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of the search for peaks.
 *
 * @param cycle the cycle that is read, 0 for the last whole one
 * @param prominence share of the range of the current, in percent, that makes a peak
 * @param baseline potentials the baseline of the rising branch is laid over
 * @param cathodicBaseline potentials the baseline of the falling branch is laid over
 * @param resistance whose drop is taken off, in ohm
 * @param area of the electrode in cm2, 0 to take the cell's
 * @param measuredAgainst the reference electrode, empty to take the cell's
 * @param reportAgainst the reference electrode of the result, empty for the one used
 * @param offset V added in place of the difference in the table
 * @param scanRate in V/s where none was measured
 * @param cycles what tells cycles apart
 */
public record PeaksSettings(
        @Setting(
                        label = "Cycle",
                        value = "0",
                        min = 0,
                        help = "The cycle that is read; 0 takes the last one with both branches.")
                int cycle,
        @Setting(
                        label = "Prominence",
                        value = "5",
                        unit = "%",
                        min = 0.01,
                        max = 100,
                        help =
                                "Share of the range of a branch's current by which a peak stands"
                                        + " out.")
                double prominence,
        @Setting(
                        label = "Anodic baseline",
                        unit = "V",
                        axis = "potential",
                        help =
                                "Potentials of the rising branch the baseline is laid over; an open"
                                        + " side is found from the data.")
                Window baseline,
        @Setting(
                        label = "Cathodic baseline",
                        unit = "V",
                        axis = "cathodic-potential",
                        help =
                                "Potentials of the falling branch the baseline is laid over; an"
                                        + " open side is found from the data.")
                Window cathodicBaseline,
        @Setting(
                        label = "Resistance",
                        value = "0",
                        unit = "ohm",
                        min = 0,
                        help = "Its drop is taken off the potential; 0 takes none off.")
                double resistance,
        @Setting(
                        label = "Area",
                        value = "0",
                        unit = "cm2",
                        min = 0,
                        help = "Area of the electrode; 0 takes the cell's.")
                double area,
        @Setting(
                        label = "Measured against",
                        help = "The reference electrode, such as Ag/AgCl; empty takes the cell's.")
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
