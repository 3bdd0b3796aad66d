// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.engine.plotting.UnitText;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers as people read them, with their uncertainty and unit.
 *
 * <p>Two forms are in use. {@link #concise} gives the standard uncertainty in brackets, in units of
 * the last two digits: {@code 1.154(12) × 10⁻³ S cm⁻¹} (JCGM 100:2008, 7.2.2). {@link #plusMinus}
 * gives it beside the value, to one digit, or two where the first would be 1 or 2: {@code 0.424 ±
 * 0.003 eV}. A number without a known uncertainty has four significant digits.
 *
 * <p>Units that take SI prefixes take the one that leaves one to three digits before the point
 * ({@code 1.642 kΩ}, never {@code 1.642 × 10³ Ω}); others take a power of ten where plain digits
 * would be long. Value and uncertainty are given in the unit that is passed, and only that unit and
 * its multiples are printed.
 */
public final class Printed {

    /** With a real minus sign, raised exponents, Greek letters and thin spaces. */
    public static final Printed TYPESET =
            new Printed("\u2212", "\u2009", "\u2009\u00b1\u2009", "\u2014", "\u221e", true);

    /** With ASCII characters only, for terminals and logs. */
    public static final Printed ASCII = new Printed("-", " ", " +- ", "n/a", "inf", false);

    private static final int DIGITS = 4;
    private static final int TWO_DIGITS_BELOW = 295;

    /** Units people put an SI prefix to; a conductivity in S/cm takes a power of ten by custom. */
    private static final Set<String> PREFIXED =
            Set.of(
                    "ohm", "Hz", "F", "H", "V", "A", "W", "S", "C", "m", "s", "g", "Pa", "bar",
                    "eV", "Ah", "Wh", "A/cm2", "A/g", "Ah/g", "Ah/cm2", "Wh/g", "F/cm2", "J",
                    "J/mol");

    private static final String PREFIXES = "fpnum kMG";
    private static final int NO_PREFIX = PREFIXES.indexOf(' ');

    private final String minus;
    private final String space;
    private final String plusMinus;
    private final String missing;
    private final String infinity;
    private final boolean typeset;

    private Printed(
            String minus,
            String space,
            String plusMinus,
            String missing,
            String infinity,
            boolean typeset) {
        this.minus = minus;
        this.space = space;
        this.plusMinus = plusMinus;
        this.missing = missing;
        this.infinity = infinity;
        this.typeset = typeset;
    }

    /** A quantity in {@linkplain #concise concise form}. */
    public String concise(Quantity q) {
        return concise(q.value(), q.standardUncertainty(), q.unit().symbol());
    }

    /** A quantity in {@linkplain #plusMinus the form with a plus-minus sign}. */
    public String plusMinus(Quantity q) {
        return plusMinus(q.value(), q.standardUncertainty(), q.unit().symbol());
    }

    /**
     * {@code 1.154(12) × 10⁻³ S cm⁻¹}.
     *
     * @param uncertainty the standard uncertainty; not positive or not finite where it is not known
     * @param unit the unit of both, as its symbol in the table; {@code "1"} for none
     */
    public String concise(double value, double uncertainty, String unit) {
        if (!isKnown(value, uncertainty)) {
            return number(value, unit);
        }
        BigDecimal u = rounded(uncertainty, 2);
        BigDecimal v = toPlace(value, u);
        Scale s = scale(v, u, unit);
        BigDecimal shown = s.of(u);
        // The digits in brackets count units of the last place, or whole ones above the point.
        String digits =
                shown.scale() > 0 ? shown.unscaledValue().toString() : shown.toPlainString();
        return digits(s.of(v)) + "(" + digits + ")" + power(s.exponent) + behind(s.unit);
    }

    /**
     * {@code 0.424 ± 0.003 eV}; parameters as those of {@link #concise(double, double, String)}.
     */
    public String plusMinus(double value, double uncertainty, String unit) {
        if (!isKnown(value, uncertainty)) {
            return number(value, unit);
        }
        BigDecimal u = place(uncertainty);
        BigDecimal v = toPlace(value, u);
        Scale s = scale(v, u, unit);
        return grouped(digits(s.of(v)) + plusMinus + digits(s.of(u)), s);
    }

    /**
     * {@code 0.418 to 0.430 eV}: an interval around a value, in the unit and to the place in which
     * {@link #concise} and {@link #plusMinus} print the value.
     */
    public String interval(double value, Interval interval, double uncertainty, String unit) {
        double half = (interval.high() - interval.low()) / 4;
        double u = isKnown(value, uncertainty) ? uncertainty : half;
        if (!isKnown(value, u)) {
            return missing;
        }
        BigDecimal place = place(u);
        Scale s = scale(toPlace(value, rounded(u, 2)), place, unit);
        return grouped(end(interval.low(), place, s) + " to " + end(interval.high(), place, s), s);
    }

    private String end(double x, BigDecimal place, Scale s) {
        if (Double.isInfinite(x)) {
            return (x < 0 ? minus : "") + infinity;
        }
        return digits(s.of(toPlace(x, place)));
    }

    private static BigDecimal place(double uncertainty) {
        boolean two = rounded(uncertainty, 3).unscaledValue().intValue() < TWO_DIGITS_BELOW;
        return rounded(uncertainty, two ? 2 : 1);
    }

    private String grouped(String numbers, Scale s) {
        return (s.exponent == 0 ? numbers : "(" + numbers + ")" + power(s.exponent))
                + behind(s.unit);
    }

    /** A number without uncertainty, four significant digits, with its unit. */
    public String number(double value, String unit) {
        return number(value, DIGITS, unit);
    }

    /** A number with so many significant digits; a whole number shows no digits after the point. */
    public String number(double value, int significant, String unit) {
        if (Double.isNaN(value)) {
            return missing;
        }
        if (Double.isInfinite(value)) {
            return (value < 0 ? minus : "") + infinity + behind(unit);
        }
        BigDecimal v = rounded(value, significant);
        Scale s = scale(v, BigDecimal.ZERO, unit);
        BigDecimal shown = s.of(v).stripTrailingZeros();
        boolean whole = value == Math.rint(value) && shown.scale() <= 0;
        return digits(whole ? shown.setScale(0) : s.of(v)) + power(s.exponent) + behind(s.unit);
    }

    /** A number with the digits it was given with, such as a published value. */
    public String given(double value, String unit) {
        if (!Double.isFinite(value)) {
            return number(value, unit);
        }
        // what a change of unit adds at the fifteenth digit was not given
        int digits = rounded(value, 12).stripTrailingZeros().precision();
        BigDecimal v = rounded(value, digits);
        Scale s = scale(v, BigDecimal.ZERO, unit);
        return digits(s.of(v)) + power(s.exponent) + behind(s.unit);
    }

    /** A plain number, four significant digits. */
    public String number(double value) {
        return number(value, "1");
    }

    /** A decimal as it is, with this kind of minus sign. */
    public String decimal(BigDecimal x) {
        return digits(x);
    }

    /** {@code 10⁻³}. */
    public String powerOfTen(int exponent) {
        return typeset ? "10" + Signs.raised(Integer.toString(exponent)) : "1e" + exponent;
    }

    /** A Celsius temperature from one in kelvin, at most one digit after the point. */
    public String celsius(double kelvin) {
        BigDecimal c =
                new BigDecimal(kelvin)
                        .subtract(new BigDecimal("273.15"))
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return digits(c.scale() < 0 ? c.setScale(0) : c) + behind("degC");
    }

    /** A unit as printed, such as {@code S cm⁻¹}; empty for {@code "1"}. */
    public String unit(String symbol) {
        if (symbol.equals("1") || symbol.isEmpty()) {
            return "";
        }
        return !typeset
                ? symbol
                : symbol.equals("1000/K")
                        ? "1000" + space + UnitText.of("1/K")
                        : UnitText.of(symbol);
    }

    /** A quantity's symbol or a text with signs of its own, in this kind of print. */
    public String symbol(String text) {
        return typeset ? Signs.lowered(text) : Signs.ascii(text);
    }

    // ---- steps

    /**
     * How a number is shown.
     *
     * @param shift the power of ten that numbers are divided by
     * @param exponent of the power of ten behind them
     * @param unit behind that, which makes up for the rest of the shift
     */
    private record Scale(int shift, int exponent, String unit) {
        BigDecimal of(BigDecimal x) {
            return x.scaleByPowerOfTen(-shift);
        }
    }

    private static boolean isKnown(double value, double uncertainty) {
        return Double.isFinite(value) && Double.isFinite(uncertainty) && uncertainty > 0;
    }

    private static BigDecimal rounded(double x, int significant) {
        BigDecimal r = BigDecimal.valueOf(x).round(new MathContext(significant));
        // 0.03 to two digits is 0.030; zero has no digits to fill up.
        int lacking = significant - r.precision();
        return r.signum() == 0
                ? BigDecimal.ZERO
                : lacking > 0 ? r.setScale(r.scale() + lacking) : r;
    }

    private static BigDecimal toPlace(double value, BigDecimal place) {
        return BigDecimal.valueOf(value).setScale(place.scale(), RoundingMode.HALF_EVEN);
    }

    /** Chooses a prefix or a power of ten for a value, or for its uncertainty where that is 0. */
    private static Scale scale(BigDecimal value, BigDecimal uncertainty, String symbol) {
        BigDecimal leading = value.signum() == 0 ? uncertainty : value;
        if (leading.signum() == 0) {
            return new Scale(0, 0, symbol);
        }
        int magnitude = leading.precision() - leading.scale() - 1;
        Optional<String> base = base(symbol);
        if (base.isPresent()) {
            return prefixed(magnitude, symbol, base.get());
        }
        boolean conductivity = symbol.startsWith("S");
        boolean plain = magnitude >= (conductivity ? -1 : -3) && magnitude <= 4;
        int exponent = plain ? 0 : magnitude;
        return new Scale(exponent, exponent, symbol);
    }

    private static Scale prefixed(int magnitude, String symbol, String base) {
        int own = symbol.equals(base) ? 0 : 3 * (PREFIXES.indexOf(symbol.charAt(0)) - NO_PREFIX);
        boolean neverLarger = base.equals("s") || base.equals("g");
        int most = neverLarger ? Math.max(0, own) : 3 * (PREFIXES.length() - 1 - NO_PREFIX);
        int wanted =
                magnitude >= -1 && magnitude <= 2
                        ? own
                        : Math.clamp(3 * Math.floorDiv(magnitude + own, 3), -3 * NO_PREFIX, most);
        int left = magnitude + own - wanted;
        int exponent = left >= -3 && left <= 5 ? 0 : left;
        String unit = wanted == 0 ? base : PREFIXES.charAt(NO_PREFIX + wanted / 3) + base;
        return new Scale(wanted - own + exponent, exponent, unit);
    }

    /** The unit without its prefix, where it is one people put prefixes to. */
    private static Optional<String> base(String symbol) {
        if (PREFIXED.contains(symbol)) {
            return Optional.of(symbol);
        }
        if (symbol.length() < 2 || PREFIXES.indexOf(symbol.charAt(0)) < 0) {
            return Optional.empty();
        }
        String rest = symbol.substring(1);
        boolean isPrefix =
                PREFIXED.contains(rest)
                        && Unit.parse(symbol)
                                .map(u -> u.dimension() == Unit.of(rest).dimension())
                                .orElse(false);
        return isPrefix ? Optional.of(rest) : Optional.empty();
    }

    private String digits(BigDecimal x) {
        return (x.signum() < 0 ? minus : "") + x.abs().toPlainString();
    }

    private String power(int exponent) {
        if (exponent == 0) {
            return "";
        }
        return typeset ? space + "\u00d7" + space + powerOfTen(exponent) : "e" + exponent;
    }

    private String behind(String symbol) {
        String unit = unit(symbol);
        if (unit.isEmpty()) {
            return "";
        }
        return unit.equals("\u00b0") ? unit : space + unit;
    }
}
