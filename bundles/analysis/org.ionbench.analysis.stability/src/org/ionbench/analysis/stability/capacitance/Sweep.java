// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.analysis.stability.ScanRate;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The last whole cycle of a scan: its rising and its falling branch.
 *
 * @param name of the recording
 * @param rate the scan rate in V/s
 * @param up the rising branch
 * @param down the falling branch
 */
record Sweep(String name, double rate, Rise up, Rise down) {
    private static final double WHOLE = 0.6;

    /** Those of recordings, by scan rate; what holds no whole cycle is left out and named. */
    static List<Sweep> of(
            List<Recording> recordings, Optional<Quantity> area, List<Problem> problems) {
        List<Sweep> all = new ArrayList<>();
        for (Recording r : recordings) {
            try {
                of(r, area)
                        .ifPresentOrElse(
                                all::add,
                                () -> problems.add(leftOut(r, "it holds no whole cycle")));
            } catch (AnalysisException e) {
                problems.add(leftOut(r, e.getMessage()));
            }
        }
        all.sort(Comparator.comparingDouble(Sweep::rate));
        return all;
    }

    private static Problem leftOut(Recording r, String why) {
        return Problem.info("stability.sweep.out", r.name() + " was left out: " + why);
    }

    private static Optional<Sweep> of(Recording r, Optional<Quantity> area)
            throws AnalysisException {
        Voltammogram scan = Voltammogram.of(r, Voltammogram.Counting.AUTO, area);
        double range = WHOLE * (scan.highestPotential() - scan.lowestPotential());
        Optional<Branch> up = last(scan, true, range);
        Optional<Branch> down = last(scan, false, range);
        if (up.isEmpty() || down.isEmpty()) {
            return Optional.empty();
        }
        double rate = scan.scanRate(up.get());
        return Double.isFinite(rate)
                ? Optional.of(
                        new Sweep(r.name(), rate, rise(scan, up.get()), rise(scan, down.get())))
                : Optional.empty();
    }

    private static Optional<Branch> last(Voltammogram scan, boolean rising, double range) {
        return scan.branches().reversed().stream()
                .filter(b -> b.rising() == rising)
                .filter(b -> scan.span(b) > range)
                .findFirst();
    }

    private static Rise rise(Voltammogram scan, Branch b) {
        return Rise.of(scan, b, true, 0, 0, Double.NaN, Double.NaN);
    }

    double low() {
        return Math.max(up.low(), down.low());
    }

    double high() {
        return Math.min(up.high(), down.high());
    }

    /** The current of a branch at a potential, between the medians about it. */
    static double at(Rise rise, double e) {
        double[] x = rise.binX();
        double[] y = rise.binY();
        int k = 1;
        while (k < x.length - 1 && x[k] < e) {
            k++;
        }
        double part = Math.clamp((e - x[k - 1]) / (x[k] - x[k - 1]), 0, 1);
        return y[k - 1] + part * (y[k] - y[k - 1]);
    }

    /** How many scan rates differ by 5 % or more. */
    static int rates(List<Sweep> sweeps) {
        return ScanRate.distinct(sweeps.stream().mapToDouble(Sweep::rate));
    }
}
