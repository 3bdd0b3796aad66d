// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.peaks;

import org.ionbench.api.analysis.Setting;

/**
 * Settings of peaks over scan rates.
 *
 * @param electrons how many are transferred
 * @param concentration of the species in the bulk, in mol/l; 0 where not known
 * @param area of the electrode in cm2, 0 to take the cell's
 * @param reaction whether the electron transfer is fast
 * @param alpha transfer coefficient of an irreversible one
 * @param temperature in degC where the recordings have none
 */
public record ScanRatesSettings(
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
                double area,
        @Setting(
                        label = "Reaction",
                        value = "reversible",
                        help = "Whether the transfer of electrons is fast beside diffusion.")
                Reaction reaction,
        @Setting(
                        label = "Transfer coefficient",
                        value = "0.5",
                        min = 0.01,
                        max = 1,
                        help = "Of an irreversible reaction.")
                double alpha,
        @Setting(
                        label = "Temperature",
                        value = "25",
                        unit = "degC",
                        min = -200,
                        max = 1000,
                        help = "Where the recordings have none.")
                double temperature) {

    /** Whether the transfer of electrons is fast beside diffusion. */
    public enum Reaction {
        REVERSIBLE,
        IRREVERSIBLE
    }
}
