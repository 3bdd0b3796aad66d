// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.differential;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of differential curves.
 *
 * @param cycles numbers of the cycles, parted by commas; empty for the first and the last whole one
 * @param smoothing how curves are smoothed
 * @param window width of the smoothing in V
 * @param order of the polynomial of Savitzky and Golay
 * @param grid spacing in V
 * @param voltage where peaks are looked for
 * @param prominence of a peak, as a share of the highest value
 * @param cyclesBy where cycles are taken from
 */
public record DifferentialSettings(
        @Setting(
                        label = "Cycles",
                        help =
                                "Numbers of cycles parted by commas; empty takes the first and the"
                                        + " last whole one.")
                String cycles,
        @Setting(
                        label = "Smoothing",
                        value = "savitzky-golay",
                        help =
                                "A polynomial through a moving window, or a spline that halves"
                                        + " waves as long as the window, or none.")
                Smoothing smoothing,
        @Setting(
                        label = "Width of the smoothing",
                        value = "20",
                        unit = "mV",
                        min = 0.1,
                        max = 1000,
                        help =
                                "In voltage; for dV/dQ the same share of the whole curve's"
                                        + " charge.")
                double window,
        @Setting(
                        label = "Order",
                        value = "2",
                        min = 1,
                        max = 5,
                        help = "Of the polynomial of Savitzky and Golay.")
                int order,
        @Setting(
                        label = "Spacing",
                        value = "1",
                        unit = "mV",
                        min = 0.01,
                        max = 100,
                        help = "Of the points the curves are computed at.")
                double grid,
        @Setting(
                        label = "Window of the peaks",
                        unit = "V",
                        axis = "voltage",
                        help = "Peaks of dQ/dV are looked for between these voltages.")
                Window voltage,
        @Setting(
                        label = "Prominence",
                        value = "0.1",
                        min = 0.001,
                        max = 1,
                        help = "A peak stands out by this share of the highest value or more.")
                double prominence,
        @Setting(
                        label = "Cycles by",
                        value = "auto",
                        help = "Where cycles are taken from, as in the summary.")
                Counting.By cyclesBy) {

    /** How curves are smoothed. */
    public enum Smoothing {
        SAVITZKY_GOLAY,
        SPLINE,
        NONE
    }
}
