// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The columns of Zahner's texts: which lines name them, and what they mean. */
final class TextColumns {
    private record Meaning(QuantityKind kind, String unit) {}

    private static final Map<String, Meaning> MEANINGS =
            Map.ofEntries(
                    Map.entry("frequency/hz", new Meaning(QuantityKind.FREQUENCY, "Hz")),
                    Map.entry("impedance/ohm", new Meaning(QuantityKind.IMPEDANCE_MODULUS, "ohm")),
                    Map.entry("phase/deg", new Meaning(QuantityKind.IMPEDANCE_PHASE, "deg")),
                    Map.entry("phase/rad", new Meaning(QuantityKind.IMPEDANCE_PHASE, "rad")),
                    Map.entry("re/ohm", new Meaning(QuantityKind.IMPEDANCE_REAL, "ohm")),
                    Map.entry("im/ohm", new Meaning(QuantityKind.IMPEDANCE_IMAGINARY, "ohm")),
                    Map.entry("time/s", new Meaning(QuantityKind.TIME, "s")),
                    Map.entry("time [s]", new Meaning(QuantityKind.TIME, "s")),
                    Map.entry("e/v", new Meaning(QuantityKind.POTENTIAL, "V")),
                    Map.entry("voltage", new Meaning(QuantityKind.POTENTIAL, "V")),
                    Map.entry("voltage [v]", new Meaning(QuantityKind.POTENTIAL, "V")),
                    Map.entry("potential/v", new Meaning(QuantityKind.POTENTIAL, "V")),
                    Map.entry("i/a", new Meaning(QuantityKind.CURRENT, "A")),
                    Map.entry("current", new Meaning(QuantityKind.CURRENT, "A")),
                    Map.entry("current/a", new Meaning(QuantityKind.CURRENT, "A")),
                    Map.entry("current [a]", new Meaning(QuantityKind.CURRENT, "A")));

    private TextColumns() {}

    /** Whether a line names columns as one of Zahner's programs does. */
    static boolean areNames(String line) {
        if (line.length() > 4096) {
            return false;
        }
        List<String> names = lower(ZahnerTextImporter.fields(line));
        Set<String> all = Set.copyOf(names);
        boolean spectrum =
                all.containsAll(Set.of("frequency/hz", "impedance/ohm"))
                        && (all.contains("phase/deg") || all.contains("phase/rad"))
                        && (all.contains("significance") || all.contains("number"));
        boolean sequence = all.containsAll(Set.of("time/s", "e/v", "i/a"));
        boolean power =
                line.contains(";\t")
                        && all.containsAll(Set.of("time [s]", "voltage [v]", "current [a]"));
        boolean remote =
                all.containsAll(Set.of("time", "voltage", "current"))
                        && names.stream().anyMatch(n -> n.startsWith("pad4ch"));
        return spectrum || sequence || power || remote;
    }

    /** The column of a name. */
    static ColumnSpec of(String name) {
        ColumnSpec spec = ColumnSpec.of(name);
        String key = name.toLowerCase(Locale.ROOT);
        Meaning meaning = MEANINGS.get(key);
        if (meaning != null) {
            return spec.as(meaning.kind(), meaning.unit());
        }
        int slash = name.lastIndexOf('/');
        if (key.startsWith("pad4ch")) {
            return spec.unit("V");
        }
        return slash > 0 && slash < name.length() - 1 ? spec.unit(name.substring(slash + 1)) : spec;
    }

    static Technique technique(List<ColumnSpec> columns) {
        return index(columns, QuantityKind.FREQUENCY) >= 0 ? Technique.EIS : Technique.OTHER;
    }

    /** The first column of a kind, or -1. */
    static int index(List<ColumnSpec> columns, QuantityKind kind) {
        return first(columns, c -> c.kind() == kind);
    }

    /** The first column of a name whatever its case, or -1. */
    static int index(List<ColumnSpec> columns, String name) {
        return first(columns, c -> c.vendorName().equalsIgnoreCase(name));
    }

    private static int first(List<ColumnSpec> columns, Predicate<ColumnSpec> is) {
        for (int i = 0; i < columns.size(); i++) {
            if (is.test(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
    }
}
