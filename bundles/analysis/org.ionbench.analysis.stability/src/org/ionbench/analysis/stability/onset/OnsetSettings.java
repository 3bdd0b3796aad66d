// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of an onset.
 *
 * @param method the one whose onset is the result; all are computed
 * @param direction what is looked for
 * @param cycle the cycle it is looked for in, 0 for the first
 * @param fit potentials the rising oxidation current is fitted over, in V as reported
 * @param background potentials of the background before the oxidation
 * @param reductionFit potentials the rising reduction current is fitted over
 * @param reductionBackground potentials of the background before the reduction
 * @param thresholds current densities in uA/cm2, parted by commas; the first is the method's
 * @param sigmas how many standard deviations of the background count as a current
 * @param charge charge beyond the background that counts as an onset, in uAh/cm2
 * @param area of the electrode in cm2, 0 to take the cell's
 * @param measuredAgainst the reference electrode, empty to take the cell's
 * @param reportAgainst the reference electrode of the result, empty for the one used
 * @param offset V added in place of the difference in the table
 * @param acidity the pH, for RHE
 * @param drop which ohmic drop is taken off
 * @param resistance in ohm, for the drop
 * @param scanRate in V/s where none was measured
 * @param cycles what tells cycles apart
 */
public record OnsetSettings(
        @Setting(
                        label = "Method",
                        value = "regression",
                        help =
                                "The method whose onset is the result; all are computed and"
                                        + " shown.")
                Method method,
        @Setting(
                        label = "Look for",
                        value = "auto",
                        help =
                                "Auto looks for oxidation above and reduction below the potential"
                                        + " the scan started from.")
                Direction direction,
        @Setting(
                        label = "Cycle",
                        value = "0",
                        min = 0,
                        help = "The cycle the onset is read from; 0 takes the first.")
                int cycle,
        @Setting(
                        label = "Fit window",
                        unit = "V",
                        axis = "potential",
                        help =
                                "Potentials over which the rising oxidation current is a line; an"
                                        + " open side is found from the data.")
                Window fit,
        @Setting(
                        label = "Background window",
                        unit = "V",
                        axis = "potential",
                        help =
                                "Potentials before the oxidation over which only the background"
                                        + " flows; an open side is found from the data.")
                Window background,
        @Setting(
                        label = "Fit window of reduction",
                        unit = "V",
                        axis = "reduction-potential",
                        help =
                                "Potentials over which the rising reduction current is a line; an"
                                        + " open side is found from the data.")
                Window reductionFit,
        @Setting(
                        label = "Background window of reduction",
                        unit = "V",
                        axis = "reduction-potential",
                        help =
                                "Potentials before the reduction over which only the background"
                                        + " flows; an open side is found from the data.")
                Window reductionBackground,
        @Setting(
                        label = "Threshold current densities",
                        value = "5,10,50",
                        unit = "uA/cm2",
                        help =
                                "Parted by commas, on the area of the electrode; the first is that"
                                        + " of the method.")
                String thresholds,
        @Setting(
                        label = "Multiples of the noise",
                        value = "3",
                        min = 1,
                        max = 100,
                        help =
                                "Standard deviations of the background above which a current"
                                        + " counts.")
                double sigmas,
        @Setting(
                        label = "Threshold charge",
                        value = "0.1",
                        unit = "uAh/cm2",
                        min = 0,
                        help = "Charge beyond the background at which the charge method reads.")
                double charge,
        @Setting(
                        label = "Area",
                        value = "0",
                        unit = "cm2",
                        min = 0,
                        help =
                                "Area of the electrode; 0 takes the cell's. An electrode with"
                                        + " carbon has more than its cross-section.")
                double area,
        @Setting(
                        label = "Measured against",
                        help =
                                "The reference electrode, such as Li+/Li, Li-In, Ag/AgCl, RHE, SHE;"
                                        + " empty takes the cell's.")
                String measuredAgainst,
        @Setting(
                        label = "Reported against",
                        help = "Empty takes the one used, and Li+/Li for Li-In.")
                String reportAgainst,
        @Setting(
                        label = "Own offset",
                        value = "0",
                        unit = "V",
                        help =
                                "Added to the recorded potentials in place of the difference the"
                                        + " table gives; 0 takes the table's.")
                double offset,
        @Setting(label = "pH", help = "Of the electrolyte, where RHE is one of the references.")
                String acidity,
        @Setting(
                        label = "Ohmic drop",
                        value = "none",
                        help =
                                "Takes current times resistance off the potential: the resistance"
                                        + " set here, or that of the fit of a spectrum of the"
                                        + " cell.")
                Drop drop,
        @Setting(
                        label = "Resistance",
                        value = "0",
                        unit = "ohm",
                        min = 0,
                        help = "Of the electrolyte, where the ohmic drop is to be the set one.")
                double resistance,
        @Setting(
                        label = "Scan rate",
                        value = "0",
                        unit = "V/s",
                        min = 0,
                        help = "For files without times; 0 takes what was measured.")
                double scanRate,
        @Setting(
                        label = "Cycles from",
                        value = "auto",
                        help =
                                "The instrument's counter, or the turning points of the"
                                        + " potential; auto prefers the counter.")
                Voltammogram.Counting cycles) {

    /** What is looked for. */
    public enum Direction {
        /** Oxidation above and reduction below the potential the scan started from. */
        AUTO,
        OXIDATION,
        REDUCTION,
        BOTH
    }

    /** Which ohmic drop is taken off the potential. */
    public enum Drop {
        NONE,
        /** That over the resistance given as a setting. */
        SET,
        /** That over the resistance of the fit of a spectrum of the same cell. */
        SPECTRUM
    }
}
