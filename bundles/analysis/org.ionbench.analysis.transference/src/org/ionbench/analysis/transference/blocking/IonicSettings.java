// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.blocking;

import org.ionbench.analysis.transference.Tail;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of an ionic transference number.
 *
 * @param initial where the current before the polarisation comes from
 * @param tail how the current at rest is found
 * @param window times from the step that the tail is taken from, in s
 * @param resistance of the cell in ohm, 0 to take it from the fit of a spectrum
 * @param spectrum the name of the spectrum whose fit is taken
 * @param voltage that was set, in V; 0 to take the one recorded
 * @param offset current that flows without a cell, in A, taken off
 * @param offsetSpecification limit of what is left of the offset, in nA
 * @param decay times the initial current is extrapolated from, in s
 * @param steady change of the current in an hour below which it counts as at rest
 */
public record IonicSettings(
        @Setting(
                        label = "Initial current",
                        value = "auto",
                        help =
                                "From voltage and resistance of a fitted spectrum, extrapolated"
                                        + " over the decay, or the first sample; auto takes the"
                                        + " first of these that there is, never the first"
                                        + " sample.")
                Initial initial,
        @Setting(
                        label = "Current at rest",
                        value = "power-law",
                        help =
                                "The decay of a blocking electrode is a power law; others are"
                                        + " computed and shown beside it.")
                Tail.Method tail,
        @Setting(
                        label = "Time window",
                        unit = "s",
                        axis = "time",
                        help =
                                "Times from the step that the current at rest is found from; an"
                                        + " open side takes what suits the method.")
                Window window,
        @Setting(
                        label = "Resistance",
                        value = "0",
                        unit = "ohm",
                        min = 0,
                        help = "Resistance of the electrolyte; 0 takes that of the fit.")
                double resistance,
        @Setting(
                        label = "Spectrum",
                        help =
                                "Name or id of the spectrum whose fit is taken; empty takes the"
                                        + " last before the polarisation at its temperature.")
                String spectrum,
        @Setting(
                        label = "Voltage",
                        value = "0",
                        unit = "V",
                        help = "Voltage of the step; 0 takes the one recorded.")
                double voltage,
        @Setting(
                        label = "Offset current",
                        value = "0",
                        unit = "nA",
                        help =
                                "Current of the instrument without a cell, which is taken off;"
                                        + " its sign is that of the file.")
                double offset,
        @Setting(
                        label = "Offset specification",
                        value = "0",
                        unit = "nA",
                        min = 0,
                        help =
                                "Limit of the instrument's offset of current; 0 takes the cell's"
                                        + " \"current offset specification\", if there is one.")
                double offsetSpecification,
        @Setting(
                        label = "Decay window",
                        unit = "s",
                        axis = "time",
                        help =
                                "Times the initial current is extrapolated from; open takes those"
                                        + " until the current fell to a third.")
                Window decay,
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
        /** From the spectrum, else extrapolated. */
        AUTO,
        /** Voltage over the resistance of a fitted spectrum. */
        EIS,
        /** ln(I - I at rest) against time, at the time of the step. */
        EXTRAPOLATED,
        /** The first sample. */
        MEASURED
    }
}
