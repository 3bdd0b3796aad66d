// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.composition;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of a composition.
 *
 * @param porous {@code "auto"}, or the name of the component whose pores the others fill
 */
public record CompositionSettings(
        @Setting(
                        label = "Porous component",
                        value = "auto",
                        help =
                                "Auto takes the component that a pore volume of the sample names,"
                                        + " as in \"pore volume ZrO2\"; or name the component.")
                String porous) {}
