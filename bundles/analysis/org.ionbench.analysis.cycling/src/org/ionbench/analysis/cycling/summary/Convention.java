// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.summary;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which charge is divided by which for a coulombic efficiency. What is taken out last is divided by
 * what was put in before; a cell that starts with a discharge leaves two readings of that, which
 * differ by half a cycle.
 */
public enum Convention {
    /** Q_charge,n / Q_discharge,n, for a cell that starts with a discharge. */
    CHARGE_DISCHARGE("charge/discharge same cycle"),
    /** Q_discharge,n+1 / Q_charge,n, for a cell that starts with a discharge. */
    DISCHARGE_NEXT_CHARGE("discharge next/charge"),
    /** Q_discharge,n / Q_charge,n, for a cell that starts with a charge. */
    DISCHARGE_CHARGE("discharge/charge same cycle");

    /** The text property of a cell that says which of them it is counted by. */
    public static final String PROPERTY = "convention coulombic efficiency";

    private final String text;

    Convention(String text) {
        this.text = text;
    }

    /** As a cell says it and as it is printed with a number. */
    public String text() {
        return text;
    }

    /** The convention of that name. */
    static Optional<Convention> of(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (Convention c : values()) {
            if (c.text.equals(normal)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    /** The usual one of a cell whose cycles begin so: 1 with a charge, -1 with a discharge. */
    static Convention usual(int first) {
        return first > 0 ? DISCHARGE_CHARGE : CHARGE_DISCHARGE;
    }

    /** The one that is printed beside this. */
    Convention other(int first) {
        return switch (this) {
            case CHARGE_DISCHARGE -> first > 0 ? DISCHARGE_CHARGE : DISCHARGE_NEXT_CHARGE;
            case DISCHARGE_NEXT_CHARGE -> CHARGE_DISCHARGE;
            case DISCHARGE_CHARGE -> first > 0 ? CHARGE_DISCHARGE : DISCHARGE_NEXT_CHARGE;
        };
    }

    /** The efficiency of a cycle by its place; NaN where a half is missing. */
    double of(CycleValues values, int place) {
        double charge = values.charged(place);
        return switch (this) {
            case CHARGE_DISCHARGE -> ratio(charge, values.discharged(place));
            case DISCHARGE_CHARGE -> ratio(values.discharged(place), charge);
            case DISCHARGE_NEXT_CHARGE ->
                    place + 1 < values.count()
                            ? ratio(values.discharged(place + 1), charge)
                            : Double.NaN;
        };
    }

    /** The places of all cycles that the efficiencies at some places are made of. */
    Collection<Integer> places(Collection<Integer> of) {
        TreeSet<Integer> all = new TreeSet<>(of);
        if (this == DISCHARGE_NEXT_CHARGE) {
            of.forEach(p -> all.add(p + 1));
        }
        return all;
    }

    /** Whether its two charges were moved at two rates. */
    boolean crossesRates(CycleValues values, int place) {
        return this == DISCHARGE_NEXT_CHARGE
                ? place + 1 < values.count() && values.isRateChange(place + 1)
                : values.isRateChange(place);
    }

    private static double ratio(double out, double in) {
        return in > 0 && out > 0 ? out / in : Double.NaN;
    }
}
