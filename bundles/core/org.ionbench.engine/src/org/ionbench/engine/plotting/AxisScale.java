// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.quantity.Unit;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis laid out over a length: maps values to pixels, chooses the unit its numbers are shown in,
 * and knows its label and ticks.
 *
 * <p>The label has the form of ISO 80000-1, quantity / unit. The SI prefix is chosen so that tick
 * labels have at most four characters; a power of ten stands in only where a unit takes no prefix.
 * A logarithmic axis over more decades than four characters can hold carries the prefix at its
 * ticks: 10m, 1, 100, 10k. Immutable.
 */
public final class AxisScale {
    private static final double HORIZONTAL_SPACING = 52;
    private static final double VERTICAL_SPACING = 36;
    private static final double TOP_SPACING = 38;
    private static final double MINOR_SPACING = 7;
    private static final int MOST_CHARACTERS = 4;
    private static final double KELVIN = 273.15;
    private static final int MOST_TICKS = 200;
    private static final int MOST_DECIMALS = 40;

    private final Axis axis;
    private final Span span;
    private final double length;
    private final double spacing;
    private final UnitText.Shown shown;
    private final List<Tick> ticks;

    private AxisScale(
            Axis axis, Span span, double length, double spacing, List<UnitText.Shown> ways) {
        this.axis = axis;
        this.span = span;
        this.length = Math.max(1, length);
        this.spacing = spacing;
        UnitText.Shown best = ways.getFirst();
        List<Tick> labelled = List.of();
        int lowest = Integer.MAX_VALUE;
        for (UnitText.Shown way : ways) {
            List<Tick> candidate = label(ticks(way.factor()), way);
            int cost = cost(candidate, way);
            if (cost < lowest && !candidate.isEmpty()) {
                lowest = cost;
                best = way;
                labelled = candidate;
            }
        }
        if (isLogarithmic() && longest(labelled) > MOST_CHARACTERS) {
            best = ways.getFirst();
            labelled = labelEach(ticks(1));
        }
        this.shown = best;
        this.ticks = List.copyOf(labelled);
    }

    /**
     * Lays out an axis from left to right.
     *
     * @param axis which axis
     * @param span what is shown of it
     * @param length in pixels
     */
    public static AxisScale horizontal(Axis axis, Span span, double length) {
        return new AxisScale(axis, span, length, HORIZONTAL_SPACING, UnitText.ways(axis.unit()));
    }

    /** Lays out an axis from bottom to top; see {@link #horizontal}. */
    public static AxisScale vertical(Axis axis, Span span, double length) {
        return new AxisScale(axis, span, length, VERTICAL_SPACING, UnitText.ways(axis.unit()));
    }

    /** This layout with the unit and the spacing of another axis of the same unit. */
    AxisScale like(AxisScale other) {
        return new AxisScale(axis, span, length, other.spacing, List.of(other.shown));
    }

    public Axis axis() {
        return axis;
    }

    public Span span() {
        return span;
    }

    /** In pixels. */
    public double length() {
        return length;
    }

    public boolean isLogarithmic() {
        return axis.scale() == Axis.Scale.LOGARITHMIC;
    }

    /**
     * Distance of a value from the low end in pixels; it may lie outside the axis. NaN for a value
     * that has no place: NaN itself, and what is not positive on a logarithmic axis.
     */
    public double pixel(double value) {
        return length * (map(value) - map(span.low())) / (map(span.high()) - map(span.low()));
    }

    /** The value at a distance from the low end in pixels. */
    public double value(double pixel) {
        double low = map(span.low());
        return unmap(low + pixel / length * (map(span.high()) - low));
    }

    /** What an axis is of, with a minus for a sign and the hyphens of words as they are. */
    public static String name(Axis axis) {
        return axis.quantity().replaceAll("(?<![A-Za-z0-9])-(?=\\S)", "\u2212");
    }

    /** What is written along the axis: quantity / unit. */
    public String label() {
        String quantity = name(axis);
        if (axis.unit().equals("1000/K") && quantity.equals("1000/T")) {
            return shown.asDeclared() ? "1000 K / T" : quantity + " / " + shown.text();
        }
        return shown.text().isEmpty() ? quantity : quantity + " / " + shown.text();
    }

    /** The labelled ticks, ascending. */
    public List<Tick> ticks() {
        return ticks;
    }

    /** The small ticks between the labelled ones, ascending. */
    public double[] minorTicks() {
        return isLogarithmic() ? logarithmicMinorTicks() : linearMinorTicks();
    }

    /** Ticks along the opposite side, ascending by value; empty where nothing runs there. */
    public List<Tick> oppositeTicks() {
        return axis.top() == Axis.Opposite.CELSIUS ? celsiusTicks() : List.of();
    }

    /** What is written along the opposite side; empty where nothing runs there. */
    public String oppositeLabel() {
        return axis.top() == Axis.Opposite.CELSIUS ? "T / \u00b0C" : "";
    }

    /** How many units of the axis one unit of the tick labels is. */
    public double shownFactor() {
        return shown.factor();
    }

    /** A value with its unit, as shown when the pointer is over a point. */
    public String text(double value) {
        return axis.unit().equals("1000/K")
                ? UnitText.significant(value, 4)
                        + UnitText.THIN_SPACE
                        + "\u00d710\u207b\u00b3 K\u207b\u00b9"
                : UnitText.of(value, axis.unit(), 4);
    }

    // ---- where ticks stand

    private double map(double value) {
        if (!isLogarithmic()) {
            return value;
        }
        return value > 0 ? Math.log10(value) : Double.NaN;
    }

    private double unmap(double mapped) {
        return isLogarithmic() ? Math.pow(10, mapped) : mapped;
    }

    private double[] ticks(double factor) {
        return isLogarithmic() ? logarithmicTicks() : linearTicks(factor);
    }

    /** Round numbers of a unit that is {@code factor} units of the axis. */
    private double[] linearTicks(double factor) {
        double low = span.low() / factor;
        double high = span.high() / factor;
        if (!(high - low > Double.MIN_NORMAL) || Double.isInfinite(high - low)) {
            return new double[0];
        }
        Span numbers = new Span(low, high);
        Step step = Step.atLeast(numbers.length() * spacing / length);
        double[] ticks = step.multiples(numbers);
        for (int tries = 0; ticks.length < 2 && tries < 4; tries++) {
            step = step.finer();
            ticks = step.multiples(numbers);
        }
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] *= factor;
        }
        return ticks;
    }

    private double[] linearMinorTicks() {
        if (ticks.size() < 2) {
            return new double[0];
        }
        double factor = shown.factor();
        double apart = (ticks.get(1).value() - ticks.get(0).value()) / factor;
        Step minor = Step.atLeast(apart * (1 - 1e-9)).minor();
        if (minor.size() * factor / span.length() * length < MINOR_SPACING) {
            return new double[0];
        }
        double[] small = minor.multiples(new Span(span.low() / factor, span.high() / factor));
        for (int i = 0; i < small.length; i++) {
            small[i] *= factor;
        }
        return small;
    }

    private double[] logarithmicTicks() {
        int first = (int) Math.ceil(map(span.low()) - 1e-9);
        int last = (int) Math.floor(map(span.high()) + 1e-9);
        double decade = length / (map(span.high()) - map(span.low()));
        int step = Math.max(1, (int) Math.ceil(spacing / decade));
        if (last - first >= 2 * step || last - first >= 2) {
            List<Double> ticks = new ArrayList<>();
            for (int e = Math.ceilDiv(first, step) * step; e <= last; e += step) {
                ticks.add(UnitText.power(e));
            }
            if (ticks.size() >= 2) {
                return toArray(ticks);
            }
        }
        // the gap from 5 to 10 is 0.3 of a decade
        List<Double> ticks = new ArrayList<>();
        int[] mantissas = 0.3 * decade >= 0.8 * spacing ? new int[] {1, 2, 5} : new int[] {1, 3};
        for (int e = first - 1; e <= last; e++) {
            for (int m : mantissas) {
                double v = times(m, e);
                if (span.contains(v)) {
                    ticks.add(v);
                }
            }
        }
        return ticks.size() >= 3 ? toArray(ticks) : linearTicks(1);
    }

    private double[] logarithmicMinorTicks() {
        List<Double> minor = new ArrayList<>();
        int first = (int) Math.floor(map(span.low()));
        int last = (int) Math.floor(map(span.high()));
        double decade = length / (map(span.high()) - map(span.low()));
        if (last - first > MOST_TICKS) {
            return new double[0];
        }
        for (int e = first; e <= last; e++) {
            for (int m = 1; m < 10; m++) {
                boolean fits = m == 1 ? decade >= MINOR_SPACING : decade >= 5 * MINOR_SPACING;
                double v = times(m, e);
                if (fits && span.contains(v)) {
                    minor.add(v);
                }
            }
        }
        return toArray(minor);
    }

    private List<Tick> celsiusTicks() {
        Unit unit = Unit.of(axis.unit());
        double hot = 1 / unit.toSi(Math.max(span.low(), 1e-9)) - KELVIN;
        double cold = 1 / unit.toSi(span.high()) - KELVIN;
        if (!(cold < hot)) {
            return List.of();
        }
        Span celsius = new Span(cold, hot);
        List<Tick> best = List.of();
        Step step = Step.atLeast((hot - cold) / 60);
        for (int i = 0; i < 12; i++) {
            List<Tick> kept = new ArrayList<>();
            double before = Double.NEGATIVE_INFINITY;
            boolean all = true;
            double[] values = step.multiples(celsius);
            for (int k = values.length - 1; k >= 0; k--) {
                double at = unit.fromSi(1 / (values[k] + KELVIN));
                if (pixel(at) - before < TOP_SPACING) {
                    all = false;
                    continue;
                }
                before = pixel(at);
                kept.add(new Tick(at, UnitText.fixed(values[k], step.decimals())));
            }
            if (best.isEmpty() || kept.size() >= 3) {
                best = kept;
            }
            if (all) {
                break;
            }
            step = step.coarser();
        }
        return List.copyOf(best);
    }

    // ---- what is written beside them

    private List<Tick> label(double[] values, UnitText.Shown way) {
        List<Tick> labelled = new ArrayList<>();
        int decimals = 0;
        for (double v : values) {
            int own = decimals(v / way.factor());
            decimals = Math.max(decimals, own);
        }
        for (double v : values) {
            double number = v / way.factor();
            int places = isLogarithmic() ? decimals(number) : decimals;
            labelled.add(new Tick(v, UnitText.fixed(number, places)));
        }
        return labelled;
    }

    /** With a prefix at each number where the unit takes one, with a power of ten otherwise. */
    private List<Tick> labelEach(double[] values) {
        List<Tick> labelled = new ArrayList<>();
        boolean prefixable = UnitText.isPrefixable(axis.unit());
        for (double v : values) {
            int exponent = (int) Math.floor(Math.log10(v) + 1e-9);
            int thousands = Math.floorDiv(exponent, 3);
            double mantissa = v / UnitText.power(exponent);
            String label;
            if (prefixable && UnitText.hasPrefix(thousands)) {
                double number = v / UnitText.power(3 * thousands);
                label = UnitText.fixed(number, decimals(number)) + UnitText.prefix(thousands);
            } else {
                String power =
                        exponent == 0
                                ? "1"
                                : "10" + UnitText.superscript(Integer.toString(exponent));
                label =
                        Math.abs(mantissa - 1) < 1e-9
                                ? power
                                : UnitText.fixed(mantissa, decimals(mantissa)) + "\u00b7" + power;
            }
            labelled.add(new Tick(v, label));
        }
        return labelled;
    }

    /** Decimals needed to write a tick's number; ticks have few digits by construction. */
    private static int decimals(double number) {
        for (int d = 0; d < MOST_DECIMALS; d++) {
            double scaled = number * UnitText.power(d);
            if (Math.abs(scaled - Math.rint(scaled)) <= 1e-6 * Math.abs(number)) {
                return d;
            }
        }
        return MOST_DECIMALS;
    }

    private int cost(List<Tick> labelled, UnitText.Shown way) {
        double largest = 0;
        for (Tick t : labelled) {
            largest = Math.max(largest, Math.abs(t.value() / way.factor()));
        }
        int cost = longest(labelled) + (way.asDeclared() ? 0 : 1) + (largest >= 1000 ? 1 : 0);
        // too long is worse than any change of unit; farther prefixes give way to nearer ones
        return 100 * (cost + (longest(labelled) > MOST_CHARACTERS ? 10 : 0))
                + (int) Math.abs(Math.log10(way.factor()));
    }

    private static int longest(List<Tick> labelled) {
        return labelled.stream().mapToInt(t -> t.label().length()).max().orElse(0);
    }

    private static double times(int mantissa, int exponent) {
        return Double.parseDouble(mantissa + "e" + exponent);
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
