// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Temperature and area, from the project where it has them, else from settings. */
public final class Surroundings {
    private static final double ZERO_CELSIUS = 273.15;

    private Surroundings() {}

    /**
     * The temperature of recordings in K.
     *
     * @param celsius what is taken, and said, where they have none
     */
    public static double kelvin(
            Collection<Recording> recordings, double celsius, List<Problem> problems) {
        return recordings.stream()
                .flatMap(r -> r.temperature().stream())
                .mapToDouble(Quantity::si)
                .findFirst()
                .orElseGet(
                        () -> {
                            problems.add(
                                    Problem.info(
                                            "stability.temperature.unknown",
                                            "The temperature is not known; "
                                                    + NumberText.celsius(celsius + ZERO_CELSIUS)
                                                    + " was taken."));
                            return celsius + ZERO_CELSIUS;
                        });
    }

    /** Adds the temperature a result holds for, where the recording has one. */
    public static Quantity withTemperature(Quantity q, Recording recording) {
        return recording.temperature().map(t -> q.withCondition("temperature", t.si())).orElse(q);
    }

    /** The area set, or the cell's, with its uncertainty. */
    public static Optional<Quantity> area(Inputs inputs, double squareCentimetres) {
        return squareCentimetres > 0
                ? Optional.of(Quantity.of("area", "A", squareCentimetres, Unit.of("cm2")))
                : inputs.cell().flatMap(Cell::area).filter(a -> a.si() > 0);
    }

    /** A result with the contributions of the area, of which it goes with a power. */
    public static Quantity withArea(Quantity q, Quantity area, double power) {
        Quantity with = q;
        for (var c : area.contributions().entrySet()) {
            with =
                    with.withContribution(
                            c.getKey(), power * q.value() * c.getValue() / area.value());
        }
        return with;
    }
}
