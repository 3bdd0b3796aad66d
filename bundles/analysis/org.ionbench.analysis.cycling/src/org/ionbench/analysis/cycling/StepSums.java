// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

/**
 * What adds up while the rows of one step are read, in units as stored.
 *
 * <p>Charge is the integral of the current by the trapezoid rule, and by the mean of a {@link
 * Decay} where the current tapers off at a held voltage; or it is the sum of the charges the
 * instrument measured between rows. Energy is the integral of the voltage over the charge. A first
 * row that was taken before the current was on counts as if it had been on.
 */
final class StepSums {
    private static final double TAPER = 0.98;
    private static final double RISE = 0.1;
    private static final double SWITCHED = 0.5;

    /** So many rises are no noise: the current varies. */
    static final int VARYING = 3;

    private final double weight;
    private final double weightBefore;
    private final boolean isMean;
    private final double held;

    /** Of the last row that was read. */
    double time;

    double current;
    double voltage;

    double firstTime;
    double firstCurrent;
    double firstVoltage;

    double charge;

    /** Charge without sign. */
    double moved;

    double energy;
    double movedEnergy;

    /** Charge, and time, while the current was below 98 % of its greatest value before. */
    double tapered;

    double taperTime;

    /** The greatest current without sign. */
    double greatest;

    /** How often the current rose by a tenth of its greatest value from a row to the next. */
    int rises;

    private double leastInterval;
    private boolean isAtRest;
    private boolean isAtFirst;

    /**
     * @param isMean whether currents are means since the row before rather than those at the rows
     * @param held what a held voltage changes by at most from row to row; NaN where there is none
     */
    StepSums(boolean isMean, double held) {
        this.isMean = isMean;
        this.held = held;
        weight = isMean ? 1 : 0.5;
        weightBefore = isMean ? 0 : 0.5;
    }

    /** Begins a step at a row; at rest nothing is summed. */
    void begin(Rows rows, int k, boolean rest) {
        firstTime = rows.time[k];
        firstCurrent = rows.current[k];
        firstVoltage = rows.voltage[k];
        isAtRest = rest;
        restart(firstVoltage);
    }

    /** Begins the same step again, with another voltage at its first row. */
    void restart(double volts) {
        time = firstTime;
        current = firstCurrent;
        voltage = volts;
        charge = 0;
        moved = 0;
        energy = 0;
        movedEnergy = 0;
        tapered = 0;
        taperTime = 0;
        greatest = Math.abs(firstCurrent);
        rises = 0;
        leastInterval = Double.MAX_VALUE;
        isAtFirst = true;
    }

    /** Whether time went forward and nothing that was added was missing. */
    boolean isSound() {
        return leastInterval >= 0 && Double.isFinite(charge + energy);
    }

    /** Adds rows that follow. */
    void add(Rows rows, int start, int end) {
        if (start >= end) {
            return;
        }
        if (isAtRest) {
            addRest(rows.time, start, end);
        } else {
            if (isAtFirst && Math.abs(current) < SWITCHED * Math.abs(rows.current[start])) {
                current = rows.current[start];
            }
            addMoving(rows, start, end);
        }
        isAtFirst = false;
        time = rows.time[end - 1];
        current = rows.current[end - 1];
        voltage = rows.voltage[end - 1];
    }

    private void addRest(double[] t, int start, int end) {
        double least = leastInterval;
        double t0 = time;
        for (int k = start; k < end; k++) {
            least = Math.min(least, t[k] - t0);
            t0 = t[k];
        }
        leastInterval = least;
    }

    /** The hot loop: sums are kept out of the object. */
    private void addMoving(Rows rows, int start, int end) {
        double[] t = rows.time;
        double[] i = rows.current;
        double[] v = rows.voltage;
        double[] d = rows.increments;
        boolean isMeasured = rows.isMeasured();
        double t0 = time;
        double i0 = current;
        double v0 = voltage;
        double q = 0;
        double qMoved = 0;
        double e = 0;
        double eMoved = 0;
        double most = greatest;
        double least = leastInterval;
        boolean isDecay = !isMeasured && !isMean && rises < VARYING;
        for (int k = start; k < end; k++) {
            double dt = t[k] - t0;
            double a = Math.abs(i[k]);
            boolean isTapering = a < TAPER * most;
            double dq = isMeasured ? d[k] : dt * (weight * i[k] + weightBefore * i0);
            if (isTapering && isDecay && !(Math.abs(v[k] - v0) > held) && Decay.isIt(i0, i[k])) {
                dq = dt * Decay.mean(i0, i[k]);
            }
            double de = dq * (v[k] + v0) / 2;
            q += dq;
            qMoved += Math.abs(dq);
            e += de;
            eMoved += Math.abs(de);
            least = Math.min(least, dt);
            if (isTapering) {
                tapered += Math.abs(dq);
                taperTime += dt;
            } else if (a > most) {
                most = a;
            }
            if (a > Math.abs(i0) + RISE * most) {
                rises++;
                isDecay &= rises < VARYING;
            }
            t0 = t[k];
            i0 = i[k];
            v0 = v[k];
        }
        charge += q;
        moved += qMoved;
        energy += e;
        movedEnergy += eMoved;
        greatest = most;
        leastInterval = least;
    }

    /** Adds what was moved between the step before and the first row. */
    void addBefore(double dq) {
        double de = Double.isNaN(firstVoltage) ? 0 : dq * firstVoltage;
        charge += dq;
        moved += Math.abs(dq);
        energy += de;
        movedEnergy += Math.abs(de);
    }
}
