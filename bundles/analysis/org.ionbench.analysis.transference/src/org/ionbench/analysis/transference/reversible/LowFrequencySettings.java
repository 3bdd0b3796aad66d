// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.reversible;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a transference number from a slow impedance.
 *
 * @param bulk parameters whose sum is the resistance of the electrolyte
 * @param diffusion the parameter that is the resistance of diffusion
 */
public record LowFrequencySettings(
        @Setting(
                        label = "Electrolyte",
                        value = "auto",
                        editor = "parameters",
                        help =
                                "Parameters whose sum is the resistance of the electrolyte; auto"
                                        + " takes the resistors that are no interface.")
                String bulk,
        @Setting(
                        label = "Diffusion",
                        value = "auto",
                        editor = "parameters",
                        help =
                                "The parameter that is the resistance of diffusion; auto takes that"
                                        + " of the Warburg element Ws or Wo.")
                String diffusion) {}
