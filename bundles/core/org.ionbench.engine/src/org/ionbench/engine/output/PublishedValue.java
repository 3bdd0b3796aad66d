// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value from the literature that is printed beside a result. No analysis reads it.
 *
 * @param sample the name of the sample it belongs to
 * @param cell the name of the cell it belongs to; empty for any of the sample
 * @param quantity the name of the quantity, such as {@code "conductivity"}
 * @param conditions conditions a result must have too, numbers in SI
 * @param value in {@code unit}
 * @param unit the unit's symbol
 * @param source where it was published
 */
public record PublishedValue(
        String sample,
        String cell,
        String quantity,
        Map<String, String> conditions,
        double value,
        String unit,
        String source) {
    private static final double NEAR = 1e-6;

    public PublishedValue {
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    /** The first of the values that belongs to a result of a sample and cell. */
    public static Optional<PublishedValue> of(
            String sample, String cell, Quantity result, List<PublishedValue> published) {
        return published.stream().filter(p -> p.belongsTo(sample, cell, result)).findFirst();
    }

    /** Whether sample, cell, name, dimension and all of {@link #conditions} agree. */
    public boolean belongsTo(String ofSample, String ofCell, Quantity result) {
        return sample.equals(ofSample)
                && (cell.isEmpty() || cell.equals(ofCell))
                && quantity.equals(result.name())
                && Unit.of(unit).isCompatible(result.unit())
                && conditions.entrySet().stream()
                        .allMatch(
                                c ->
                                        same(
                                                c.getValue(),
                                                result.conditions().getOrDefault(c.getKey(), "")));
    }

    /** The value in another unit. */
    public double in(Unit other) {
        return other.fromSi(Unit.of(unit).toSi(value));
    }

    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        try {
            double x = Double.parseDouble(a);
            double y = Double.parseDouble(b);
            return Math.abs(x - y) <= NEAR * Math.max(Math.abs(x), Math.abs(y));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
