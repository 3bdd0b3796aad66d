// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the columns of a table mean, by the names all programs of this vendor share. */
final class Columns {
    private static final Pattern NAME = Pattern.compile("(.*?)\\s*\\(([^()]+)\\)");

    /** A meaning and the unit where the name has none. */
    private record Meaning(QuantityKind kind, String unit) {}

    private static final Map<String, Meaning> MEANINGS =
            Map.ofEntries(
                    Map.entry("segment #", new Meaning(QuantityKind.STEP, "1")),
                    Map.entry("cycle", new Meaning(QuantityKind.CYCLE, "1")),
                    Map.entry("cycle #", new Meaning(QuantityKind.CYCLE, "1")),
                    Map.entry("e", new Meaning(QuantityKind.POTENTIAL, "V")),
                    Map.entry("potential", new Meaning(QuantityKind.POTENTIAL, "V")),
                    Map.entry("i", new Meaning(QuantityKind.CURRENT, "A")),
                    Map.entry("current", new Meaning(QuantityKind.CURRENT, "A")),
                    Map.entry("elapsed time", new Meaning(QuantityKind.TIME, "s")),
                    Map.entry("t", new Meaning(QuantityKind.TIME, "s")),
                    Map.entry("q", new Meaning(QuantityKind.CHARGE, "C")),
                    Map.entry("charge", new Meaning(QuantityKind.CHARGE, "C")),
                    Map.entry("temperature", new Meaning(QuantityKind.TEMPERATURE, "degC")));

    /** Meanings in actions that measure impedance; elsewhere these columns are zero. */
    private static final Map<String, Meaning> OF_IMPEDANCE =
            Map.of(
                    "frequency", new Meaning(QuantityKind.FREQUENCY, "Hz"),
                    "freq", new Meaning(QuantityKind.FREQUENCY, "Hz"),
                    "z real", new Meaning(QuantityKind.IMPEDANCE_REAL, "ohm"),
                    "z imag", new Meaning(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"),
                    "zre", new Meaning(QuantityKind.IMPEDANCE_REAL, "ohm"),
                    "zim", new Meaning(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"),
                    "zimg", new Meaning(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"));

    /** Units of columns whose name has none. */
    private static final Map<String, String> UNITS =
            Map.of(
                    "frequency",
                    "Hz",
                    "e real",
                    "V",
                    "e imag",
                    "V",
                    "e2 real",
                    "V",
                    "e2 imag",
                    "V",
                    "i real",
                    "A",
                    "i imag",
                    "A",
                    "z2 real",
                    "ohm",
                    "z2 imag",
                    "ohm");

    private Columns() {}

    /** The column of a vendor's name, in an action that measures impedance or not. */
    static ColumnSpec of(String name, boolean impedance) {
        Matcher m = NAME.matcher(name);
        String label = (m.matches() ? m.group(1) : name).strip().toLowerCase(Locale.ROOT);
        String unit = m.matches() ? m.group(2).strip() : "";
        ColumnSpec spec = ColumnSpec.of(name);
        Meaning meaning = MEANINGS.get(label);
        if (meaning == null && impedance) {
            meaning = OF_IMPEDANCE.get(label);
        }
        if (meaning != null) {
            Optional<Unit> known = unit(unit, meaning);
            if (known.isPresent()) {
                boolean perArea =
                        known.get().dimension() == Dimension.CURRENT_DENSITY
                                && meaning.kind() == QuantityKind.CURRENT;
                return spec.as(
                        perArea ? QuantityKind.CURRENT_DENSITY : meaning.kind(), known.get());
            }
        }
        String text = unit.isEmpty() ? UNITS.getOrDefault(label, "") : unit;
        return text.isEmpty() ? spec : spec.unit(text);
    }

    private static Optional<Unit> unit(String written, Meaning meaning) {
        if (written.isEmpty()
                || meaning.kind() == QuantityKind.TEMPERATURE && written.equals("C")) {
            return Optional.of(Unit.of(meaning.unit()));
        }
        return Unit.parse(written)
                .or(() -> Unit.parse(written.toLowerCase(Locale.ROOT)))
                .filter(
                        u ->
                                u.dimension() == meaning.kind().dimension()
                                        || u.dimension() == Dimension.CURRENT_DENSITY
                                                && meaning.kind() == QuantityKind.CURRENT);
    }
}
