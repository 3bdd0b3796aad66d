// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.blocking;

import org.ionbench.analysis.transference.Tail;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of an electronic conductivity after Hebb and Wagner.
 *
 * @param tail how the current at rest of each step is found
 * @param linear potentials whose currents are taken for the straight line, in V
 * @param temperature in K where the recordings have none
 */
public record HebbWagnerSettings(
        @Setting(
                        label = "Current at rest",
                        value = "power-law",
                        help = "How the current at rest of each potential is found.")
                Tail.Method tail,
        @Setting(
                        label = "Linear window",
                        unit = "V",
                        axis = "potential",
                        help =
                                "Potentials of the straight line, whose slope is the electronic"
                                        + " conductivity; open takes all.")
                Window linear,
        @Setting(
                        label = "Temperature",
                        value = "298.15",
                        unit = "K",
                        min = 1,
                        max = 3000,
                        help = "Taken where the recordings have no temperature.")
                double temperature) {}
