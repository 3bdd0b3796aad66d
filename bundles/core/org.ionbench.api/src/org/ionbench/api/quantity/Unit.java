// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of the closed table: a symbol, a dimension and the affine map to SI, {@code si = value *
 * factor + offset}.
 *
 * <p>{@link #parse} reads the spellings instruments write ({@code mA.h}, {@code Ohm}, {@code uA},
 * {@code deg}, {@code °C}); SI prefixes are understood for units that take them. The table is
 * closed on purpose: a symbol that is not in it is kept as text by whoever met it, never guessed
 * at.
 *
 * @param symbol the symbol as printed, in ASCII ({@code "S/cm"}, {@code "degC"})
 * @param dimension what it measures
 * @param factor SI units in one of this unit
 * @param offset SI value of zero of this unit (only temperatures have one)
 */
public record Unit(String symbol, Dimension dimension, double factor, double offset) {

    private static final Map<String, Unit> TABLE = new LinkedHashMap<>();
    private static final Map<String, Unit> PREFIXABLE = new LinkedHashMap<>();
    private static final Map<String, String> SPELLINGS = new LinkedHashMap<>();
    private static final Map<String, Double> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put("f", 1e-15);
        PREFIXES.put("p", 1e-12);
        PREFIXES.put("n", 1e-9);
        PREFIXES.put("u", 1e-6);
        PREFIXES.put("m", 1e-3);
        PREFIXES.put("k", 1e3);
        PREFIXES.put("M", 1e6);
        PREFIXES.put("G", 1e9);
        for (Dimension d : Dimension.values()) {
            add(d.siSymbol(), d, 1);
        }
        for (String s :
                new String[] {
                    "s", "Hz", "ohm", "S", "F", "H", "V", "A", "C", "J", "W", "m", "Pa", "V/s"
                }) {
            PREFIXABLE.put(s, TABLE.get(s));
        }
        prefixable("Ah", Dimension.CHARGE, 3600);
        prefixable("Wh", Dimension.ENERGY, 3600);
        prefixable("eV", Dimension.ENERGY, 1.602176634e-19);
        prefixable("g", Dimension.MASS, 1e-3);
        prefixable("A/cm2", Dimension.CURRENT_DENSITY, 1e4);
        prefixable("A/g", Dimension.SPECIFIC_CURRENT, 1e3);
        prefixable("Ah/g", Dimension.SPECIFIC_CAPACITY, 3.6e6);
        prefixable("Ah/cm2", Dimension.AREAL_CAPACITY, 3.6e7);
        prefixable("Wh/g", Dimension.SPECIFIC_ENERGY, 3.6e6);
        prefixable("Ah/V", Dimension.DIFFERENTIAL_CAPACITY, 3600);
        prefixable("S/cm", Dimension.CONDUCTIVITY, 100);
        prefixable("F/cm2", Dimension.CAPACITANCE_PER_AREA, 1e4);
        prefixable("F/cm", Dimension.CAPACITANCE_PER_LENGTH, 100);
        prefixable("J/mol", Dimension.MOLAR_ENERGY, 1);
        prefixable("bar", Dimension.PRESSURE, 1e5);
        add("%", Dimension.NONE, 0.01);
        add("min", Dimension.TIME, 60);
        add("h", Dimension.TIME, 3600);
        add("d", Dimension.TIME, 86400);
        add("deg", Dimension.ANGLE, Math.PI / 180);
        add("rpm", Dimension.ROTATION_RATE, 2 * Math.PI / 60);
        add("cm", Dimension.LENGTH, 1e-2);
        add("mm2", Dimension.AREA, 1e-6);
        add("cm2", Dimension.AREA, 1e-4);
        add("cm3", Dimension.VOLUME, 1e-6);
        add("g/cm3", Dimension.DENSITY, 1e3);
        add("cm3/g", Dimension.SPECIFIC_VOLUME, 1e-3);
        add("g/mol", Dimension.MOLAR_MASS, 1e-3);
        add("ohm cm", Dimension.RESISTIVITY, 1e-2);
        add("ohm cm2", Dimension.AREA_RESISTANCE, 1e-4);
        add("S K/cm", Dimension.CONDUCTIVITY_TEMPERATURE, 100);
        add("cm2/s", Dimension.DIFFUSIVITY, 1e-4);
        add("mol/cm3", Dimension.CONCENTRATION, 1e6);
        add("mol/l", Dimension.CONCENTRATION, 1e3);
        TABLE.put("1000/K", new Unit("1000/K", Dimension.RECIPROCAL_TEMPERATURE, 1e-3, 0));
        TABLE.put("degC", new Unit("degC", Dimension.TEMPERATURE, 1, 273.15));

        spell("ohm", "Ohm", "Ohms", "ohms", "OHM", "\u03a9", "\u2126");
        spell("deg", "\u00b0", "degree", "degrees", "Deg", "DEG");
        spell("degC", "\u00b0C", "C\u00b0", "\u2103", "DegC", "celsius", "deg C");
        spell("s", "sec", "S(time)", "seconds", "Sec");
        spell("h", "hr", "hour", "hours", "Hr", "H(time)");
        spell("min", "Min", "minutes");
        spell("Hz", "hz", "HZ");
        spell("Ah", "A.h", "A\u00b7h", "AH", "A h");
        spell("Wh", "W.h", "W\u00b7h", "WH", "W h");
        spell("A/cm2", "A/cm^2", "A/cm\u00b2", "A cm-2", "A cm^-2");
        spell("cm2", "cm^2", "cm\u00b2");
        spell("mm2", "mm^2", "mm\u00b2");
        spell("g/cm3", "g/cm^3", "g/cm\u00b3");
        spell("cm3", "cm^3", "cm\u00b3");
        spell("Ah/g", "A.h/g", "Ah g-1", "A h g-1");
        spell("Ah/cm2", "Ah/cm^2", "Ah/cm\u00b2");
        spell("S/cm", "S cm-1", "S cm^-1");
        spell("F/cm2", "F/cm^2", "F/cm\u00b2");
        spell("rpm", "RPM", "rev/min");
        spell("1", "", "-", "none");
        spell("A", "Amps", "Amp", "amps");
        spell("V", "Volts", "volts", "Volt", "v");
        spell("C", "Coulomb", "coulomb");
        spell("1/K", "K-1", "K^-1");
    }

    /** The dimensionless unit {@code 1}. */
    public static final Unit ONE = of("1");

    private static void add(String symbol, Dimension dimension, double factor) {
        TABLE.putIfAbsent(symbol, new Unit(symbol, dimension, factor, 0));
    }

    private static void prefixable(String symbol, Dimension dimension, double factor) {
        add(symbol, dimension, factor);
        PREFIXABLE.put(symbol, TABLE.get(symbol));
    }

    private static void spell(String symbol, String... spellings) {
        for (String s : spellings) {
            SPELLINGS.put(s, symbol);
        }
    }

    /** The SI unit of a dimension. */
    public static Unit si(Dimension dimension) {
        return TABLE.get(dimension.siSymbol());
    }

    /**
     * The unit with this symbol.
     *
     * @throws IllegalArgumentException if the table has no such unit
     */
    public static Unit of(String symbol) {
        return parse(symbol)
                .orElseThrow(() -> new IllegalArgumentException("no unit \"" + symbol + "\""));
    }

    /**
     * Reads a symbol as instruments and people write it; empty where the table has no such unit.
     */
    public static Optional<Unit> parse(String text) {
        String s = text.strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
        Unit known = lookUp(s, TABLE);
        if (known != null) {
            return Optional.of(known);
        }
        if (s.length() > 1) {
            Double prefix = PREFIXES.get(s.substring(0, 1));
            Unit base = lookUp(s.substring(1), PREFIXABLE);
            if (prefix != null && base != null) {
                return Optional.of(
                        new Unit(
                                s.charAt(0) + base.symbol,
                                base.dimension,
                                prefix * base.factor,
                                0));
            }
        }
        return Optional.empty();
    }

    private static Unit lookUp(String s, Map<String, Unit> table) {
        Unit unit = table.get(s);
        return unit != null ? unit : table.get(SPELLINGS.getOrDefault(s, s));
    }

    /** A value of this unit in SI. */
    public double toSi(double value) {
        return value * factor + offset;
    }

    /** An SI value in this unit. */
    public double fromSi(double si) {
        return (si - offset) / factor;
    }

    /** Whether values of the two units can be converted into each other. */
    public boolean isCompatible(Unit other) {
        return dimension == other.dimension;
    }

    /** The SI unit of the same dimension. */
    public Unit si() {
        return si(dimension);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
