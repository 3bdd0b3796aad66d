// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names Arbin's programs give columns: {@code Charge_Capacity} in databases, {@code
 * Charge_Capacity(Ah)} and {@code Charge Capacity (Ah)} in exports, {@code Aux_Temperature(C)_1} of
 * auxiliary channels. Without a unit they are in s, A, V, W, Ah, Wh, ohm and degC.
 */
final class ArbinColumns {
    private static final String NAMELESS = "(without a name)";
    private static final Pattern UNIT = Pattern.compile("\\(([^()]*)\\)");

    private static final Map<String, QuantityKind> KINDS =
            Map.ofEntries(
                    Map.entry("test time", QuantityKind.TIME),
                    Map.entry("current", QuantityKind.CURRENT),
                    Map.entry("voltage", QuantityKind.CELL_VOLTAGE),
                    Map.entry("power", QuantityKind.POWER),
                    Map.entry("charge capacity", QuantityKind.CAPACITY_CHARGE),
                    Map.entry("discharge capacity", QuantityKind.CAPACITY_DISCHARGE),
                    Map.entry("cycle index", QuantityKind.CYCLE),
                    Map.entry("cycle id", QuantityKind.CYCLE),
                    Map.entry("step index", QuantityKind.STEP),
                    Map.entry("step id", QuantityKind.STEP),
                    Map.entry("temperature", QuantityKind.TEMPERATURE));

    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("test time", "s"),
                    Map.entry("step time", "s"),
                    Map.entry("charge time", "s"),
                    Map.entry("discharge time", "s"),
                    Map.entry("current", "A"),
                    Map.entry("voltage", "V"),
                    Map.entry("vmax on cycle", "V"),
                    Map.entry("v max on cycle", "V"),
                    Map.entry("power", "W"),
                    Map.entry("charge capacity", "Ah"),
                    Map.entry("discharge capacity", "Ah"),
                    Map.entry("charge energy", "Wh"),
                    Map.entry("discharge energy", "Wh"),
                    Map.entry("internal resistance", "ohm"),
                    Map.entry("ac impedance", "ohm"),
                    Map.entry("aci phase angle", "deg"),
                    Map.entry("dv/dt", "V/s"),
                    Map.entry("aux voltage", "V"),
                    Map.entry("temperature", "degC"));

    private static final Set<String> POINTS =
            Set.of(
                    "test time",
                    "step index",
                    "cycle index",
                    "current",
                    "voltage",
                    "charge capacity",
                    "discharge capacity",
                    "charge energy",
                    "discharge energy");

    private ArbinColumns() {}

    /** A column of text. */
    static ColumnSpec text(String name) {
        return ColumnSpec.text(name.isBlank() ? NAMELESS : name);
    }

    /** What a column of numbers is, by its name. */
    static ColumnSpec of(String name) {
        return of(name, "");
    }

    /**
     * What a column of numbers is.
     *
     * @param unit as told beside the name; empty where it is not
     */
    static ColumnSpec of(String name, String unit) {
        String key = key(name);
        Matcher written = UNIT.matcher(name);
        String found = unit.isEmpty() && written.find() ? written.group(1).strip() : unit;
        if (key.matches("(?:aux(?:iliary)? )?(?:temperature|t)(?: \\d+)?")) {
            key = "temperature";
        }
        if (key.equals("temperature") && found.matches("(?i)[°℃]?C?|.*C")) {
            found = "degC";
        }
        if (key.matches("aux(?:iliary)? voltage(?: \\d+)?")) {
            key = "aux voltage";
        }
        String symbol = found.isEmpty() ? UNITS.getOrDefault(key, "") : found;
        ColumnSpec plain = ColumnSpec.of(name.isBlank() ? NAMELESS : name);
        QuantityKind kind = KINDS.getOrDefault(key, QuantityKind.OTHER);
        Optional<Unit> known = Unit.parse(symbol.isEmpty() ? "1" : symbol);
        if (kind != QuantityKind.OTHER
                && known.isPresent()
                && known.get().dimension() == kind.dimension()) {
            return plain.as(kind, known.get());
        }
        return symbol.isEmpty() ? plain : plain.unit(symbol);
    }

    /** A name without unit, blanks for underscores, in lower case. */
    static String key(String name) {
        return UNIT.matcher(name)
                .replaceAll(" ")
                .replace('_', ' ')
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether columns are those of measured points as only Arbin's programs name them. */
    static boolean arePoints(Collection<String> names) {
        return keys(names).containsAll(POINTS);
    }

    /** Whether columns are those of the statistics of cycles. */
    static boolean areStatistics(Collection<String> names) {
        Set<String> keys = keys(names);
        return keys.containsAll(List.of("charge time", "discharge time"))
                && (keys.contains("vmax on cycle") || keys.contains("v max on cycle"));
    }

    private static Set<String> keys(Collection<String> names) {
        return names.stream().map(ArbinColumns::key).collect(Collectors.toSet());
    }
}
