// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the boxes of quantities and units offer. */
final class ColumnUnits {
    /** Stands for a column that is left out. */
    static final String SKIP = "(leave out)";

    private static final List<String> USUAL =
            List.of(
                    "s", "min", "h", "ms", "Hz", "kHz", "ohm", "kohm", "mohm", "deg", "rad", "V",
                    "mV", "A", "mA", "uA", "nA", "mA/cm2", "A/cm2", "mAh", "Ah", "C", "Wh", "mWh",
                    "W", "mW", "degC", "K", "bar", "MPa", "rpm");

    private ColumnUnits() {}

    /** All quantities by their names, the one without a meaning first. */
    static String[] quantities() {
        return Stream.concat(
                        Stream.of(QuantityKind.OTHER.id(), SKIP),
                        Arrays.stream(QuantityKind.values())
                                .filter(k -> k != QuantityKind.OTHER)
                                .map(QuantityKind::id))
                .toArray(String[]::new);
    }

    /** The usual units of a quantity. */
    static String[] units(QuantityKind kind) {
        return kind.dimension() == Dimension.NONE
                ? new String[0]
                : USUAL.stream()
                        .filter(
                                u ->
                                        Unit.parse(u)
                                                .filter(k -> k.dimension() == kind.dimension())
                                                .isPresent())
                        .toArray(String[]::new);
    }
}
