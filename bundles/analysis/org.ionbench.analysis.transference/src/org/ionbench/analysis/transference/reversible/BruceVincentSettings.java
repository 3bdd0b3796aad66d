// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.reversible;

import org.ionbench.analysis.transference.Tail;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of a cation transference number.
 *
 * @param initial where the initial current comes from
 * @param tail how the steady current is found
 * @param window times from the step that it is found from, in s
 * @param voltage that was set, in V; 0 to take the one recorded
 * @param before the name of the spectrum before the polarisation
 * @param after the name of the spectrum after it
 * @param interfaces parameters whose sum is the resistance of the interfaces
 * @param electrolyte parameters whose sum is the resistance of the electrolyte
 * @param electrolyteResistance in ohm, in place of a fit
 * @param initialResistance of the interfaces before, in ohm, in place of a fit
 * @param steadyResistance of the interfaces after, in ohm, in place of a fit
 * @param steady change of the current in an hour below which it counts as steady
 */
public record BruceVincentSettings(
        @Setting(
                        label = "Initial current",
                        value = "auto",
                        help =
                                "From the voltage over the resistances of electrolyte and"
                                        + " interfaces before, or the first sample; auto takes the"
                                        + " former where it can.")
                Initial initial,
        @Setting(
                        label = "Steady current",
                        value = "mean",
                        help = "The mean of the window, or what a decay comes to rest at.")
                Tail.Method tail,
        @Setting(
                        label = "Time window",
                        unit = "s",
                        axis = "time",
                        help =
                                "Times from the step that the steady current is found from; an"
                                        + " open side takes what suits the method.")
                Window window,
        @Setting(
                        label = "Voltage",
                        value = "0",
                        unit = "V",
                        help = "Voltage of the step; 0 takes the one recorded.")
                double voltage,
        @Setting(
                        label = "Spectrum before",
                        help = "Its name or id; empty takes the last one before the polarisation.")
                String before,
        @Setting(
                        label = "Spectrum after",
                        help = "Its name or id; empty takes the first one after the polarisation.")
                String after,
        @Setting(
                        label = "Interface",
                        value = "auto",
                        editor = "parameters",
                        help =
                                "Parameters whose sum is the resistance of the interfaces, such as"
                                        + " R1.R; auto takes the arcs of 30 nF/cm2 and more.")
                String interfaces,
        @Setting(
                        label = "Electrolyte",
                        value = "auto",
                        editor = "parameters",
                        help =
                                "Parameters whose sum is the resistance of the electrolyte; auto"
                                        + " takes the resistors that are no interface.")
                String electrolyte,
        @Setting(
                        label = "Electrolyte resistance",
                        value = "0",
                        unit = "ohm",
                        min = 0,
                        help = "Takes the place of the fit's; 0 takes that of the fit.")
                double electrolyteResistance,
        @Setting(
                        label = "Interface before",
                        value = "0",
                        unit = "ohm",
                        min = 0,
                        help = "Takes the place of the fit's R_0; 0 takes that of the fit.")
                double initialResistance,
        @Setting(
                        label = "Interface after",
                        value = "0",
                        unit = "ohm",
                        min = 0,
                        help = "Takes the place of the fit's R_ss; 0 takes that of the fit.")
                double steadyResistance,
        @Setting(
                        label = "Steady below",
                        value = "1",
                        unit = "%",
                        min = 0,
                        max = 100,
                        help =
                                "Change of the current in an hour, as a share of it, below which"
                                        + " it counts as steady.")
                double steady) {

    /** Where the initial current comes from. */
    public enum Initial {
        /** From the resistances, else the first sample. */
        AUTO,
        /** Voltage over the resistances before. */
        EIS,
        /** The first sample. */
        MEASURED
    }
}
