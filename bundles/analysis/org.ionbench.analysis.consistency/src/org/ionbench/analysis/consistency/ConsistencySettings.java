// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a consistency check.
 *
 * @param tolerance share by which two ways to the same number may differ beyond their rounding
 * @param notes whether what is only worth knowing is said too
 */
public record ConsistencySettings(
        @Setting(
                        label = "Tolerance",
                        value = "2",
                        unit = "%",
                        min = 0,
                        max = 50,
                        help =
                                "How far two ways to the same number may differ beyond rounding and"
                                        + " uncertainty.")
                double tolerance,
        @Setting(
                        label = "Notes",
                        value = "true",
                        help = "Also what is no contradiction but worth knowing.")
                boolean notes) {}
