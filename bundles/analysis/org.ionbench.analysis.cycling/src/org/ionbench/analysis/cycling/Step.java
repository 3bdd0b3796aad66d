// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

/**
 * One step of a schedule: rows during which a cell was charged, discharged or left alone. All
 * numbers are in SI.
 *
 * @param recording the place of its recording among those that were read
 * @param from its first row
 * @param to the row after its last
 * @param direction 1 where it charges, -1 where it discharges, 0 at rest; the sign of the greater
 *     charge in a step that does both
 * @param cycleCounter the instrument's counter of cycles; NaN where it has none
 * @param stepCounter the instrument's counter of steps; NaN where it has none
 * @param start time of its first row since the begin of the recording
 * @param end time of its last row
 * @param charged charge put in, not negative
 * @param discharged charge taken out, not negative
 * @param chargedEnergy energy put in
 * @param dischargedEnergy energy taken out
 * @param firstVoltage at its first row
 * @param lastVoltage at its last row
 * @param current the current without sign while it is held, before it tapers off
 * @param lastCurrent the current without sign at the last row
 * @param tapered charge moved while the current was below 98 % of its greatest value before: that
 *     of a step, or part of one, at constant voltage
 * @param isVarying whether the current rises and falls, as in a profile of driving
 * @param countedCharge charge put in by the instrument's own counter; NaN where it has none
 * @param countedDischarge charge taken out by the instrument's own counter; NaN where it has none
 * @param temperature mean temperature in K; NaN where it was not recorded
 */
public record Step(
        int recording,
        int from,
        int to,
        int direction,
        double cycleCounter,
        double stepCounter,
        double start,
        double end,
        double charged,
        double discharged,
        double chargedEnergy,
        double dischargedEnergy,
        double firstVoltage,
        double lastVoltage,
        double current,
        double lastCurrent,
        double tapered,
        boolean isVarying,
        double countedCharge,
        double countedDischarge,
        double temperature) {

    private static final double FALLEN = 0.9;
    private static final double MOSTLY = 0.9;
    private static final double SHORT_GAP = 1;

    /** How a step is driven. */
    public enum Control {
        REST("rest"),
        CONSTANT_CURRENT("constant current"),
        /** The current is held first and tapers off at a held voltage. */
        CURRENT_THEN_VOLTAGE("constant current, then voltage"),
        CONSTANT_VOLTAGE("constant voltage"),
        /** The current rises and falls. */
        VARYING("varying current");

        private final String text;

        Control(String text) {
            this.text = text;
        }

        /** As said in tables. */
        public String text() {
            return text;
        }
    }

    /** This step and the next as one, in which the current varies. */
    Step with(Step next) {
        double in = charged + next.charged;
        double out = discharged + next.discharged;
        return new Step(
                recording,
                from,
                next.to,
                in > out ? 1 : out > 0 ? -1 : 0,
                cycleCounter,
                stepCounter,
                start,
                next.end,
                in,
                out,
                chargedEnergy + next.chargedEnergy,
                dischargedEnergy + next.dischargedEnergy,
                firstVoltage,
                next.lastVoltage,
                Math.max(current, next.current),
                next.lastCurrent,
                tapered + next.tapered,
                true,
                countedCharge + next.countedCharge,
                countedDischarge + next.countedDischarge,
                Double.isNaN(temperature) ? next.temperature : temperature);
    }

    /** Charge moved, without sign. */
    public double moved() {
        return charged + discharged;
    }

    /** Energy moved, without sign. */
    public double energy() {
        return chargedEnergy + dischargedEnergy;
    }

    public double duration() {
        return end - start;
    }

    /** The longest gap before the step in which its current counts as on already, in s. */
    public double longestGap() {
        return longestGap(duration(), to - from);
    }

    /** A second, or twice the spacing of so many rows. */
    static double longestGap(double duration, int rows) {
        return Math.max(SHORT_GAP, rows > 1 ? 2 * duration / (rows - 1) : 0);
    }

    /** Seen from the course of the current. */
    public Control control() {
        if (direction == 0) {
            return Control.REST;
        }
        if (isVarying) {
            return Control.VARYING;
        }
        double greatest = Math.max(current, lastCurrent);
        if (!(tapered > 0) || !(lastCurrent < FALLEN * greatest)) {
            return Control.CONSTANT_CURRENT;
        }
        return tapered > MOSTLY * moved() ? Control.CONSTANT_VOLTAGE : Control.CURRENT_THEN_VOLTAGE;
    }

    /** Whether the current tapers off at a held voltage, in the whole of it or a part. */
    public boolean isTapering() {
        return control() == Control.CONSTANT_VOLTAGE || control() == Control.CURRENT_THEN_VOLTAGE;
    }

    /** {@code "charge"}, {@code "discharge"} or {@code "rest"}. */
    public String act() {
        return direction > 0 ? "charge" : direction < 0 ? "discharge" : "rest";
    }
}
