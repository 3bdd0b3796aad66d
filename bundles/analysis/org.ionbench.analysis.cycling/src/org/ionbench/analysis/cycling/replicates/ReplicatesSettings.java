// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.replicates;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a comparison of replicates.
 *
 * @param by what makes cells replicates of each other
 * @param separate a property of cells that parts them into groups of their own; empty for none
 * @param leftOut names of cells left out, parted by commas
 */
public record ReplicatesSettings(
        @Setting(
                        label = "Replicates share",
                        value = "sample",
                        help = "The sample, the batch of the sample, or nothing but the project.")
                By by,
        @Setting(
                        label = "Apart by",
                        value = "electrodes",
                        help =
                                "A property of cells that parts them into groups of their own, such"
                                        + " as electrodes; temperatures always do.")
                String separate,
        @Setting(label = "Cells left out", help = "Names of cells, parted by commas.")
                String leftOut) {

    /** What makes cells replicates of each other. */
    public enum By {
        SAMPLE,
        BATCH,
        PROJECT
    }
}
