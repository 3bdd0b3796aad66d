// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.battery;

/**
 * A cell on a cycler.
 *
 * @param fading its capacities
 * @param electrode the course of its voltage
 * @param dischargesFirst whether a cycle is discharge and charge, or charge and discharge
 * @param reference capacity of the C-rates in mAh/g
 * @param compositeGrams mass of the composite electrode
 * @param activeFraction share of active material in it
 * @param diameter of the electrode in mm
 */
public record CyclingCell(
        Fading fading,
        Electrode electrode,
        boolean dischargesFirst,
        double reference,
        double compositeGrams,
        double activeFraction,
        double diameter) {

    /** Mass of the active material in g. */
    public double activeGrams() {
        return compositeGrams * activeFraction;
    }

    /** Area of the electrode in cm2. */
    public double area() {
        return Math.PI * diameter * diameter / 400;
    }

    /** The current of a rate in mA, without sign. */
    public double milliamperes(Schedule.Rate rate) {
        return reference * activeGrams() / rate.hours();
    }
}
