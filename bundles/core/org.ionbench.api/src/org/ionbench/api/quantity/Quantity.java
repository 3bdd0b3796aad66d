// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A named value with unit, origin, conditions and an uncertainty split by source.
 *
 * <p>{@link #contributions()} maps a source (such as {@code "cell:Xk3/thickness"} or {@code
 * "run:9aQ/R1.R"}) to a <em>signed</em> standard uncertainty: the change of this value when the
 * source rises by one of its own standard uncertainties. Independent sources add in quadrature
 * ({@link #standardUncertainty()}); the same source in two quantities is fully correlated, so
 * common errors stay common (JCGM 100:2008, 5.2). Values and contributions are in {@link #unit()}.
 *
 * <p>Immutable; the {@code with...} methods return changed copies.
 */
public final class Quantity {
    private final String name;
    private final String symbol;
    private final double value;
    private final Unit unit;
    private final Origin origin;
    private final Map<String, Double> contributions;
    private final Map<String, String> conditions;
    private final Optional<Interval> interval95;
    private final String key;

    private Quantity(
            String name,
            String symbol,
            double value,
            Unit unit,
            Origin origin,
            Map<String, Double> contributions,
            Map<String, String> conditions,
            Optional<Interval> interval95,
            String key) {
        this.name = name;
        this.symbol = symbol;
        this.value = value;
        this.unit = unit;
        this.origin = origin;
        this.contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
        this.conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        this.interval95 = interval95;
        this.key = key;
    }

    /** A derived quantity without uncertainty; its key is its name. */
    public static Quantity of(String name, String symbol, double value, Unit unit) {
        return new Quantity(
                name,
                symbol,
                value,
                unit,
                Origin.DERIVED,
                Map.of(),
                Map.of(),
                Optional.empty(),
                name);
    }

    /** The field's standard term, such as {@code "conductivity"}. */
    public String name() {
        return name;
    }

    /** The symbol as printed, such as {@code "E_A"}. */
    public String symbol() {
        return symbol;
    }

    public double value() {
        return value;
    }

    public Unit unit() {
        return unit;
    }

    public Origin origin() {
        return origin;
    }

    /** Signed standard uncertainties by source, in {@link #unit()}. */
    public Map<String, Double> contributions() {
        return contributions;
    }

    /**
     * What the value holds for, such as {@code temperature -> 333.15}, {@code form -> sigma T};
     * numbers are written in SI.
     */
    public Map<String, String> conditions() {
        return conditions;
    }

    /** The stable key by which another run names this quantity within its report. */
    public String key() {
        return key;
    }

    /** Root sum of squares of the contributions; 0 where none is known. */
    public double standardUncertainty() {
        double sum = 0;
        for (double c : contributions.values()) {
            sum += c * c;
        }
        return Math.sqrt(sum);
    }

    /**
     * The 95 % interval: the one given (with the t-quantile of its fit), else value -+ 1.96
     * standard uncertainties; empty where no uncertainty is known.
     */
    public Optional<Interval> interval95() {
        if (interval95.isPresent()) {
            return interval95;
        }
        double u = standardUncertainty();
        return u > 0 && Double.isFinite(u)
                ? Optional.of(
                        new Interval(value - 1.959963984540054 * u, value + 1.959963984540054 * u))
                : Optional.empty();
    }

    /** Whether {@link #interval95()} was given rather than derived from the contributions. */
    public boolean hasOwnInterval() {
        return interval95.isPresent();
    }

    /** The value in SI. */
    public double si() {
        return unit.toSi(value);
    }

    /**
     * This quantity in another unit.
     *
     * @throws IllegalArgumentException if the units do not measure the same
     */
    public Quantity in(Unit other) {
        if (!unit.isCompatible(other)) {
            throw new IllegalArgumentException(name + ": cannot turn " + unit + " into " + other);
        }
        double scale = unit.factor() / other.factor();
        Map<String, Double> scaled = new LinkedHashMap<>();
        contributions.forEach((source, u) -> scaled.put(source, u * scale));
        return new Quantity(
                name,
                symbol,
                other.fromSi(si()),
                other,
                origin,
                scaled,
                conditions,
                interval95.map(
                        i ->
                                new Interval(
                                        other.fromSi(unit.toSi(i.low())),
                                        other.fromSi(unit.toSi(i.high())))),
                key);
    }

    public Quantity withOrigin(Origin o) {
        return new Quantity(
                name, symbol, value, unit, o, contributions, conditions, interval95, key);
    }

    /**
     * Adds or replaces the contribution of one source; zero takes away the one there was, NaN
     * changes nothing.
     */
    public Quantity withContribution(String source, double signedStandardUncertainty) {
        Map<String, Double> all = new LinkedHashMap<>(contributions);
        if (signedStandardUncertainty == 0) {
            all.remove(source);
        } else if (!Double.isNaN(signedStandardUncertainty)) {
            all.put(source, signedStandardUncertainty);
        }
        return new Quantity(name, symbol, value, unit, origin, all, conditions, interval95, key);
    }

    public Quantity withCondition(String condition, String text) {
        Map<String, String> all = new LinkedHashMap<>(conditions);
        all.put(condition, text);
        return new Quantity(name, symbol, value, unit, origin, contributions, all, interval95, key);
    }

    public Quantity withCondition(String condition, double si) {
        return withCondition(condition, Double.toString(si));
    }

    public Quantity withInterval95(Interval interval) {
        return new Quantity(
                name,
                symbol,
                value,
                unit,
                origin,
                contributions,
                conditions,
                Optional.of(interval),
                key);
    }

    public Quantity withKey(String stableKey) {
        return new Quantity(
                name,
                symbol,
                value,
                unit,
                origin,
                contributions,
                conditions,
                interval95,
                stableKey);
    }

    @Override
    public String toString() {
        return name + " = " + value + " +- " + standardUncertainty() + " " + unit;
    }
}
