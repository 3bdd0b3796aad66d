// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.table;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a column is: the vendor's name, the kind of quantity, the vendor's unit, and whether the
 * vendor's sign is opposite to the canonical one (an {@code -Im(Z)} column). Values stay as the
 * vendor wrote them; {@link #toSi} turns one into the canonical SI value.
 */
public final class ColumnSpec {
    private final String vendorName;
    private final QuantityKind kind;
    private final Unit unit;
    private final String unitText;
    private final boolean negated;
    private final boolean text;

    private ColumnSpec(
            String vendorName,
            QuantityKind kind,
            Unit unit,
            String unitText,
            boolean negated,
            boolean text) {
        this.vendorName = vendorName;
        this.kind = kind;
        this.unit = unit;
        this.unitText = unitText;
        this.negated = negated;
        this.text = text;
    }

    /** A numeric column of unknown meaning, dimensionless until said otherwise. */
    public static ColumnSpec of(String vendorName) {
        return new ColumnSpec(vendorName, QuantityKind.OTHER, Unit.ONE, "", false, false);
    }

    /** A column of text. */
    public static ColumnSpec text(String vendorName) {
        return new ColumnSpec(vendorName, QuantityKind.OTHER, Unit.ONE, "", false, true);
    }

    /**
     * The column as a known kind in a unit of the table.
     *
     * @throws IllegalArgumentException if the unit does not measure that kind
     */
    public ColumnSpec as(QuantityKind newKind, Unit newUnit) {
        if (newKind != QuantityKind.OTHER && newUnit.dimension() != newKind.dimension()) {
            throw new IllegalArgumentException(
                    vendorName + ": " + newUnit + " is no unit of " + newKind.id());
        }
        return new ColumnSpec(vendorName, newKind, newUnit, newUnit.symbol(), negated, text);
    }

    /** Shorthand for {@link #as(QuantityKind, Unit)} with {@link Unit#of}. */
    public ColumnSpec as(QuantityKind newKind, String unitSymbol) {
        return as(newKind, Unit.of(unitSymbol));
    }

    /**
     * A column of no known kind whose unit the vendor wrote so; the text is kept even where the
     * table has no such unit.
     */
    public ColumnSpec unit(String asWritten) {
        Unit known = Unit.parse(asWritten).orElse(Unit.ONE);
        return new ColumnSpec(vendorName, kind, known, asWritten, negated, text);
    }

    /** The vendor's sign is opposite to the canonical one. */
    public ColumnSpec negated() {
        return new ColumnSpec(vendorName, kind, unit, unitText, true, text);
    }

    /**
     * The canonical name: {@code "Frequency / Hz"} for a known kind, the vendor's own name
     * otherwise. A negated column is named after what the vendor stored, with a leading minus.
     */
    public String name() {
        if (kind == QuantityKind.OTHER) {
            return vendorName;
        }
        String label = (negated ? "-" : "") + kind.label();
        return kind.dimension() == org.ionbench.api.quantity.Dimension.NONE
                        && unit.symbol().equals("1")
                ? label
                : label + " / " + unit.symbol();
    }

    /**
     * The canonical names of a table's columns, each once: what would stand there twice also gets
     * the vendor's name.
     */
    public static List<String> distinctNames(List<ColumnSpec> specs) {
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (ColumnSpec spec : specs) {
            String name = spec.name();
            if (!used.add(name)) {
                name = spec.name() + " (" + spec.vendorName + ")";
                for (int n = 2; !used.add(name); n++) {
                    name = spec.name() + " (" + spec.vendorName + " " + n + ")";
                }
            }
            names.add(name);
        }
        return names;
    }

    public String vendorName() {
        return vendorName;
    }

    public QuantityKind kind() {
        return kind;
    }

    public Unit unit() {
        return unit;
    }

    /** The unit as the vendor wrote it where the kind is unknown, else the unit's symbol. */
    public Optional<String> unitText() {
        return unitText.isEmpty() || unitText.equals("1")
                ? Optional.empty()
                : Optional.of(unitText);
    }

    public boolean isNegated() {
        return negated;
    }

    public boolean isText() {
        return text;
    }

    /** The canonical SI value of a stored value. */
    public double toSi(double stored) {
        double si = unit.toSi(stored);
        return negated ? -si : si;
    }

    @Override
    public String toString() {
        return name();
    }
}
