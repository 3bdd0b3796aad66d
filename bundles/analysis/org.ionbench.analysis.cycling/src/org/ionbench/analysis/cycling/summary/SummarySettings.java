// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.summary;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.api.analysis.Setting;
import org.ionbench.api.analysis.Window;

/**
 * Settings of a summary.
 *
 * @param efficiency how coulombic efficiency is counted
 * @param cycles the cycles of means and fade
 * @param referenceCycle the cycle that retention refers to
 * @param after cycles after it at which retention is given, parted by commas
 * @param profiles numbers of the cycles whose voltage is drawn, parted by commas; empty for a
 *     choice
 * @param stepsBy where steps are taken from
 * @param cyclesBy where cycles are taken from
 * @param firstHalf which half of a cycle comes first
 * @param capacity where charges are taken from
 * @param restCurrent current up to which the cell counts as left alone, in mA; 0 to choose
 */
public record SummarySettings(
        @Setting(
                        label = "Coulombic efficiency",
                        value = "auto",
                        help =
                                "Which charge is divided by which; auto takes the cell's"
                                    + " convention, else what suits the half cycle it starts with.")
                Efficiency efficiency,
        @Setting(
                        label = "Cycles of means and fade",
                        axis = "cycle",
                        help = "Only these cycles make up mean efficiencies and fade.")
                Window cycles,
        @Setting(
                        label = "Reference cycle",
                        value = "1",
                        min = 1,
                        max = 1_000_000,
                        help = "The cycle whose capacity retention and fade refer to.")
                int referenceCycle,
        @Setting(
                        label = "Retention after",
                        value = "50,100,150",
                        help =
                                "Numbers of cycles after the reference cycle at which retention is"
                                        + " given, parted by commas; the last cycle is always"
                                        + " among them.")
                String after,
        @Setting(
                        label = "Cycles drawn",
                        help =
                                "Numbers of the cycles whose voltage is drawn, parted by commas;"
                                        + " empty draws the first, the last and some between.")
                String profiles,
        @Setting(
                        label = "Steps by",
                        value = "auto",
                        help =
                                "Auto ends a step where the instrument's counters or the direction"
                                        + " of the current change.")
                Counting.By stepsBy,
        @Setting(
                        label = "Cycles by",
                        value = "auto",
                        help =
                                "Auto takes the instrument's counter of cycles unless it does not"
                                        + " move or counts half cycles.")
                Counting.By cyclesBy,
        @Setting(
                        label = "First half cycle",
                        value = "auto",
                        help = "Auto takes the cell's convention, else what the data begin with.")
                Counting.First firstHalf,
        @Setting(
                        label = "Capacity from",
                        value = "auto",
                        help =
                                "The integral of the current, by the trapezoid rule or by the"
                                        + " logarithmic mean where it decays at a held voltage; or"
                                        + " the instrument's own counters of charge. Auto takes the"
                                        + " integral, but the counter for steps whose rows are too"
                                        + " far apart to tell it.")
                Capacity capacity,
        @Setting(
                        label = "Rest current",
                        value = "0",
                        unit = "mA",
                        min = 0,
                        max = 1e9,
                        help =
                                "Up to this current the cell counts as left alone; 0 takes 1/2000"
                                        + " of the greatest current.")
                double restCurrent) {

    /** How coulombic efficiency is counted. */
    public enum Efficiency {
        /** By the cell's convention, else by what suits the half cycle it starts with. */
        AUTO,
        CHARGE_DISCHARGE,
        DISCHARGE_NEXT_CHARGE,
        DISCHARGE_CHARGE
    }

    /** Where charges are taken from. */
    public enum Capacity {
        /** The current, the counters for steps whose rows are too far apart. */
        AUTO,
        CURRENT,
        COUNTERS
    }

    Counting.Options counting() {
        return new Counting.Options(stepsBy, cyclesBy, firstHalf, restCurrent / 1000);
    }
}
