// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.maps;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one column is, as people and files write it: {@code current:mA}, {@code -impedance
 * imaginary:ohm} where the file has the opposite sign, {@code other:rpm}, {@code skip}.
 *
 * @param kind the quantity; empty for a column that is left out
 * @param unit its unit as written; empty for SI
 * @param negated whether the file has the opposite sign
 */
public record MappedColumn(Optional<QuantityKind> kind, String unit, boolean negated) {
    /** A column that is left out. */
    public static final MappedColumn SKIPPED = new MappedColumn(Optional.empty(), "", false);

    private static final String SKIP = "skip";

    public MappedColumn {
        kind.filter(k -> k != QuantityKind.OTHER)
                .ifPresent(
                        k -> {
                            if (!unit.isEmpty()
                                    && Unit.parse(unit)
                                            .filter(u -> u.dimension() == k.dimension())
                                            .isEmpty()) {
                                throw new IllegalArgumentException(
                                        "\""
                                                + unit
                                                + "\" is no unit of "
                                                + k.id()
                                                + (k.dimension() == Dimension.NONE
                                                        ? ", which has none"
                                                        : "; its SI unit is "
                                                                + k.dimension().siSymbol())
                                                + ".");
                            }
                        });
    }

    /** What a column was read as. */
    public static MappedColumn of(ColumnSpec spec) {
        return new MappedColumn(
                Optional.of(spec.kind()), spec.unitText().orElse(""), spec.isNegated());
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException with a sentence if it is not understood
     */
    public static MappedColumn parse(String text) {
        String s = text.strip();
        if (s.equalsIgnoreCase(SKIP)) {
            return SKIPPED;
        }
        boolean negated = s.startsWith("-");
        String[] parts = (negated ? s.substring(1) : s).split(":", 2);
        return new MappedColumn(
                Optional.of(kind(parts[0])), parts.length > 1 ? parts[1].strip() : "", negated);
    }

    static QuantityKind kind(String word) {
        return QuantityKind.ofId(word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\""
                                                + word.strip()
                                                + "\" is no quantity; there are "
                                                + Arrays.stream(QuantityKind.values())
                                                        .map(QuantityKind::id)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    /** The column as it is read; text columns stay what they are. */
    ColumnSpec spec(ColumnSpec read) {
        if (read.isText() || kind.isEmpty()) {
            return read;
        }
        ColumnSpec spec = ColumnSpec.of(read.vendorName());
        QuantityKind k = kind.get();
        if (k == QuantityKind.OTHER) {
            spec = unit.isEmpty() ? spec : spec.unit(unit);
        } else {
            spec =
                    spec.as(
                            k,
                            unit.isEmpty()
                                    ? Unit.si(k.dimension())
                                    : Unit.parse(unit).orElseThrow());
        }
        return negated ? spec.negated() : spec;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return kind.map(k -> (negated ? "-" : "") + k.id() + (unit.isEmpty() ? "" : ":" + unit))
                .orElse(SKIP);
    }
}
