// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Quantity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The temperatures in K of steps and cycles: what the cycler recorded, else what is said of the
 * recording, else of the cell. NaN where nobody says.
 */
public final class Temperatures {
    /** Up to this difference in K two temperatures are one. */
    public static final double SAME = 2;

    /** The condition that holds the temperature of a result, in K. */
    public static final String CONDITION = "temperature";

    private final List<Recording> recordings;
    private final double ofCell;

    private Temperatures(List<Recording> recordings, double ofCell) {
        this.recordings = recordings;
        this.ofCell = ofCell;
    }

    /** Of what was counted in the recordings of a cell. */
    public static Temperatures of(Counting counting, Inputs inputs) {
        return new Temperatures(
                counting.recordings(),
                inputs.cell().flatMap(Temperatures::cell).orElse(Double.NaN));
    }

    private static Optional<Double> cell(Cell cell) {
        return cell.quantity(CONDITION)
                .filter(q -> q.unit().dimension() == Dimension.TEMPERATURE)
                .map(Quantity::si);
    }

    /** The mean over a step. */
    public double of(Step step) {
        return recorded(step.temperature(), step);
    }

    /** The mean over the steps of a cycle. */
    public double of(Cycle cycle) {
        return recorded(cycle.temperature(), cycle.steps().getFirst());
    }

    private double recorded(double kelvin, Step step) {
        return Double.isNaN(kelvin)
                ? recordings.get(step.recording()).temperature().map(Quantity::si).orElse(ofCell)
                : kelvin;
    }

    /** A result of a step, with the temperature it holds for where that is known. */
    public Quantity with(Quantity result, Step step) {
        return with(result, of(step));
    }

    /**
     * A result of some cycles, with the temperature it holds for where all their steps have one.
     */
    public Quantity with(Quantity result, Collection<Cycle> cycles) {
        return with(result, common(cycles.stream().flatMapToDouble(this::moving).toArray()));
    }

    /** Of each step that moves charge and was recorded with a temperature, else of the cycle. */
    private DoubleStream moving(Cycle cycle) {
        double[] known =
                cycle.steps().stream()
                        .filter(s -> s.direction() != 0)
                        .mapToDouble(Step::temperature)
                        .filter(t -> !Double.isNaN(t))
                        .toArray();
        return known.length > 0 ? Arrays.stream(known) : DoubleStream.of(of(cycle));
    }

    /** A result of others, with the temperature they hold for where all of them have one. */
    public static Quantity withCommon(Quantity result, Collection<Quantity> of) {
        return with(
                result,
                common(
                        of.stream()
                                .map(q -> q.conditions().getOrDefault(CONDITION, "NaN"))
                                .mapToDouble(Double::parseDouble)
                                .toArray()));
    }

    private static Quantity with(Quantity result, double kelvin) {
        return Double.isNaN(kelvin) ? result : result.withCondition(CONDITION, kelvin);
    }

    /** The one temperature of all, their mean; NaN if one is not known or they differ. */
    private static double common(double... kelvin) {
        double low = Arrays.stream(kelvin).min().orElse(Double.NaN);
        double high = Arrays.stream(kelvin).max().orElse(Double.NaN);
        return high - low <= SAME
                ? low + Arrays.stream(kelvin).map(t -> t - low).average().orElseThrow()
                : Double.NaN;
    }
}
