// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.counters;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Step.Control;

import java.util.ArrayList;
import java.util.List;

/**
 * The charge of one step by its current beside what the instrument's counter rose by, in C.
 *
 * <p>They agree within 0.2 % where the current is constant and within 1 % where it tapers off. A
 * difference that is greater is measured against what the data leave open: first the digits that
 * current and counter are written with ({@link Digits}), then the rows ({@link Bounds}): between
 * two of them the current is only known to lie between theirs. What neither explains is beyond.
 *
 * @param step that is compared
 * @param charge by the current
 * @param counter by the instrument
 * @param bounds what the rows leave open; the charge itself where nothing was open
 * @param verdict how they agree
 */
public record Comparison(Step step, double charge, double counter, Bounds bounds, Verdict verdict) {
    /** How well constant currents have to agree. */
    public static final double CONSTANT_CURRENT = 0.002;

    /** How well currents that taper off have to agree. */
    public static final double CONSTANT_VOLTAGE = 0.01;

    /** How a charge and its counter agree. */
    public enum Verdict {
        /** Within the limit. */
        WITHIN,
        /** Within the limit and the digits they are written with. */
        WITHIN_DIGITS,
        /** Within the limit, the digits and what the rows leave open. */
        WITHIN_ROWS,
        /** In no way. */
        BEYOND
    }

    /**
     * Of all steps of some recordings that move charge and have a counter, but for those whose
     * current varies and those of one row, which have no time between rows.
     */
    public static List<Comparison> of(Counting counting) {
        List<Comparison> all = new ArrayList<>();
        Digits[] digits = new Digits[counting.recordings().size()];
        for (Step s : counted(counting)) {
            if (s.control() != Control.VARYING && s.to() - s.from() > 1) {
                all.add(of(counting, s, digits));
            }
        }
        return all;
    }

    /** The steps of recordings with counters that count, which move charge. */
    public static List<Step> counted(Counting counting) {
        boolean[] counts = new boolean[counting.recordings().size()];
        counting.steps().forEach(s -> counts[s.recording()] |= counter(s) > 0);
        return counting.steps().stream()
                .filter(s -> counts[s.recording()])
                .filter(s -> s.direction() != 0 && !Double.isNaN(counter(s)))
                .toList();
    }

    /** What the counter of a step's direction rose by; NaN without one. */
    public static double counter(Step step) {
        return step.direction() > 0 ? step.countedCharge() : step.countedDischarge();
    }

    private static Comparison of(Counting counting, Step step, Digits[] digits) {
        double charge = step.direction() > 0 ? step.charged() : step.discharged();
        double counter = counter(step);
        double allowed = counter * limit(step);
        double off = Math.abs(charge - counter);
        if (off <= allowed) {
            return new Comparison(step, charge, counter, Bounds.at(charge), Verdict.WITHIN);
        }
        int r = step.recording();
        if (digits[r] == null) {
            digits[r] = Digits.of(counting.recordings().get(r).table());
        }
        double written = digits[r].charge(step, counter);
        if (off <= allowed + written) {
            return new Comparison(step, charge, counter, Bounds.at(charge), Verdict.WITHIN_DIGITS);
        }
        Bounds bounds = Bounds.of(counting.recordings(), step, charge);
        boolean isOpen =
                counter >= bounds.least() - allowed - written
                        && counter <= bounds.most() + allowed + written;
        return new Comparison(
                step, charge, counter, bounds, isOpen ? Verdict.WITHIN_ROWS : Verdict.BEYOND);
    }

    private static double limit(Step step) {
        return step.control() == Control.CONSTANT_CURRENT ? CONSTANT_CURRENT : CONSTANT_VOLTAGE;
    }

    /** How much greater the charge by the current is, as a share of the counter. */
    public double difference() {
        return charge / counter - 1;
    }
}
