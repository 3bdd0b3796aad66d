// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.metrohm;

import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of NOVA's text: which lines name them, and what they mean. */
final class NovaColumns {
    private static final String APPLIED = "potential applied";
    private static final String MEASURED = "we(1).potential";
    private static final Pattern NAME = Pattern.compile("(.*?)\\s*\\(([^()]*)\\)");

    private static final Map<String, QuantityKind> KINDS =
            Map.ofEntries(
                    Map.entry("frequency", QuantityKind.FREQUENCY),
                    Map.entry("z'", QuantityKind.IMPEDANCE_REAL),
                    Map.entry("-z''", QuantityKind.IMPEDANCE_IMAGINARY),
                    Map.entry("z", QuantityKind.IMPEDANCE_MODULUS),
                    Map.entry("-phase", QuantityKind.IMPEDANCE_PHASE),
                    Map.entry("time", QuantityKind.TIME),
                    Map.entry("corrected time", QuantityKind.TIME),
                    Map.entry(MEASURED, QuantityKind.POTENTIAL),
                    Map.entry("we(1).current", QuantityKind.CURRENT),
                    Map.entry("we(1).charge", QuantityKind.CHARGE),
                    Map.entry("scan", QuantityKind.CYCLE));

    private NovaColumns() {}

    /** Whether a line has names that only NOVA gives. */
    static boolean areNames(String line) {
        if (line.length() > 8192) {
            return false;
        }
        List<String> labels =
                names(line).stream().map(n -> label(n).toLowerCase(Locale.ROOT)).toList();
        boolean electrode = labels.stream().anyMatch(l -> l.matches("we\\(\\d\\)\\..+"));
        return electrode
                || labels.contains("-phase") && labels.contains("-z''")
                || labels.contains("frequency")
                        && labels.contains("-z''")
                        && labels.contains("index");
    }

    static char delimiter(String line) {
        return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static List<String> names(String line) {
        return Arrays.stream(line.replace("\ufeff", "").split(String.valueOf(delimiter(line))))
                .map(n -> n.strip().replace("\"", ""))
                .toList();
    }

    static List<ColumnSpec> of(String line) {
        List<String> names = names(line);
        boolean measured = names.stream().anyMatch(n -> label(n).equalsIgnoreCase(MEASURED));
        return names.stream().map(n -> column(n, measured)).toList();
    }

    /** The name without its unit: {@code WE(1).Current (A)} is {@code WE(1).Current}. */
    private static String label(String name) {
        Matcher m = NAME.matcher(name);
        return m.matches() ? m.group(1) : name;
    }

    private static ColumnSpec column(String name, boolean measured) {
        ColumnSpec spec = ColumnSpec.of(name.isEmpty() ? "column" : name);
        Matcher m = NAME.matcher(name);
        String label = label(name).toLowerCase(Locale.ROOT);
        QuantityKind kind = KINDS.getOrDefault(label, QuantityKind.OTHER);
        if (label.equals(APPLIED) && !measured) {
            kind = QuantityKind.POTENTIAL;
        }
        if (!m.matches()) {
            return kind == QuantityKind.CYCLE ? spec.as(kind, "1") : spec;
        }
        String symbol = m.group(2).strip();
        Optional<Unit> unit = Unit.parse(symbol);
        if (kind == QuantityKind.OTHER
                || unit.isEmpty()
                || unit.get().dimension() != kind.dimension()) {
            return spec.unit(symbol);
        }
        ColumnSpec known = spec.as(kind, unit.get());
        return label.startsWith("-") ? known.negated() : known;
    }

    static Technique technique(List<ColumnSpec> columns) {
        if (columns.stream().anyMatch(c -> c.kind() == QuantityKind.FREQUENCY)) {
            return Technique.EIS;
        }
        boolean applied =
                columns.stream().anyMatch(c -> label(c.vendorName()).equalsIgnoreCase(APPLIED));
        boolean scans = columns.stream().anyMatch(c -> c.kind() == QuantityKind.CYCLE);
        return applied ? scans ? Technique.CV : Technique.LSV : Technique.OTHER;
    }
}
