// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.Map;
import java.util.Optional;

/** What EC-Lab's column names mean: {@code "Ewe/V"} is a quantity, a slash and a unit. */
public final class EcLabColumn {

    private static final Map<String, QuantityKind> KINDS =
            Map.ofEntries(
                    Map.entry("time", QuantityKind.TIME),
                    Map.entry("freq", QuantityKind.FREQUENCY),
                    Map.entry("Re(Z)", QuantityKind.IMPEDANCE_REAL),
                    Map.entry("-Im(Z)", QuantityKind.IMPEDANCE_IMAGINARY),
                    Map.entry("|Z|", QuantityKind.IMPEDANCE_MODULUS),
                    Map.entry("Phase(Z)", QuantityKind.IMPEDANCE_PHASE),
                    Map.entry("Ewe", QuantityKind.POTENTIAL),
                    Map.entry("<Ewe>", QuantityKind.POTENTIAL),
                    Map.entry("Ece", QuantityKind.COUNTER_POTENTIAL),
                    Map.entry("<Ece>", QuantityKind.COUNTER_POTENTIAL),
                    Map.entry("Ewe-Ece", QuantityKind.CELL_VOLTAGE),
                    Map.entry("Ecell", QuantityKind.CELL_VOLTAGE),
                    Map.entry("<Ecell>", QuantityKind.CELL_VOLTAGE),
                    Map.entry("I", QuantityKind.CURRENT),
                    Map.entry("<I>", QuantityKind.CURRENT),
                    Map.entry("(Q-Qo)", QuantityKind.CHARGE),
                    Map.entry("Q charge", QuantityKind.CAPACITY_CHARGE),
                    Map.entry("Q discharge", QuantityKind.CAPACITY_DISCHARGE),
                    Map.entry("|Energy|", QuantityKind.ENERGY),
                    Map.entry("P", QuantityKind.POWER),
                    Map.entry("Pwe", QuantityKind.POWER),
                    Map.entry("cycle number", QuantityKind.CYCLE),
                    Map.entry("Ns", QuantityKind.STEP));

    private EcLabColumn() {}

    /** The column of this name; a name without a known meaning stays as it is. */
    public static ColumnSpec of(String vendorName) {
        ColumnSpec spec = ColumnSpec.of(vendorName);
        String name = vendorName.strip();
        if (name.equals("<Ewe/V>")) {
            return spec.as(QuantityKind.POTENTIAL, "V");
        }
        if (name.startsWith("Temperature/") && name.endsWith("C")) {
            return spec.as(QuantityKind.TEMPERATURE, "degC");
        }
        if (name.equals("control/V/mA")) {
            return spec;
        }
        QuantityKind plain = KINDS.get(name);
        if (plain != null && (plain == QuantityKind.CYCLE || plain == QuantityKind.STEP)) {
            return spec.as(plain, Unit.ONE);
        }
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            String written = name.substring(slash + 1).strip();
            Optional<Unit> unit = Unit.parse(written);
            if (unit.isEmpty() || written.isEmpty()) {
                continue;
            }
            QuantityKind kind = KINDS.get(name.substring(0, slash).strip());
            if (kind == null || kind.dimension() != unit.get().dimension()) {
                return spec.unit(written);
            }
            ColumnSpec known = spec.as(kind, unit.get());
            return kind == QuantityKind.IMPEDANCE_IMAGINARY ? known.negated() : known;
        }
        return spec;
    }

    /** Whether a line of a file could name columns as EC-Lab does. */
    static boolean isName(String cell) {
        ColumnSpec spec = of(cell);
        return spec.kind() != QuantityKind.OTHER
                || cell.equals("mode")
                || cell.equals("ox/red")
                || cell.equals("counter inc.")
                || cell.equals("Ns changes");
    }
}
