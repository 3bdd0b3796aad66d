// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.titration;

import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of a potentiostatic intermittent titration.
 *
 * @param length of diffusion in um, one side blocked
 * @param window of the transformed charge in which ln I over time is laid a line through
 */
public record PittSettings(
        @Setting(
                        label = "Length of diffusion",
                        value = "0",
                        unit = "um",
                        min = 0,
                        max = 1e6,
                        help =
                                "Thickness of a film on a blocking support, or volume of particles"
                                        + " over their area.")
                double length,
        @Setting(
                        label = "Window of the decay",
                        value = "0.7:0.97",
                        axis = "share",
                        help =
                                "Shares of the step's charge between which ln I is a line over"
                                        + " time.")
                Window window) {}
