// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.comparison;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a comparison of two spectra.
 *
 * @param before the name of the spectrum before, empty for the first of the cell
 * @param after the name of the spectrum after, empty for the last of the cell
 * @param apart largest ratio of two time constants that can be those of one arc
 * @param certainty how many standard uncertainties make a change
 */
public record ComparisonSettings(
        @Setting(
                        label = "Spectrum before",
                        help = "Its name or id; empty takes the earliest spectrum of the cell.")
                String before,
        @Setting(
                        label = "Spectrum after",
                        help = "Its name or id; empty takes the latest spectrum of the cell.")
                String after,
        @Setting(
                        label = "Largest ratio of time constants",
                        value = "30",
                        min = 1,
                        max = 1e6,
                        help = "Arcs farther apart than this are not taken for the same one.")
                double apart,
        @Setting(
                        label = "Standard uncertainties",
                        value = "2",
                        min = 0.1,
                        max = 10,
                        help = "A difference larger than this many counts as a change.")
                double certainty) {}
