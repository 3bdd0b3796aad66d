// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a separation of currents by scan rate.
 *
 * @param rate the scan rate in V/s at which the shares are drawn, 0 for the slowest
 * @param points potentials on each branch
 */
public record DunnSettings(
        @Setting(
                        label = "Scan rate shown",
                        value = "0",
                        unit = "V/s",
                        min = 0,
                        help = "The scan whose capacitive share is drawn; 0 takes the slowest.")
                double rate,
        @Setting(
                        label = "Potentials",
                        value = "101",
                        min = 5,
                        max = 2000,
                        help = "How many potentials of each branch are taken apart.")
                int points) {}
