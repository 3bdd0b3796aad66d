// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the user says the columns are: the option {@code columns}, one entry for each column parted
 * by commas, {@code frequency:Hz,impedance real:ohm,-impedance imaginary:ohm}.
 *
 * <p>An entry is a kind of quantity, a colon and a unit of it (SI where left out), with a minus in
 * front where the file has the opposite sign; {@code skip} leaves a column out, {@code *} or
 * nothing leaves it to be recognised, as it is with columns behind the last entry.
 *
 * <p>The option {@code map} says the same by heading, one {@code heading=frequency:Hz} a line, of
 * columns that have no entry.
 */
final class ColumnMap {
    private final List<String> entries;
    private final Map<String, String> byName;
    private final String file;

    private ColumnMap(String file, List<String> entries, Map<String, String> byName) {
        this.file = file;
        this.entries = entries;
        this.byName = byName;
    }

    static ColumnMap of(Source source) {
        String option = source.options().getOrDefault("columns", "").strip();
        return new ColumnMap(
                source.name(),
                option.isEmpty()
                        ? List.of()
                        : Arrays.stream(option.split(",", -1)).map(String::strip).toList(),
                byName(source.options().getOrDefault("map", "")));
    }

    private static Map<String, String> byName(String option) {
        Map<String, String> byName = new HashMap<>();
        option.lines()
                .filter(line -> line.lastIndexOf('=') > 0)
                .forEach(
                        line ->
                                byName.put(
                                        line.substring(0, line.lastIndexOf('=')),
                                        line.substring(line.lastIndexOf('=') + 1).strip()));
        return byName;
    }

    /** Whether the user says anything. */
    boolean isEmpty() {
        return entries.isEmpty() && byName.isEmpty();
    }

    /** Whether a column is to be left out. */
    boolean isSkipped(int column, String name) {
        return entry(column, name).equalsIgnoreCase("skip");
    }

    /**
     * A column as the user says; empty where it is left to be recognised.
     *
     * @throws FormatException if the entry is not understood
     */
    Optional<ColumnSpec> column(int column, String name) throws FormatException {
        String entry = entry(column, name);
        if (entry.isEmpty() || entry.equals("*") || isSkipped(column, name)) {
            return Optional.empty();
        }
        boolean negative = entry.startsWith("-");
        String[] parts = (negative ? entry.substring(1) : entry).split(":", 2);
        String kindName = parts[0].strip().toLowerCase(Locale.ROOT);
        Optional<QuantityKind> kind = QuantityKind.ofId(kindName);
        if (kind.isEmpty()) {
            throw wrong(
                    entry,
                    "a quantity is one of "
                            + Arrays.stream(QuantityKind.values())
                                    .map(QuantityKind::id)
                                    .collect(Collectors.joining(", ")));
        }
        ColumnSpec spec = ColumnSpec.of(name);
        if (kind.get() == QuantityKind.OTHER) {
            return Optional.of(parts.length > 1 ? spec.unit(parts[1].strip()) : spec);
        }
        Unit unit = Unit.si(kind.get().dimension());
        if (parts.length > 1 && !parts[1].isBlank()) {
            unit =
                    new Heading("", parts[1].strip(), false, false)
                            .unit(kind.get().dimension())
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    entry,
                                                    "\""
                                                            + parts[1]
                                                            + "\" is no unit of "
                                                            + kindName));
        }
        spec = spec.as(kind.get(), unit);
        return Optional.of(negative ? spec.negated() : spec);
    }

    private String entry(int column, String name) {
        return column < entries.size() ? entries.get(column) : byName.getOrDefault(name, "");
    }

    private FormatException wrong(String entry, String why) {

        return new FormatException(
                file,
                "",
                "the option columns is not understood at \""
                        + entry
                        + "\": "
                        + why
                        + " (columns="
                        + String.join(",", entries)
                        + ")");
    }
}
