// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit as it is printed: powers instead of slashes, Greek letters, an SI prefix where one helps.
 * {@code "S K/cm"} is printed S cm\u207b\u00b9 K.
 */
public final class UnitText {
    /** Between a number and its unit and between the factors of a unit. */
    public static final String THIN_SPACE = "\u2009";

    private static final String MINUS = "\u2212";
    private static final Pattern FACTOR =
            Pattern.compile("(/?)([A-Za-z%\u00b0\u03a9\u00b5]+)(\\^?(-?[0-9n]+(?:/[0-9]+)?))?");
    private static final Set<String> PREFIXABLE =
            Set.of(
                    "s", "Hz", "ohm", "S", "F", "H", "V", "A", "C", "J", "W", "m", "Pa", "Ah", "Wh",
                    "eV", "g", "bar", "mol");
    private static final String PREFIXES = "fpnum kMGT";
    private static final int ONE = PREFIXES.indexOf(' ');
    private static final Map<String, String> PRINTED =
            Map.of("ohm", "\u03a9", "deg", "\u00b0", "degC", "\u00b0C");

    private UnitText() {}

    /** One way to show the values of an axis: the printed unit and how many of the axis' it is. */
    record Shown(String text, double factor, boolean asDeclared) {}

    /** The printed form of a unit's symbol; empty for the unit 1. */
    public static String of(String symbol) {
        return symbol.equals("1") ? "" : print(factors(symbol), "");
    }

    /**
     * A value with its unit, with the prefix that suits it: {@code of(1234.5, "ohm", 4)} is 1.235
     * k\u03a9 with a real minus and thin spaces.
     *
     * @param value in the unit
     * @param symbol of the unit
     * @param digits significant digits
     */
    public static String of(double value, String symbol, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "no value" : value < 0 ? MINUS + "\u221e" : "\u221e";
        }
        Shown best = new Shown(of(symbol), 1, true);
        double magnitude = Math.abs(value);
        if (isPrefixable(symbol) && magnitude > 0) {
            for (Shown s : prefixed(symbol)) {
                double shown = magnitude / s.factor;
                // rounding must not turn 999.99 into 1000
                boolean readable = s.factor <= 1 || !symbol.equals("s");
                if (readable
                        && !roundsBelow(shown, 1, digits)
                        && roundsBelow(shown, 1000, digits)) {
                    best = s;
                }
            }
        }
        String number = significant(value / best.factor, digits);
        return best.text.isEmpty()
                ? number
                : number + (best.text.equals("\u00b0") ? "" : THIN_SPACE) + best.text;
    }

    private static boolean roundsBelow(double shown, double limit, int digits) {
        return shown < limit * (1 - 0.5 * Math.pow(10, -digits));
    }

    /**
     * A number with this many significant digits and a real minus; powers of ten only where the
     * number would be longer than about eight characters without.
     */
    public static String significant(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        int exponent = exponent(value, digits);
        if (exponent < -4 || exponent > 6) {
            return fixed(value / Math.pow(10, exponent), digits - 1)
                    + "\u00d710"
                    + superscript(Integer.toString(exponent));
        }
        return fixed(value, Math.max(0, digits - 1 - exponent));
    }

    private static int exponent(double value, int digits) {
        String s = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        return Integer.parseInt(s.substring(s.indexOf('e') + 1));
    }

    /** A number with this many decimals and a real minus; zero is always 0. */
    static String fixed(double value, int decimals) {
        String s = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        boolean zero = s.chars().allMatch(c -> c == '0' || c == '.');
        return zero ? "0" : value < 0 ? MINUS + s : s;
    }

    /** All ways to show values of a unit, the declared one first. */
    static List<Shown> ways(String symbol) {
        List<Shown> ways = new ArrayList<>();
        ways.add(new Shown(of(symbol), 1, true));
        if (symbol.equals("s")) {
            // long times are read in hours, not in kiloseconds
            prefixed(symbol).stream().filter(s -> s.factor < 1).forEach(ways::add);
            ways.add(new Shown("h", 3600, false));
        } else if (symbol.equals("1000/K")) {
            return ways;
        } else if (isPrefixable(symbol)) {
            prefixed(symbol).stream().filter(s -> s.factor != 1).forEach(ways::add);
        } else {
            for (int e = -15; e <= 15; e += 3) {
                if (e != 0) {
                    String power = "10" + superscript(Integer.toString(e));
                    String unit = of(symbol);
                    ways.add(
                            new Shown(
                                    unit.isEmpty() ? power : power + THIN_SPACE + unit,
                                    power(e),
                                    false));
                }
            }
        }
        return ways;
    }

    static boolean isPrefixable(String symbol) {
        List<Factor> factors = factors(symbol);
        return !factors.isEmpty()
                && factors.getFirst().power.equals("1")
                && prefixOf(factors.getFirst().base) >= 0;
    }

    /** The prefix that makes 10 to the power of {@code 3 * thousands}; empty for none. */
    static String prefix(int thousands) {
        int i = ONE + thousands;
        return i == ONE ? "" : PREFIXES.substring(i, i + 1).replace('u', '\u00b5');
    }

    /** Whether there is a prefix for 10 to the power of {@code 3 * thousands}. */
    static boolean hasPrefix(int thousands) {
        return thousands >= -ONE && ONE + thousands < PREFIXES.length();
    }

    /** A power of ten, exact where a double can be. */
    static double power(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    static String superscript(String text) {
        StringBuilder s = new StringBuilder();
        for (char c : text.toCharArray()) {
            s.append(
                    switch (c) {
                        case '-' -> '\u207b';
                        case '1' -> '\u00b9';
                        case '2' -> '\u00b2';
                        case '3' -> '\u00b3';
                        case 'n' -> '\u207f';
                        case '.' -> '\u00b7';
                        default -> (char) ('\u2070' + c - '0');
                    });
        }
        return s.toString();
    }

    private static List<Shown> prefixed(String symbol) {
        List<Factor> factors = factors(symbol);
        String first = factors.getFirst().base;
        int own = prefixOf(first);
        String base = own == ONE ? first : first.substring(1);
        List<Factor> bare = new ArrayList<>(factors);
        bare.set(0, new Factor(base, "1"));
        List<Shown> all = new ArrayList<>();
        for (int i = 0; i < PREFIXES.length(); i++) {
            all.add(new Shown(print(bare, prefix(i - ONE)), power(3 * (i - own)), i == own));
        }
        return all;
    }

    /** Index of the prefix a base already has; negative if it takes none. */
    private static int prefixOf(String base) {
        if (PREFIXABLE.contains(base)) {
            return ONE;
        }
        return base.length() > 1 && PREFIXABLE.contains(base.substring(1))
                ? PREFIXES.indexOf(base.charAt(0))
                : -1;
    }

    private record Factor(String base, String power) {}

    private static List<Factor> factors(String symbol) {
        List<Factor> factors = new ArrayList<>();
        int below = 1;
        Matcher m = FACTOR.matcher(symbol);
        while (m.find()) {
            String power = m.group(4) == null ? "1" : m.group(4);
            if (power.endsWith("1/2")) {
                power = power.replace("1/2", "0.5");
            }
            if (m.group(1).isEmpty()) {
                factors.add(new Factor(m.group(2), power));
            } else {
                // dividing factors stand behind the first: S K/cm is S cm-1 K
                factors.add(Math.min(below++, factors.size()), new Factor(m.group(2), "-" + power));
            }
        }
        return factors;
    }

    private static String print(List<Factor> factors, String prefix) {
        StringBuilder s = new StringBuilder(prefix);
        for (Factor f : factors) {
            s.append(s.length() > prefix.length() ? THIN_SPACE : "");
            s.append(printed(f.base));
            s.append(f.power.equals("1") ? "" : superscript(f.power));
        }
        return s.toString();
    }

    private static String printed(String base) {
        int own = prefixOf(base);
        if (own < 0 || own == ONE) {
            return PRINTED.getOrDefault(base, base);
        }
        String bare = base.substring(1);
        return prefix(own - ONE) + PRINTED.getOrDefault(bare, bare);
    }
}
