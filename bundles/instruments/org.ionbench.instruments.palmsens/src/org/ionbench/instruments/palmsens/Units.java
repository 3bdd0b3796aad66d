// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an array of a session is: its name, its quantity and the unit its values have. */
final class Units {
    private static final int TIME = 0;
    private static final int POTENTIAL = 1;
    private static final int CURRENT = 2;
    private static final int CHARGE = 3;
    private static final Set<Integer> PLAIN = Set.of(-1, TIME, POTENTIAL, CURRENT, CHARGE);

    private static final Map<String, String> SYMBOLS =
            Map.ofEntries(
                    Map.entry("Time", "s"),
                    Map.entry("Hertz", "Hz"),
                    Map.entry("Z", "ohm"),
                    Map.entry("ZRe", "ohm"),
                    Map.entry("ZIm", "ohm"),
                    Map.entry("Phase", "deg"),
                    Map.entry("Y", "S"),
                    Map.entry("YRe", "S"),
                    Map.entry("YIm", "S"),
                    Map.entry("Farad", "F"),
                    Map.entry("FahradReal", "F"),
                    Map.entry("FahradImaginary", "F"));
    private static final Map<String, String> PREFIXES =
            Map.of("Pico", "p", "Nano", "n", "Micro", "u", "Milli", "m", "Kilo", "k", "Mega", "M");
    private static final Map<String, String> BASES =
            Map.of("Ampere", "A", "Volt", "V", "Coulomb", "C", "Farad", "F", "Ohm", "ohm");
    private static final Set<String> FIXED = Set.of("FixedUnit", "");

    private Units() {}

    static boolean isFrequency(Signal s) {
        return kind(s).equals(Optional.of(QuantityKind.FREQUENCY));
    }

    static boolean isPotential(Signal s) {
        return kind(s).equals(Optional.of(QuantityKind.POTENTIAL));
    }

    static boolean isCurrent(Signal s) {
        return kind(s).equals(Optional.of(QuantityKind.CURRENT));
    }

    /** Whether the unit is none of those known. */
    static boolean isUnknown(Signal s) {
        return !FIXED.contains(last(s.unitType)) && unit(s).isEmpty();
    }

    /** The description, with the quantity where several arrays of the group share it. */
    static String name(Signal signal, List<Signal> group) {
        boolean shared =
                group.stream().filter(s -> s.description.equals(signal.description)).count() > 1;
        String plain = signal.description.isBlank() ? "array" : signal.description.strip();
        return shared && !signal.quantity.isBlank() ? plain + " " + signal.quantity : plain;
    }

    static ColumnSpec column(String name, Signal signal) {
        ColumnSpec spec = ColumnSpec.of(name);
        Optional<Unit> unit = unit(signal);
        if (unit.isEmpty()) {
            return signal.unitSymbol.isBlank() ? spec : spec.unit(signal.unitSymbol);
        }
        Optional<QuantityKind> kind =
                kind(signal).filter(k -> k.dimension() == unit.get().dimension());
        if (kind.isEmpty()) {
            return spec.unit(unit.get().symbol());
        }
        ColumnSpec known = spec.as(kind.get(), unit.get());
        boolean turned =
                kind.get() == QuantityKind.IMPEDANCE_IMAGINARY
                        || kind.get() == QuantityKind.IMPEDANCE_PHASE;
        return turned ? known.negated() : known;
    }

    private static Optional<QuantityKind> kind(Signal s) {
        QuantityKind special =
                switch (last(s.unitType)) {
                    case "Hertz" -> QuantityKind.FREQUENCY;
                    case "ZRe" -> QuantityKind.IMPEDANCE_REAL;
                    case "ZIm" -> QuantityKind.IMPEDANCE_IMAGINARY;
                    case "Z" -> QuantityKind.IMPEDANCE_MODULUS;
                    case "Phase" -> QuantityKind.IMPEDANCE_PHASE;
                    default -> QuantityKind.OTHER;
                };
        if (special != QuantityKind.OTHER) {
            return Optional.of(special);
        }
        if (!PLAIN.contains(s.arrayType)) {
            return Optional.empty();
        }
        String unit = last(s.unitType);
        if (s.arrayType == TIME || unit.equals("Time")) {
            return Optional.of(QuantityKind.TIME);
        }
        return unit.endsWith("Volt")
                ? Optional.of(QuantityKind.POTENTIAL)
                : unit.endsWith("Ampere")
                        ? Optional.of(QuantityKind.CURRENT)
                        : unit.endsWith("Coulomb")
                                ? Optional.of(QuantityKind.CHARGE)
                                : Optional.empty();
    }

    private static Optional<Unit> unit(Signal s) {
        String type = last(s.unitType);
        if (SYMBOLS.containsKey(type)) {
            return Unit.parse(SYMBOLS.get(type));
        }
        for (Map.Entry<String, String> base : BASES.entrySet()) {
            if (type.endsWith(base.getKey())) {
                String prefix = type.substring(0, type.length() - base.getKey().length());
                if (prefix.isEmpty() || PREFIXES.containsKey(prefix)) {
                    return Unit.parse(PREFIXES.getOrDefault(prefix, "") + base.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code PalmSens.Units.Volt} is {@code Volt}. */
    private static String last(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
