// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cell's properties make of a charge: capacity per gram of active material (mass of the
 * composite times its active fraction), per area, and the time a full discharge takes. Nothing is
 * assumed: what is not known is said, and results stay absolute.
 *
 * @param activeMass in kg, with the contributions of mass and fraction
 * @param area in m2
 * @param reference the capacity in C/kg that C-rates refer to
 * @param referenceName what that capacity is: theoretical, nominal, measured
 * @param problems what is missing
 */
public record Electrode(
        Optional<Quantity> activeMass,
        Optional<Quantity> area,
        Optional<Quantity> reference,
        String referenceName,
        List<Problem> problems) {

    /** The quantity of a cell that C-rates refer to, a specific capacity. */
    public static final String REFERENCE_CAPACITY = "reference capacity";

    /** The text of a cell that says what the reference capacity is. */
    public static final String REFERENCE_NAME = "reference capacity name";

    /** The unit of specific capacities. */
    public static final Unit MAH_PER_G = Unit.of("mAh/g");

    /** The unit of areal capacities. */
    public static final Unit MAH_PER_CM2 = Unit.of("mAh/cm2");

    public Electrode {
        problems = List.copyOf(problems);
    }

    /** What is known of a cell, or of none. */
    public static Electrode of(Optional<Cell> cell) {
        List<Problem> problems = new ArrayList<>();
        Optional<Quantity> mass = cell.flatMap(c -> c.quantity(Cell.MASS));
        Optional<Quantity> fraction = cell.flatMap(c -> c.quantity(Cell.ACTIVE_FRACTION));
        Optional<Quantity> active = Optional.empty();
        if (mass.isPresent() && fraction.isPresent()) {
            active = Optional.of(product(mass.get(), fraction.get()));
            if (active.get().standardUncertainty() == 0) {
                problems.add(
                        Problem.info(
                                "cycling.mass.exact",
                                "The mass of the electrode and its share of active material were"
                                        + " given without an uncertainty, which often rules that of"
                                        + " a capacity."));
            }
        } else {
            problems.add(
                    Problem.warning(
                                    "cycling.mass.unknown",
                                    mass.isEmpty()
                                            ? "The mass of the electrode is not known: capacities"
                                                    + " are absolute, in Ah."
                                            : "The share of active material in the electrode is"
                                                    + " not known: capacities are absolute, in"
                                                    + " Ah.")
                            .mend(
                                    mass.isEmpty()
                                            ? "Give the cell a mass and an active fraction."
                                            : "Give the cell an active fraction, 1 if its mass is"
                                                    + " that of the active material."));
        }
        Optional<Quantity> reference = Optional.empty();
        Optional<Quantity> stored = cell.flatMap(c -> c.quantity(REFERENCE_CAPACITY));
        if (stored.isPresent() && stored.get().unit().isCompatible(MAH_PER_G)) {
            reference = stored;
        } else if (stored.isPresent()) {
            problems.add(
                    Problem.warning(
                                    "cycling.reference.unit",
                                    "The reference capacity of the cell is given in "
                                            + stored.get().unit()
                                            + ", from which no C-rate follows.")
                            .mend("Give it in mAh/g."));
        } else {
            problems.add(
                    Problem.info(
                                    "cycling.reference.unknown",
                                    "The cell has no reference capacity: rates are given as"
                                            + " currents.")
                            .mend("Give the cell a reference capacity in mAh/g."));
        }
        String name = cell.flatMap(c -> c.text(REFERENCE_NAME)).orElse("");
        if (reference.isPresent() && name.isBlank()) {
            problems.add(
                    Problem.info(
                                    "cycling.reference.unnamed",
                                    "What the reference capacity of "
                                            + NumberText.of(reference.get().in(MAH_PER_G).value())
                                            + " mAh/g is, the cell does not say.")
                            .mend(
                                    "Set its property \"reference capacity name\" to theoretical,"
                                            + " nominal or measured."));
        }
        return new Electrode(active, cell.flatMap(Cell::area), reference, name, problems);
    }

    private static Quantity product(Quantity mass, Quantity fraction) {
        double m = mass.si();
        double w = fraction.si();
        Quantity active = Quantity.of("active mass", "m", m * w, Unit.of("kg"));
        for (Map.Entry<String, Double> u : mass.contributions().entrySet()) {
            active = active.withContribution(u.getKey(), u.getValue() * mass.unit().factor() * w);
        }
        for (Map.Entry<String, Double> u : fraction.contributions().entrySet()) {
            active =
                    active.withContribution(
                            u.getKey(), u.getValue() * fraction.unit().factor() * m);
        }
        return active;
    }

    /**
     * A charge in C as a capacity: per gram of active material where that is known, else in Ah. Its
     * uncertainty is that of the mass, common to all capacities of the cell.
     */
    public Quantity capacity(String name, String symbol, double coulombs) {
        if (activeMass.isEmpty()) {
            return Quantity.of("absolute " + name, symbol, coulombs / 3600, Unit.of("Ah"))
                    .withCondition("basis", "cell");
        }
        Quantity m = activeMass.get();
        return per(Quantity.of(name, symbol, coulombs / m.si(), Unit.of("C/kg")), m)
                .in(MAH_PER_G)
                .withCondition("basis", "active mass");
    }

    /** A charge in C per area of the electrode; empty where that is not known. */
    public Optional<Quantity> areal(String name, String symbol, double coulombs) {
        return area.map(
                a ->
                        per(Quantity.of(name, symbol, coulombs / a.si(), Unit.of("C/m2")), a)
                                .in(MAH_PER_CM2));
    }

    /** The reference capacity per area; empty where mass, capacity or area is not known. */
    public Optional<Quantity> referenceAreal(String name, String symbol) {
        return areal(name, symbol, referenceCharge())
                .filter(q -> Double.isFinite(q.value()))
                .map(q -> times(times(q, activeMass.orElseThrow()), reference.orElseThrow()));
    }

    /** The charge of the reference capacity in C; NaN where it is not known. */
    public double referenceCharge() {
        return activeMass.isPresent() && reference.isPresent()
                ? activeMass.get().si() * reference.get().si()
                : Double.NaN;
    }

    /** What a charge in C is called in tables: its value in {@link #capacityUnit}. */
    public double printed(double coulombs) {
        return activeMass.map(m -> MAH_PER_G.fromSi(coulombs / m.si())).orElse(coulombs / 3.6);
    }

    /** {@code "mAh/g"}, or {@code "mAh"} where the active mass is not known. */
    public String capacityUnit() {
        return activeMass.isPresent() ? "mAh/g" : "mAh";
    }

    /** A product with the contributions of one of its factors. */
    private static Quantity times(Quantity product, Quantity factor) {
        Quantity q = product;
        double scale = factor.unit().factor() / factor.si();
        for (Map.Entry<String, Double> u : factor.contributions().entrySet()) {
            q = q.withContribution(u.getKey(), product.value() * u.getValue() * scale);
        }
        return q;
    }

    private static Quantity per(Quantity quotient, Quantity divisor) {
        Quantity q = quotient;
        double scale = divisor.unit().factor() / divisor.si();
        for (Map.Entry<String, Double> u : divisor.contributions().entrySet()) {
            q = q.withContribution(u.getKey(), -quotient.value() * u.getValue() * scale);
        }
        return q;
    }
}
