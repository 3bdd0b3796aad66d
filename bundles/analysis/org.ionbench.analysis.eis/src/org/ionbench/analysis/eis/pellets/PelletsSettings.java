// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.pellets;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a comparison of pellets.
 *
 * @param by what makes pellets replicates of each other
 * @param sameTemperature how far temperatures may differ to be one, in K
 * @param leftOut names of cells left out, parted by commas
 */
public record PelletsSettings(
        @Setting(
                        label = "Pellets share",
                        value = "batch",
                        help =
                                "The batch of the sample, where none is given the sample; or the"
                                        + " sample; or nothing but the project.")
                By by,
        @Setting(
                        label = "Same temperature",
                        value = "1",
                        unit = "K",
                        min = 0.01,
                        max = 20,
                        help = "Conductivities so close in temperature are averaged.")
                double sameTemperature,
        @Setting(label = "Cells left out", help = "Names of cells, parted by commas.")
                String leftOut) {

    /** What makes pellets replicates of each other. */
    public enum By {
        BATCH,
        SAMPLE,
        PROJECT
    }
}
