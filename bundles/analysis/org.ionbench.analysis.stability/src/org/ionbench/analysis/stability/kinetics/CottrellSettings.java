// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.kinetics;

import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of a diffusion current.
 *
 * @param window times from the step the line is laid over, in s
 * @param step when the potential was stepped, in s of the file; negative to find it
 * @param electrons how many are transferred
 * @param concentration of the species in the bulk, in mol/l; 0 where not known
 * @param area of the electrode in cm2, 0 to take the cell's
 */
public record CottrellSettings(
        @Setting(
                        label = "Time window",
                        value = "",
                        unit = "s",
                        axis = "time",
                        help =
                                "Times from the step; an open start leaves the first fiftieth out,"
                                        + " where the double layer is charged.")
                Window window,
        @Setting(
                        label = "Time of the step",
                        value = "-1",
                        unit = "s",
                        help = "In the file's time; a negative one is found from the potential.")
                double step,
        @Setting(
                        label = "Electrons",
                        value = "1",
                        min = 0.1,
                        max = 20,
                        help = "Electrons that one particle gives or takes.")
                double electrons,
        @Setting(
                        label = "Concentration",
                        value = "0",
                        unit = "mol/l",
                        min = 0,
                        help = "Of the species in the bulk; 0 where it is not known.")
                double concentration,
        @Setting(
                        label = "Area",
                        value = "0",
                        unit = "cm2",
                        min = 0,
                        help = "Area of the electrode; 0 takes the cell's.")
                double area) {}
