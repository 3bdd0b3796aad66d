// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the columns of a table mean. */
final class DtaColumns {
    /** Readings of a thermocouple input with nothing connected lie outside of these. */
    /** The sign of degrees in whatever encoding, read in another. */
    private static final Pattern SIGN = Pattern.compile("[^\\x00-\\x7f]+");

    private static final double COLDEST = -273.15;

    private static final double HOTTEST = 1400;

    private static final Map<String, QuantityKind> KINDS =
            Map.ofEntries(
                    Map.entry("t", QuantityKind.TIME),
                    Map.entry("time", QuantityKind.TIME),
                    Map.entry("vf", QuantityKind.POTENTIAL),
                    Map.entry("vstep", QuantityKind.POTENTIAL),
                    Map.entry("vdc", QuantityKind.POTENTIAL),
                    Map.entry("im", QuantityKind.CURRENT),
                    Map.entry("idif", QuantityKind.CURRENT),
                    Map.entry("idc", QuantityKind.CURRENT),
                    Map.entry("freq", QuantityKind.FREQUENCY),
                    Map.entry("zreal", QuantityKind.IMPEDANCE_REAL),
                    Map.entry("zimag", QuantityKind.IMPEDANCE_IMAGINARY),
                    Map.entry("zmod", QuantityKind.IMPEDANCE_MODULUS),
                    Map.entry("zphz", QuantityKind.IMPEDANCE_PHASE),
                    Map.entry("q", QuantityKind.CHARGE),
                    Map.entry("charge", QuantityKind.CHARGE),
                    Map.entry("pwr", QuantityKind.POWER),
                    Map.entry("power", QuantityKind.POWER),
                    Map.entry("temp", QuantityKind.TEMPERATURE),
                    Map.entry("cycle", QuantityKind.CYCLE),
                    Map.entry("step", QuantityKind.STEP));

    private DtaColumns() {}

    /**
     * A column.
     *
     * @param name as in the file
     * @param unit as in the file
     * @param first its first value, NaN if none
     * @param text whether it holds words
     * @param cathodicPositive whether currents are positive for a reduction
     */
    static ColumnSpec of(
            String name, String unit, double first, boolean text, boolean cathodicPositive) {
        if (text) {
            return ColumnSpec.text(name);
        }
        ColumnSpec spec = ColumnSpec.of(name);
        QuantityKind kind = KINDS.getOrDefault(name.toLowerCase(Locale.ROOT), QuantityKind.OTHER);
        boolean degrees = kind == QuantityKind.IMPEDANCE_PHASE && SIGN.matcher(unit).matches();
        Unit known = Unit.parse(degrees ? "deg" : withoutReference(unit)).orElse(Unit.ONE);
        boolean isSo =
                kind != QuantityKind.OTHER
                        && known.dimension() == kind.dimension()
                        && !(kind == QuantityKind.TEMPERATURE && isNoTemperature(first));
        if (!isSo) {
            return unit.isEmpty() || unit.equals("#") ? spec : spec.unit(unit);
        }
        ColumnSpec meant = spec.as(kind, known);
        return cathodicPositive && isTurned(kind) ? meant.negated() : meant;
    }

    /** Whether a kind changes its sign with the convention of currents. */
    static boolean isTurned(QuantityKind kind) {
        return kind.dimension() == Dimension.CURRENT || kind == QuantityKind.CHARGE;
    }

    /** Whether a reading says that no thermocouple is there. */
    static boolean isNoTemperature(double celsius) {
        return celsius < COLDEST || celsius > HOTTEST;
    }

    /** {@code "V vs. Ref."} is volts; {@code "#"} counts. */
    private static String withoutReference(String unit) {
        int vs = unit.indexOf(" vs");
        String bare = vs > 0 ? unit.substring(0, vs) : unit;
        return bare.equals("#") ? "1" : bare;
    }
}
