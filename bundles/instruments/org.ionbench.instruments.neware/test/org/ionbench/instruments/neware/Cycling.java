// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import java.util.ArrayList;
import java.util.List;

/**
 * A made test of a cell: rest, 2 mA of charge, rest, 2 mA of discharge, each of so many points one
 * second apart, again and again. The voltage is 3 V and 1 V for each 36 C charged; the first point
 * of a step is at 0 s with nothing counted yet, and numbers are such that files of integers hold
 * them too.
 */
public final class Cycling {
    /** 2024-05-06 06:58:57 in universal time. */
    public static final long START = 1_714_978_737L;

    /**
     * A point.
     *
     * @param cycle from 1
     * @param step its number in the schedule, 1 to 4
     * @param type the vendor's number of the kind of step
     * @param count of steps that were run, from 1
     * @param time within the step in s
     * @param voltage in mV
     * @param current in uA
     * @param charge in mA s
     * @param discharge in mA s
     * @param chargeEnergy in mW s
     * @param dischargeEnergy in mW s
     * @param seconds since 1970
     */
    public record Point(
            int index,
            int cycle,
            int step,
            int type,
            int count,
            int time,
            double voltage,
            double current,
            double charge,
            double discharge,
            double chargeEnergy,
            double dischargeEnergy,
            long seconds) {}

    private static final int[] TYPES = {4, 1, 4, 2};
    private static final double MILLIAMPERES = 2;

    private Cycling() {}

    /** Points of a test whose steps have so many points each. */
    public static List<Point> points(int count, int perStep) {
        List<Point> points = new ArrayList<>(count);
        double stored = 0;
        double energy = 0;
        for (int i = 0; i < count; i++) {
            int run = i / perStep;
            int step = run % 4;
            int time = i % perStep;
            int sign = step == 1 ? 1 : step == 3 ? -1 : 0;
            if (time == 0) {
                energy = 0;
            } else {
                stored += sign * MILLIAMPERES;
            }
            double voltage = 3000 + Math.round(10 * stored / 36) / 10.0;
            if (time > 0) {
                energy += Math.abs(sign) * MILLIAMPERES * voltage / 1000;
            }
            double passed = MILLIAMPERES * time;
            points.add(
                    new Point(
                            i + 1,
                            run / 4 + 1,
                            step + 1,
                            TYPES[step],
                            run + 1,
                            time,
                            voltage,
                            1000 * sign * MILLIAMPERES,
                            sign > 0 ? passed : 0,
                            sign < 0 ? passed : 0,
                            sign > 0 ? energy : 0,
                            sign < 0 ? energy : 0,
                            START + i));
        }
        return points;
    }
}
