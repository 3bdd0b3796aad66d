// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One cycle: the steps from the begin of a half cycle to the end of the other. In SI.
 *
 * @param number counted from 1; 0 for a half cycle before the first whole one
 * @param steps of it, in their order
 */
public record Cycle(int number, List<Step> steps) {

    public Cycle {
        steps = List.copyOf(steps);
    }

    /** Charge put in, by the integral of the current. */
    public double charged() {
        return sum(Step::charged);
    }

    /** Charge taken out, by the integral of the current. */
    public double discharged() {
        return sum(Step::discharged);
    }

    /** Charge put in, by the instrument's own counter; NaN where it has none. */
    public double countedCharge() {
        return sum(Step::countedCharge);
    }

    /** Charge taken out, by the instrument's own counter; NaN where it has none. */
    public double countedDischarge() {
        return sum(Step::countedDischarge);
    }

    private double sum(ToDoubleFunction<Step> of) {
        double sum = 0;
        for (Step s : steps) {
            sum += of.applyAsDouble(s);
        }
        return sum;
    }

    public double chargedEnergy() {
        return sum(Step::chargedEnergy);
    }

    public double dischargedEnergy() {
        return sum(Step::dischargedEnergy);
    }

    /** Energy over charge of the charging; NaN without one. */
    public double meanChargeVoltage() {
        return charged() > 0 ? chargedEnergy() / charged() : Double.NaN;
    }

    /** Energy over charge of the discharging; NaN without one. */
    public double meanDischargeVoltage() {
        return discharged() > 0 ? dischargedEnergy() / discharged() : Double.NaN;
    }

    /** The current held in the step that moved most in a direction; NaN without one. */
    public double current(int direction) {
        Step main = null;
        for (Step s : steps) {
            if (s.direction() == direction && (main == null || s.moved() > main.moved())) {
                main = s;
            }
        }
        return main == null ? Double.NaN : main.current();
    }

    /** The share of the charge that was put in while the current tapered off; NaN without one. */
    public double taperedShare() {
        double tapered = 0;
        for (Step s : steps) {
            if (s.direction() > 0 && s.isTapering()) {
                tapered += s.tapered();
            }
        }
        double q = charged();
        return q > 0 ? tapered / q : Double.NaN;
    }

    /** Mean temperature over its steps in K; NaN where none was recorded. */
    public double temperature() {
        double sum = 0;
        int count = 0;
        for (Step s : steps) {
            if (!Double.isNaN(s.temperature())) {
                sum += s.temperature();
                count++;
            }
        }
        return count > 0 ? sum / count : Double.NaN;
    }

    /** 1 if it begins with a charge, -1 with a discharge, 0 if nothing flowed. */
    public int begins() {
        return steps.stream().mapToInt(Step::direction).filter(d -> d != 0).findFirst().orElse(0);
    }
}
