// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.List;

/**
 * One end of the stability window: the rise found on a branch, what all methods read from it, and
 * what they would have read with other windows. Immutable.
 */
final class Side {
    private final Branch branch;
    private final Rise rise;
    private final Reading reading;
    private final List<Reading> others;

    /**
     * What an onset does when the windows are shifted.
     *
     * @param deviation its standard deviation in V
     * @param low the lowest x
     * @param high the highest x
     */
    record Spread(double deviation, double low, double high) {}

    private Side(Branch branch, Rise rise, Reading reading, List<Reading> others) {
        this.branch = branch;
        this.rise = rise;
        this.reading = reading;
        this.others = List.copyOf(others);
    }

    static Side of(Branch branch, Rise rise, Windows windows, Reading.Levels levels)
            throws UndeterminedException {
        Reading reading = new Reading(rise, windows, levels);
        List<Windows> shifted = new ArrayList<>(windows.shiftedFits(rise));
        shifted.addAll(windows.shiftedBackgrounds());
        List<Reading> others = new ArrayList<>();
        for (Windows w : shifted) {
            try {
                others.add(new Reading(rise, w, levels));
            } catch (UndeterminedException e) {
                // too few points in a window that was only tried
                continue;
            }
        }
        return new Side(branch, rise, reading, others);
    }

    Branch branch() {
        return branch;
    }

    Rise rise() {
        return rise;
    }

    Reading reading() {
        return reading;
    }

    /** The readings with shifted windows. */
    List<Reading> others() {
        return others;
    }

    /** What an onset would have been with shifted windows. */
    Spread spread(Onset onset) {
        double[] x =
                others.stream()
                        .flatMap(r -> r.same(onset).stream())
                        .mapToDouble(Onset::x)
                        .toArray();
        double low = onset.x();
        double high = onset.x();
        for (double v : x) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        double deviation = Samples.standardDeviation(x);
        return new Spread(Double.isNaN(deviation) ? 0 : deviation, low, high);
    }
}
