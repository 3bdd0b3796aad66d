// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.numerics.UndeterminedException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * @param deviation its standard deviation in V beyond what noise alone does, which with a
     *     window that holds fewer points differs by the difference of the two variances (Hausman
     *     1978)
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
        double low = onset.x();
        double high = onset.x();
        double squares = 0;
        double noise = 0;
        int n = 0;
        for (Reading other : others) {
            Optional<Onset> same = other.same(onset);
            if (same.isEmpty()) {
                continue;
            }
            Onset o = same.get();
            low = Math.min(low, o.x());
            high = Math.max(high, o.x());
            squares += (o.x() - onset.x()) * (o.x() - onset.x());
            double both = Math.abs(o.error() * o.error() - onset.error() * onset.error());
            noise += Double.isFinite(both) ? both : 0;
            n++;
        }
        return new Spread(n == 0 ? 0 : Math.sqrt(Math.max(0, squares - noise) / n), low, high);
    }
}
