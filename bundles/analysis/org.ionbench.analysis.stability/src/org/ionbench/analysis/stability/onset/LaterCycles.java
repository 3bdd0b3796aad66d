// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Conditions;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether a reaction comes back in later cycles: the current beyond the background at one
 * potential, the upper end of the fit window of the cycle that was read, in every later cycle. A
 * film that passivates leaves only the background.
 */
final class LaterCycles {
    private static final double NEAR = 0.01;
    private static final double PASSIVE = 0.5;

    private final Side first;
    private final Method method;
    private final double first0;
    private final List<Entry> entries;

    private record Entry(int cycle, double excess, double share, Optional<Double> onset) {}

    private LaterCycles(Side first, Method method, double first0, List<Entry> entries) {
        this.first = first;
        this.method = method;
        this.first0 = first0;
        this.entries = List.copyOf(entries);
    }

    static LaterCycles of(Search search, Side first) {
        double at = first.reading().windows().fit().high();
        double reference = excess(first.rise(), first.reading(), at);
        List<Entry> entries = new ArrayList<>();
        for (int cycle : search.scan().cycles()) {
            Optional<Branch> branch =
                    cycle > first.branch().cycle()
                            ? search.branch(cycle, first.rise().isOxidation())
                            : Optional.empty();
            Optional<Rise> rise =
                    branch.flatMap(b -> search.rise(b, first.rise().isOxidation()))
                            .filter(r -> r.high() >= at - NEAR * (r.high() - r.low()));
            if (rise.isEmpty()) {
                continue;
            }
            Rise r = rise.get();
            double excess = excess(r, first.reading(), at);
            entries.add(
                    new Entry(
                            cycle,
                            excess,
                            excess / reference,
                            Windows.of(r).flatMap(w -> onset(search, branch.orElseThrow(), r, w))));
        }
        return new LaterCycles(first, search.settings().method(), reference, entries);
    }

    private static Optional<Double> onset(Search search, Branch branch, Rise rise, Windows w) {
        try {
            return Side.of(branch, rise, w, search.levels())
                    .reading()
                    .onset(search.settings().method())
                    .map(Onset::x);
        } catch (UndeterminedException e) {
            // no line through so few points: no onset
            return Optional.empty();
        }
    }

    /** The current beyond the background of its own cycle, in A. */
    private static double excess(Rise rise, Reading reading, double at) {
        double base;
        try {
            base = rise.line(reading.windows().background()).valueAt(at);
        } catch (UndeterminedException e) {
            // this cycle has no background there: that of the first one
            base = reading.background().valueAt(at);
        }
        double half = NEAR * (rise.high() - rise.low());
        double[] near = new double[rise.size()];
        int n = 0;
        for (int k = 0; k < rise.size(); k++) {
            if (Math.abs(rise.x(k) - at) <= half) {
                near[n++] = rise.y(k);
            }
        }
        return Samples.median(Arrays.copyOf(near, n)) - base;
    }

    /** Each later cycle's current relative to that of the first. */
    List<Quantity> quantities(Conditions conditions) {
        return entries.stream()
                .filter(e -> Double.isFinite(e.share()))
                .map(
                        e ->
                                conditions.put(
                                        Quantity.of(
                                                        "current relative to first cycle",
                                                        "I/I_1",
                                                        e.share(),
                                                        Unit.ONE)
                                                .withKey(
                                                        "current relative to first cycle "
                                                                + first.rise().name()
                                                                + " "
                                                                + e.cycle())
                                                .withCondition("branch", first.rise().name())
                                                .withCondition("cycle", Integer.toString(e.cycle()))
                                                .withCondition(
                                                        "potential",
                                                        NumberText.of(potential()) + " V")
                                                .withContribution(
                                                        "scatter of the current",
                                                        first.reading().scatter() / first0)))
                .toList();
    }

    private double potential() {
        return first.rise().potential(first.reading().windows().fit().high());
    }

    Optional<DataTable> table() {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<List<Object>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        Integer.toString(first.branch().cycle()),
                        first0 * 1e6,
                        1.,
                        first.reading()
                                .onset(method)
                                .map(o -> (Object) first.rise().potential(o.x()))
                                .orElse("none")));
        for (Entry e : entries) {
            rows.add(
                    List.of(
                            Integer.toString(e.cycle()),
                            e.excess() * 1e6,
                            e.share(),
                            e.onset().map(x -> (Object) first.rise().potential(x)).orElse("none")));
        }
        return Optional.of(
                new DataTable(
                        "Cycles: "
                                + first.rise().name()
                                + " at "
                                + NumberText.of(potential())
                                + " V",
                        List.of(
                                "Cycle",
                                "Current beyond the background / uA",
                                "of that of the first",
                                "Onset / V"),
                        rows));
    }

    Optional<String> text() {
        if (entries.isEmpty() || !(first0 > 0)) {
            return Optional.empty();
        }
        Entry second = entries.getFirst();
        Entry last = entries.getLast();
        String shares =
                NumberText.percent(second.share())
                        + (entries.size() > 1
                                ? " in cycle "
                                        + second.cycle()
                                        + " and "
                                        + NumberText.percent(last.share())
                                        + " in cycle "
                                        + last.cycle()
                                : " in cycle " + second.cycle());
        return Optional.of(
                "Of the current of "
                        + first.rise().name()
                        + " at "
                        + NumberText.of(potential())
                        + " V in cycle "
                        + first.branch().cycle()
                        + " there is "
                        + shares
                        + (second.share() < PASSIVE
                                ? ": the reaction does not come back, its products passivate."
                                : ": the reaction goes on."));
    }
}
