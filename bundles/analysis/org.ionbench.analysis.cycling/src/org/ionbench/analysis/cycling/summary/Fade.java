// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.summary;

import org.ionbench.analysis.cycling.Texts;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fade of the capacity for each cycle within one class of rates: minus the slope of a line
 * through its cycles, divided by the capacity of the reference cycle. Cycles right after a change
 * of rate are left out. Masses and areas cancel.
 *
 * @param rate the class of rates
 * @param cycles the numbers of the cycles the line goes through
 * @param perCycle loss for each cycle as a share of the reference capacity
 * @param error standard error from the scatter about the line
 * @param interval of 95 %
 */
record Fade(
        String rate,
        List<Integer> cycles,
        double perCycle,
        double error,
        Optional<Interval> interval) {

    static final String NAME = "capacity fade per cycle";
    private static final int FEWEST = 3;

    Fade {
        cycles = List.copyOf(cycles);
    }

    /** Of each class with three cycles or more, the one with most cycles first. */
    static List<Fade> of(CycleValues values, List<Integer> places, double reference) {
        Map<String, List<Integer>> classes = new LinkedHashMap<>();
        for (int p : places) {
            if (!values.isRateChange(p) && values.discharged(p) > 0 && !values.rate(p).isEmpty()) {
                classes.computeIfAbsent(values.rate(p), k -> new ArrayList<>()).add(p);
            }
        }
        List<Fade> fades = new ArrayList<>();
        classes.forEach(
                (rate, members) -> {
                    if (members.size() >= FEWEST) {
                        line(values, members, reference)
                                .ifPresent(line -> fades.add(fade(rate, values, members, line)));
                    }
                });
        fades.sort(Comparator.comparingInt((Fade f) -> -f.cycles().size()));
        return fades;
    }

    private static Optional<LineFit> line(
            CycleValues values, List<Integer> places, double reference) {
        double[] x = places.stream().mapToDouble(values::number).toArray();
        double[] y = places.stream().mapToDouble(p -> values.discharged(p) / reference).toArray();
        try {
            return Optional.of(StraightLine.fit(x, y));
        } catch (UndeterminedException e) {
            return Optional.empty();
        }
    }

    private static Fade fade(String rate, CycleValues values, List<Integer> places, LineFit line) {
        var slope = line.slopeInterval(0.95);
        boolean isKnown = Double.isFinite(slope.lower()) && Double.isFinite(slope.upper());
        return new Fade(
                rate,
                places.stream().map(values::number).toList(),
                -line.slope(),
                line.slopeError(),
                isKnown
                        ? Optional.of(new Interval(-slope.upper(), -slope.lower()))
                        : Optional.empty());
    }

    Quantity quantity(int referenceCycle, boolean isMain, Context context) {
        Quantity q =
                Quantity.of(NAME, "f", perCycle, Unit.ONE)
                        .withKey(isMain ? NAME : NAME + " " + rate)
                        .withCondition("method", "linear")
                        .withCondition("rate", rate)
                        .withCondition("cycles", Texts.ranges(cycles))
                        .withCondition("reference cycle", String.valueOf(referenceCycle));
        if (Double.isFinite(error)) {
            q = q.withContribution(context.source("fade " + rate), error);
        }
        return interval.isPresent() ? q.withInterval95(interval.get()) : q;
    }
}
