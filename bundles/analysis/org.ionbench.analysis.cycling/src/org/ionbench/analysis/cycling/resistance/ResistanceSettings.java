// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.resistance;

import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of pulse resistances.
 *
 * @param time after the switch at which the resistance is taken, in s
 * @param window of times after the switch through which a line over the root of time is laid, in s
 * @param switches which switches are taken
 * @param leastChange of the current, as a share of the greatest current
 */
public record ResistanceSettings(
        @Setting(
                        label = "Time after the switch",
                        value = "10",
                        unit = "s",
                        min = 0,
                        max = 1e6,
                        help =
                                "The resistance is the change of the voltage up to then over the"
                                        + " change of the current.")
                double time,
        @Setting(
                        label = "Window of the root-time line",
                        value = "1:10",
                        unit = "s",
                        axis = "time",
                        help =
                                "Through these times after the switch a line over the root of time"
                                        + " is laid; at time zero it gives the resistance without"
                                        + " diffusion.")
                Window window,
        @Setting(
                        label = "Switches",
                        value = "on",
                        help = "Rest to current, current to rest, or all changes of the current.")
                Switches switches,
        @Setting(
                        label = "Least change",
                        value = "0.01",
                        min = 0,
                        max = 1,
                        help = "Of the current, as a share of the greatest current.")
                double leastChange) {

    /** Which switches are taken. */
    public enum Switches {
        /** From rest to a current. */
        ON,
        /** From a current to rest. */
        OFF,
        ALL
    }
}
