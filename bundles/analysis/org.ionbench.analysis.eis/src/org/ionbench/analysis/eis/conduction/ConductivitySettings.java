// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.conduction;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a conductivity.
 *
 * @param resistance {@code "auto"}, or the parameters whose sum is the resistance, {@code
 *     "R1.R,R2.R"}
 */
public record ConductivitySettings(
        @Setting(
                        label = "Resistance",
                        value = "auto",
                        editor = "parameters",
                        help =
                                "Auto takes the total resistance of the electrolyte; or name the"
                                        + " parameters to add, such as R1.R,R2.R.")
                String resistance) {}
