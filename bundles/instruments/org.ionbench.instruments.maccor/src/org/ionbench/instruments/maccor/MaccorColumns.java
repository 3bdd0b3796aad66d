// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of an export and what they mean. */
final class MaccorColumns {
    private static final Pattern WITH_UNIT =
            Pattern.compile("(.*?)\\s*[\\[(]\\s*([^\\])]{1,10}?)\\s*[\\])]");
    private static final Pattern TEMPERATURE = Pattern.compile("(ev)?temp(erature)? ?#?\\d*");
    private static final Set<String> STATES = Set.of("state", "md", "mode");
    private static final Set<String> CLOCKS = Set.of("dpt time", "dpttime");
    private static final Set<String> CYCLES =
            Set.of("cyc#", "cycle#", "cycle", "cycle p", "cycle c");
    private static final Map<String, QuantityKind> KINDS =
            Map.ofEntries(
                    Map.entry("amp-hr", QuantityKind.CHARGE),
                    Map.entry("cap.", QuantityKind.CHARGE),
                    Map.entry("capacity", QuantityKind.CHARGE),
                    Map.entry("watt-hr", QuantityKind.ENERGY),
                    Map.entry("ener.", QuantityKind.ENERGY),
                    Map.entry("energy", QuantityKind.ENERGY),
                    Map.entry("amps", QuantityKind.CURRENT),
                    Map.entry("current", QuantityKind.CURRENT),
                    Map.entry("volts", QuantityKind.CELL_VOLTAGE),
                    Map.entry("voltage", QuantityKind.CELL_VOLTAGE),
                    Map.entry("test", QuantityKind.TIME),
                    Map.entry("testtime", QuantityKind.TIME),
                    Map.entry("test time", QuantityKind.TIME));
    private static final Map<QuantityKind, String> UNITS =
            Map.of(
                    QuantityKind.CHARGE, "Ah",
                    QuantityKind.ENERGY, "Wh",
                    QuantityKind.CURRENT, "A",
                    QuantityKind.CELL_VOLTAGE, "V");

    /** The name of a column apart from its unit, both in small letters; blank if there is none. */
    private record Label(String name, String unit) {}

    private final char delimiter;
    private final List<String> names;
    private final List<Label> labels;

    private MaccorColumns(char delimiter, List<String> names) {
        this.delimiter = delimiter;
        this.names = names;
        this.labels = names.stream().map(MaccorColumns::label).toList();
    }

    /** Whether a line names the columns of an export: records, steps, and times of the points. */
    static boolean areNames(String line) {
        String s = line.strip().toLowerCase(Locale.ROOT).replace("\"", "");
        if (!s.matches("rec#?\\s*[\\t,;].*")) {
            return false;
        }
        List<String> all = Arrays.stream(s.split("[\\t,;]")).map(String::strip).toList();
        boolean time = all.stream().anyMatch(n -> CLOCKS.contains(n) || n.startsWith("test"));
        boolean state = all.stream().anyMatch(STATES::contains);
        return all.contains("step") && time && (state || all.stream().anyMatch(CYCLES::contains));
    }

    static MaccorColumns of(String line) {
        char delimiter = Dialect.delimiterOf(line);
        List<String> names = new ArrayList<>();
        for (String name : line.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
            names.add(name.replaceAll("^\"|\"$", ""));
        }
        while (names.size() > 1 && names.getLast().isBlank()) {
            names.removeLast();
        }
        names.replaceAll(n -> n.isBlank() ? "Column" : n);
        return new MaccorColumns(delimiter, List.copyOf(names));
    }

    private static Label label(String name) {
        String s = name.strip().toLowerCase(Locale.ROOT);
        Matcher m = WITH_UNIT.matcher(s);
        if (m.matches()) {
            return new Label(m.group(1), m.group(2));
        }
        boolean milli = s.length() > 1 && s.charAt(0) == 'm' && KINDS.containsKey(s.substring(1));
        return milli ? new Label(s.substring(1), "m") : new Label(s, "");
    }

    char delimiter() {
        return delimiter;
    }

    List<String> names() {
        return names;
    }

    int state() {
        return first(STATES);
    }

    int clock() {
        return first(CLOCKS);
    }

    /** The first column of a kind, -1 where there is none. */
    int index(QuantityKind kind) {
        for (int i = 0; i < labels.size(); i++) {
            if (KINDS.get(labels.get(i).name) == kind) {
                return i;
            }
        }
        return -1;
    }

    private int first(Set<String> wanted) {
        for (int i = 0; i < labels.size(); i++) {
            if (wanted.contains(labels.get(i).name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a column names no unit of its own. */
    boolean lacksUnit(int column) {
        return labels.get(column).unit.isEmpty();
    }

    /** Whether a column is of charge, energy, current or voltage in a milli unit. */
    boolean isMilli(int column) {
        return column >= 0 && labels.get(column).unit.startsWith("m");
    }

    boolean isText(int column) {
        String name = labels.get(column).name;
        return STATES.contains(name) || CLOCKS.contains(name) || name.equals("units");
    }

    boolean isTime(int column) {
        return labels.get(column).name.matches("(test|step) ?(time)?")
                && !(labels.get(column).name.equals("step") && lacksUnit(column));
    }

    /** What a column of numbers means; of several of the same kind only the first is it. */
    ColumnSpec spec(int column) {
        String name = labels.get(column).name;
        String unit = labels.get(column).unit;
        ColumnSpec spec = ColumnSpec.of(names.get(column));
        if (CYCLES.contains(name)) {
            return column == first(CYCLES) ? spec.as(QuantityKind.CYCLE, Unit.ONE) : spec;
        }
        if (isTime(column)) {
            Unit time = Unit.of(time(unit));
            return column == index(QuantityKind.TIME)
                    ? spec.as(QuantityKind.TIME, time)
                    : spec.unit(time.symbol());
        }
        if (name.equals("step")) {
            return spec.as(QuantityKind.STEP, Unit.ONE);
        }
        if (name.endsWith("/ohms")) {
            return spec.unit("ohm");
        }
        if (TEMPERATURE.matcher(name).matches()) {
            boolean first =
                    column
                            == labels.indexOf(
                                    labels.stream()
                                            .filter(l -> TEMPERATURE.matcher(l.name).matches())
                                            .findFirst()
                                            .orElseThrow());
            return first ? spec.as(QuantityKind.TEMPERATURE, "degC") : spec.unit("degC");
        }
        QuantityKind kind = KINDS.getOrDefault(name, QuantityKind.OTHER);
        if (kind == QuantityKind.OTHER) {
            return unit.isEmpty() ? spec : spec.unit(unit);
        }
        Unit known = Unit.of((unit.startsWith("m") ? "m" : "") + UNITS.get(kind));
        return column == index(kind) ? spec.as(kind, known) : spec.unit(known.symbol());
    }

    /** The unit of a time; seconds where none is told. */
    private static String time(String unit) {
        return switch (unit.isEmpty() ? 's' : unit.charAt(0)) {
            case 'm' -> unit.startsWith("ms") ? "ms" : "min";
            case 'h' -> "h";
            case 'd' -> "d";
            default -> "s";
        };
    }
}
