// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.cell;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.Origin;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable cell. Measured properties are quantities whose contribution is keyed {@code
 * cell:ID/PROPERTY}, so that every result of this cell shares them.
 */
public final class Cell {
    /** Pellet thickness. */
    public static final String THICKNESS = "thickness";

    /** Pellet or electrode diameter. */
    public static final String DIAMETER = "diameter";

    /** Mass of the pellet or of the composite electrode. */
    public static final String MASS = "mass";

    /** Mass fraction of active material in the composite electrode. */
    public static final String ACTIVE_FRACTION = "active fraction";

    private final String id;
    private final String name;
    private final Sample sample;
    private final Map<String, Quantity> quantities;
    private final Map<String, String> texts;
    private final Optional<Recording> shortCircuit;
    private final Optional<Recording> openCircuit;

    private Cell(
            String id,
            String name,
            Sample sample,
            Map<String, Quantity> quantities,
            Map<String, String> texts,
            Optional<Recording> shortCircuit,
            Optional<Recording> openCircuit) {
        this.id = id;
        this.name = name;
        this.sample = sample;
        this.quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
        this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        this.shortCircuit = shortCircuit;
        this.openCircuit = openCircuit;
    }

    /** A cell of which nothing is measured yet. */
    public static Cell of(String id, String name, Sample sample) {
        return new Cell(id, name, sample, Map.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    /** The cell with a measured property; its uncertainty becomes a contribution of this cell. */
    public Cell with(String property, double value, double standardUncertainty, Unit unit) {
        Map<String, Quantity> all = new LinkedHashMap<>(quantities);
        all.put(
                property,
                Quantity.of(property, property, value, unit)
                        .withOrigin(Origin.MEASURED)
                        .withContribution(source(property), standardUncertainty));
        return new Cell(id, name, sample, all, texts, shortCircuit, openCircuit);
    }

    /** The cell with a described property ({@code "reference" -> "Li+/Li"}). */
    public Cell with(String property, String text) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.put(property, text);
        return new Cell(id, name, sample, quantities, all, shortCircuit, openCircuit);
    }

    /** The cell in a fixture of which a short circuit was measured. */
    public Cell withShortCircuit(Recording recording) {
        return new Cell(id, name, sample, quantities, texts, Optional.of(recording), openCircuit);
    }

    /** The cell in a fixture of which an open circuit was measured. */
    public Cell withOpenCircuit(Recording recording) {
        return new Cell(id, name, sample, quantities, texts, shortCircuit, Optional.of(recording));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Sample sample() {
        return sample;
    }

    /** A measured property: {@link #THICKNESS} and the others, or a lab's own. */
    public Optional<Quantity> quantity(String property) {
        return Optional.ofNullable(quantities.get(property));
    }

    public Map<String, Quantity> quantities() {
        return quantities;
    }

    /** A described property: {@code reference}, {@code electrodes}, conventions, free columns. */
    public Optional<String> text(String property) {
        return Optional.ofNullable(texts.get(property));
    }

    public Map<String, String> texts() {
        return texts;
    }

    /** Impedance of the fixture with its electrodes shorted. */
    public Optional<Recording> shortCircuit() {
        return shortCircuit;
    }

    /** Impedance of the fixture without a sample. */
    public Optional<Recording> openCircuit() {
        return openCircuit;
    }

    /** The key of a property of this cell as a source of uncertainty. */
    public String source(String property) {
        return "cell:" + id + "/" + property;
    }

    /**
     * The electrode area pi d^2 / 4 in m2, with the diameter's contribution; empty where no
     * diameter is known.
     */
    public Optional<Quantity> area() {
        return quantity(DIAMETER)
                .map(
                        d -> {
                            double m = d.si();
                            double u = d.unit().factor() * d.standardUncertainty();
                            return Quantity.of("area", "A", Math.PI * m * m / 4, Unit.of("m2"))
                                    .withContribution(source(DIAMETER), Math.PI * m / 2 * u);
                        });
    }
}
