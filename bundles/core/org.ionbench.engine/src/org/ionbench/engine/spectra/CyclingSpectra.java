// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.spectra;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The spectra of a file beside its cycling.
 *
 * <p>Rows of a cycling that have a frequency become recordings of their own, behind those of the
 * file; the cycling stays whole. Each spectrum that was taken while the cell was cycled gets the
 * conditions {@code cycle}, {@code capacity} (what passed since the current last turned) and, where
 * the cycle is whole, {@code state of charge}. Where it was taken is told by its rows, by its start
 * where both know theirs, else by its place behind a cycling in the file.
 */
public final class CyclingSpectra {
    /** Fewer points in a row are no spectrum. */
    private static final int FEWEST_POINTS = 3;

    private static final double AS_PER_MAH = 3.6;
    private static final int DIGITS = 6;

    private CyclingSpectra() {}

    /** The recordings of a file, its spectra apart and told where they were taken. */
    public static List<Recording> apart(List<Recording> recordings) {
        List<Recording> all = new ArrayList<>();
        List<Recording> within = new ArrayList<>();
        Optional<Recording> before = Optional.empty();
        for (Recording r : recordings) {
            if (r.technique().equals(Technique.EIS)) {
                all.add(tied(r, recordings, before));
                continue;
            }
            all.add(r);
            within.addAll(within(r));
            before = Charge.of(r).isPresent() ? Optional.of(r) : before;
        }
        all.addAll(within);
        return all;
    }

    // ---- spectra in the rows of a cycling

    private static List<Recording> within(Recording cycling) {
        Table table = cycling.table();
        Optional<double[]> frequency = cycling.si(QuantityKind.FREQUENCY);
        boolean impedance =
                table.column(QuantityKind.IMPEDANCE_REAL).isPresent()
                                && table.column(QuantityKind.IMPEDANCE_IMAGINARY).isPresent()
                        || table.column(QuantityKind.IMPEDANCE_MODULUS).isPresent()
                                && table.column(QuantityKind.IMPEDANCE_PHASE).isPresent();
        Optional<Charge> charge = Charge.of(cycling);
        if (frequency.isEmpty() || !impedance || charge.isEmpty()) {
            return List.of();
        }
        List<int[]> runs = runs(frequency.get());
        boolean mixed = IntStream.range(0, table.rows()).anyMatch(k -> !(frequency.get()[k] > 0));
        List<Recording> spectra = new ArrayList<>();
        for (int[] run : mixed ? runs : List.<int[]>of()) {
            Recording.Builder b =
                    Recording.of(
                                    cycling.name() + ", spectrum " + (spectra.size() + 1),
                                    Technique.EIS,
                                    rows(table, run[0], run[1]))
                            .instrument(cycling.instrument())
                            .calibrated(cycling.isCalibrated());
            cycling.start().ifPresent(s -> b.start(s.plus(duration(charge.get().since(run[0])))));
            cycling.zone().ifPresent(b::zone);
            cycling.conditions().forEach(b::condition);
            cycling.assumptions().forEach(b::assumption);
            cycling.changes().forEach(b::change);
            b.change(
                    "Rows "
                            + (run[0] + 1)
                            + " to "
                            + run[1]
                            + " of "
                            + cycling.name()
                            + ", which have a frequency.");
            tell(b, charge.get(), Math.max(0, run[0] - 1));
            spectra.add(b.build());
        }
        return spectra;
    }

    private static Duration duration(double seconds) {
        return Double.isFinite(seconds)
                ? Duration.ofMillis(Math.round(seconds * 1e3))
                : Duration.ZERO;
    }

    /** From and to of rows with a frequency; a new one begins where it is back at the first. */
    private static List<int[]> runs(double[] frequency) {
        List<int[]> runs = new ArrayList<>();
        int from = -1;
        for (int k = 0; k <= frequency.length; k++) {
            boolean on = k < frequency.length && frequency[k] > 0;
            boolean back =
                    on
                            && from >= 0
                            && k > from + 1
                            && Math.abs(frequency[k] - frequency[from]) <= 1e-5 * frequency[from]
                            && Math.abs(frequency[k - 1] - frequency[from])
                                    > 1e-2 * frequency[from];
            if (from >= 0 && (!on || back)) {
                if (k - from >= FEWEST_POINTS) {
                    runs.add(new int[] {from, k});
                }
                from = -1;
            }
            from = on && from < 0 ? k : from;
        }
        return runs;
    }

    private static Table rows(Table table, int from, int to) {
        ArrayTable.Builder part = ArrayTable.rows(to - from);
        for (Column c : table.columns()) {
            part.column(c.spec(), c, from);
        }
        return part.build();
    }

    // ---- spectra beside a cycling

    private static Recording tied(
            Recording spectrum, List<Recording> all, Optional<Recording> before) {
        for (Recording r : all) {
            Optional<Charge> charge =
                    r.technique().equals(Technique.EIS) ? Optional.empty() : Charge.of(r);
            if (charge.isEmpty() || r.start().isEmpty() || spectrum.start().isEmpty()) {
                continue;
            }
            double at = seconds(Duration.between(r.start().get(), spectrum.start().get()));
            double end = charge.get().since(charge.get().rows() - 1);
            boolean next = before.filter(b -> b == r).isPresent();
            if (at >= 0 && (at <= end || next)) {
                Recording.Builder b = spectrum.change();
                tell(b, charge.get(), charge.get().rowAt(at));
                return b.build();
            }
        }
        boolean clocked =
                spectrum.start().isPresent() && before.flatMap(Recording::start).isPresent();
        Optional<Charge> last = clocked ? Optional.empty() : before.flatMap(Charge::of);
        if (last.isEmpty()) {
            return spectrum;
        }
        Recording.Builder b = spectrum.change();
        tell(b, last.get(), last.get().rows() - 1);
        b.assumption(
                "Taken to be measured at the end of "
                        + before.orElseThrow().name()
                        + ", which it follows in the file.");
        return b.build();
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() * 1e-9;
    }

    private static void tell(Recording.Builder b, Charge charge, int row) {
        charge.cycle(row)
                .ifPresent(c -> b.condition("cycle", Quantity.of("cycle", "n", c, Unit.ONE)));
        b.condition(
                "capacity",
                Quantity.of(
                        "capacity",
                        "Q",
                        rounded(charge.capacity(row) / AS_PER_MAH),
                        Unit.of("mAh")));
        charge.stateOfCharge(row)
                .ifPresent(
                        s ->
                                b.condition(
                                        "state of charge",
                                        Quantity.of(
                                                "state of charge", "SOC", rounded(s), Unit.ONE)));
    }

    /** To more digits than a coulometer has, and no more than a reader wants. */
    private static double rounded(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()
                : value;
    }
}
