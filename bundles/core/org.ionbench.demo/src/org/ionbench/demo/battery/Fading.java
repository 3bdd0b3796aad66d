// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.battery;

/**
 * The capacity of a cell over its cycles:
 *
 * <pre>
 * Q_n = Q_1 (1 - f (n - 1))
 * first half of cycle n:   (a_n - b_(n-1)) Q_n
 * second half of cycle n:  (a_n - b_n) (Q_n - s f Q_1)
 * </pre>
 *
 * with the end points a and b of the rates and b = 0 before the first cycle. The share s of each
 * cycle's loss occurs between its halves, the rest before the next.
 *
 * @param schedule the rates
 * @param first Q_1 in mAh/g
 * @param fade f, lost in each cycle, relative to Q_1
 * @param within s
 * @param once what the very first half takes besides and never gives back, in mAh/g
 */
public record Fading(Schedule schedule, double first, double fade, double within, double once) {

    /** Q_n in mAh/g, cycles counted from 1. */
    public double capacity(int cycle) {
        return first * (1 - fade * (cycle - 1));
    }

    /** Capacity of the first half of a cycle in mAh/g. */
    public double firstHalf(int cycle) {
        return (schedule.rate(cycle).first() - begin(cycle)) * capacity(cycle)
                + (cycle == 1 ? once : 0);
    }

    /** Capacity of the second half of a cycle in mAh/g. */
    public double secondHalf(int cycle) {
        Schedule.Rate rate = schedule.rate(cycle);
        return (rate.first() - rate.second()) * (capacity(cycle) - within * fade * first);
    }

    /** Where a cycle begins, as a share of its capacity. */
    double begin(int cycle) {
        return cycle == 1 ? 0 : schedule.rate(cycle - 1).second();
    }
}
