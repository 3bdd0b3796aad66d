// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.Weight;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of a circuit fit.
 *
 * @param circuit the code of the circuit
 * @param weight the weights of the residuals
 * @param range the frequencies that are fitted, in Hz
 * @param guess start values, {@code "R1.R=100,CPE1.n=0.9"}
 * @param fix parameters held at their guess, {@code "CPE1.n"} or {@code "CPE1.n=1"}
 * @param free parameters fitted although their element holds them, {@code "Wo1.n"}
 * @param mask points left out, by their row
 * @param correction which fixture measurements are taken off
 * @param starts the largest number of starts
 */
public record FitSettings(
        @Setting(
                        label = "Circuit",
                        value = "p(R1,CPE1)-CPE2",
                        editor = "circuit",
                        help = "Series with -, parallel with p(a,b); Boukamp's R(RQ) is read too.")
                String circuit,
        @Setting(
                        label = "Weights",
                        value = "modulus",
                        help =
                                "Modulus takes all relative errors as equal, unit all absolute"
                                        + " ones; decim multiplies with |Z| as DECiM does, to"
                                        + " repeat its fits.")
                Weight weight,
        @Setting(
                        label = "Frequency window",
                        unit = "Hz",
                        axis = "frequency",
                        help = "Only points within are fitted; an open side takes all.")
                Window range,
        @Setting(
                        label = "Start values",
                        editor = "parameters",
                        help =
                                "NAME=VALUE, parted by commas; the rest comes from the"
                                        + " spectrum.")
                String guess,
        @Setting(
                        label = "Fixed parameters",
                        editor = "parameters",
                        help = "Names, parted by commas; NAME=VALUE gives the value too.")
                String fix,
        @Setting(
                        label = "Freed parameters",
                        editor = "parameters",
                        help = "Parameters that are fitted although they are usually held.")
                String free,
        @Setting(
                        label = "Points left out",
                        axis = "frequency",
                        help = "Rows of the recording, counted from 0, such as 3,7-12.")
                Mask mask,
        @Setting(
                        label = "Fixture correction",
                        value = "auto",
                        help = "Takes the measured short and open circuit of the fixture off.")
                Correction correction,
        @Setting(
                        label = "Largest number of starts",
                        value = "30",
                        min = 1,
                        max = 1000,
                        help = "The search ends earlier once it finds one minimum three times.")
                int starts) {}
