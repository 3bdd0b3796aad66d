// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.instruments.biologic.internal.DerivedColumns.Block;

/**
 * What EC-Lab computes over half cycles when it exports text. Let dQ be the step of {@code Q
 * charge/discharge/mA.h}, which begins at 0 with each half cycle, and let a row be of a charge or a
 * discharge where dQ is positive or negative and the current has its sign. Half cycles of even
 * numbers are charges, those of odd numbers discharges.
 *
 * <ul>
 *   <li>{@code step time/s}: time since the first row of the half cycle, in the first half cycle
 *       since the beginning of the acquisition; 0 where dQ is 0
 *   <li>{@code Energy charge/W.h} and {@code Energy discharge/W.h}: sums of |Ewe dQ| over the rows
 *       of the charge and of the discharge of a cycle; where the file holds {@code |Energy|/W.h},
 *       of |its step|, by the sign of dQ alone. That of the charge stays during the discharge.
 *       Where the counter electrode was recorded, EC-Lab 11.61 calls them {@code Energy we} and
 *       writes the same numbers for {@code Energy ce}, which are not given here
 *   <li>{@code Capacitance charge/µF} and {@code Capacitance discharge/µF}: |Q / (Ewe - Ewe of the
 *       first row of the charge or discharge in this half cycle)|, 0 where they are the same; stays
 *       as energy does
 *   <li>{@code Efficiency/%}: in the last row of a discharge that follows a charge, 100 |Q| of the
 *       discharge / |Q| of the charge; 0 elsewhere. All samples define their cycles as "Charge /
 *       Discharge alternance"
 *   <li>{@code Capacity/mA.h} where a current alone was controlled: |Q|, 0 where dQ and the current
 *       have different signs, as in the first row of a loop
 * </ul>
 */
final class HalfCycleColumns {
    private static final double MICROFARADS = 3.6e6;

    private int half;
    private int charge;
    private int potential;
    private int current;
    private double lastHalf = Double.NaN;
    private double lastCharge;
    private boolean[] begins = {};
    private double[] moved = {};

    /** Adds those columns whose sources are there. */
    void addTo(DerivedColumns columns) {
        half = columns.at("half cycle");
        charge = columns.at("Q charge/discharge/mA.h");
        potential = columns.potential();
        current = columns.currentColumn();
        if (half < 0 || charge < 0) {
            return;
        }
        columns.rule(this::follow);
        stepTime(columns);
        if (potential >= 0 && current >= 0) {
            energies(columns);
            capacitances(columns);
        }
        capacity(columns);
        efficiency(columns);
    }

    /** Where half cycles begin, and what charge each row moved. */
    private void follow(Block block) {
        if (begins.length < block.rows()) {
            begins = new boolean[block.rows()];
            moved = new double[block.rows()];
        }
        for (int i = 0; i < block.rows(); i++) {
            double h = block.of(half)[i];
            double q = block.of(charge)[i];
            begins[i] = h != lastHalf;
            moved[i] = begins[i] ? q : q - lastCharge;
            lastHalf = h;
            lastCharge = q;
        }
    }

    private boolean flows(Block block, int row) {
        return block.of(current)[row] * moved[row] > 0;
    }

    private boolean isCharge(Block block, int row) {
        return block.of(half)[row] % 2 == 0;
    }

    private void stepTime(DerivedColumns columns) {
        int time = columns.at("time/s");
        if (time < 0 || columns.at("step time/s") >= 0) {
            return;
        }
        int column = columns.add("step time/s", "time/s, half cycle and Q charge/discharge/mA.h");
        double[] start = {0};
        columns.rule(
                block -> {
                    for (int i = 0; i < block.rows(); i++) {
                        double t = block.of(time)[i];
                        if (begins[i] && block.first() + i > 0) {
                            start[0] = t;
                        }
                        block.of(column)[i] = moved[i] == 0 ? 0 : t - start[0];
                    }
                });
    }

    private void energies(DerivedColumns columns) {
        if (columns.anyOf("Energy charge/W.h", "Energy discharge/W.h") >= 0) {
            return;
        }
        int measured = columns.at("|Energy|/W.h");
        String from =
                measured >= 0
                        ? "|Energy|/W.h and Q charge/discharge/mA.h"
                        : "potential and Q charge/discharge/mA.h";
        int ofCharge = columns.add("Energy charge/W.h", from);
        int ofDischarge = columns.add("Energy discharge/W.h", from);
        double[] sums = new double[2];
        double[] last = {0};
        columns.rule(
                block -> {
                    for (int i = 0; i < block.rows(); i++) {
                        begin(block, i, sums);
                        double energy = Math.abs(block.of(potential)[i] * moved[i]) / 1000;
                        boolean counts = flows(block, i);
                        if (measured >= 0) {
                            energy = Math.abs(block.of(measured)[i] - last[0]);
                            last[0] = block.of(measured)[i];
                            counts = moved[i] != 0;
                        }
                        if (counts) {
                            sums[moved[i] > 0 ? 0 : 1] += energy;
                        }
                        block.of(ofCharge)[i] = sums[0];
                        block.of(ofDischarge)[i] = sums[1];
                    }
                });
    }

    /** With a half cycle the value of the discharge begins anew, with a charge that of both. */
    private void begin(Block block, int row, double[] ofChargeAndDischarge) {
        if (begins[row]) {
            ofChargeAndDischarge[1] = 0;
            if (isCharge(block, row)) {
                ofChargeAndDischarge[0] = 0;
            }
        }
    }

    private void capacitances(DerivedColumns columns) {
        String name = "Capacitance charge/\u00b5F";
        if (columns.anyOf(name, "Capacitance discharge/\u00b5F") >= 0) {
            return;
        }
        String from = "potential and Q charge/discharge/mA.h";
        int ofCharge = columns.add(name, from);
        int ofDischarge = columns.add("Capacitance discharge/\u00b5F", from);
        double[] values = new double[2];
        double[] origin = {Double.NaN};
        columns.rule(
                block -> {
                    for (int i = 0; i < block.rows(); i++) {
                        begin(block, i, values);
                        if (begins[i]) {
                            origin[0] = Double.NaN;
                        }
                        if (flows(block, i)) {
                            double volts = block.of(potential)[i];
                            if (Double.isNaN(origin[0])) {
                                origin[0] = volts;
                            }
                            double step = volts - origin[0];
                            double farads = block.of(charge)[i] * MICROFARADS / step;
                            values[moved[i] > 0 ? 0 : 1] = step == 0 ? 0 : Math.abs(farads);
                        }
                        block.of(ofCharge)[i] = values[0];
                        block.of(ofDischarge)[i] = values[1];
                    }
                });
    }

    private void capacity(DerivedColumns columns) {
        boolean alone = columns.stored().contains("control/mA");
        if (!alone || current < 0 || columns.at("Capacity/mA.h") >= 0) {
            return;
        }
        int column = columns.add("Capacity/mA.h", "Q charge/discharge/mA.h and current");
        columns.rule(
                block -> {
                    for (int i = 0; i < block.rows(); i++) {
                        boolean against = block.of(current)[i] * moved[i] < 0;
                        block.of(column)[i] = against ? 0 : Math.abs(block.of(charge)[i]);
                    }
                });
    }

    private void efficiency(DerivedColumns columns) {
        if (columns.at("Efficiency/%") >= 0) {
            return;
        }
        int column = columns.add("Efficiency/%", "Q charge/discharge/mA.h and half cycle");
        double[] charged = {0};
        columns.rule(
                block -> {
                    for (int i = 0; i < block.rows(); i++) {
                        boolean ends =
                                i + 1 < block.rows() || block.more()
                                        ? block.of(half)[i + 1] != block.of(half)[i]
                                        : true;
                        double q = block.of(charge)[i];
                        boolean after = ends && !isCharge(block, i) && q < 0 && charged[0] > 0;
                        block.of(column)[i] = after ? -100 * q / charged[0] : 0;
                        if (ends) {
                            charged[0] = isCharge(block, i) ? q : 0;
                        }
                    }
                });
    }
}
