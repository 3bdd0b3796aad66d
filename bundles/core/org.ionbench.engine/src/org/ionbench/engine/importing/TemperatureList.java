// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.quantity.Unit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Set temperatures in the order of the measurements, as people write them: {@code 30:100:10} (from,
 * to, by), {@code 30,40,50}, {@code 303.15,313.15 K}; degC where no unit is given.
 *
 * @param values in {@code unit}
 * @param unit degC or K
 */
public record TemperatureList(List<Double> values, Unit unit) {
    private static final int MOST = 100_000;
    private static final double LOWEST = -273.15;

    public TemperatureList {
        values = List.copyOf(values);
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException with a sentence if it is not written so
     */
    public static TemperatureList parse(String text) {
        String s = text.strip();
        Unit unit = Unit.of("degC");
        for (String ending : List.of("K", "degC", "\u00b0C", "C")) {
            if (s.endsWith(ending)) {
                unit = Unit.of(ending.equals("K") ? "K" : "degC");
                s = s.substring(0, s.length() - ending.length()).strip();
                break;
            }
        }
        List<Double> values = s.indexOf(':') >= 0 ? range(s, text) : list(s, text);
        double lowest = unit.symbol().equals("K") ? 0 : LOWEST;
        if (values.stream().anyMatch(v -> !(v > lowest))) {
            throw new IllegalArgumentException(
                    "temperatures lie above 0 K; \"" + text + "\" has one below");
        }
        return new TemperatureList(values, unit);
    }

    private static List<Double> range(String s, String text) {
        String[] parts = s.split(":", -1);
        if (parts.length > 3) {
            throw wrong(text);
        }
        BigDecimal from = number(parts[0], text);
        BigDecimal to = number(parts[1], text);
        BigDecimal by = parts.length == 3 ? number(parts[2], text).abs() : BigDecimal.ONE;
        if (by.signum() == 0) {
            throw wrong(text);
        }
        BigDecimal step = to.compareTo(from) < 0 ? by.negate() : by;
        BigDecimal steps = to.subtract(from).divideToIntegralValue(step);
        if (steps.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" are more than " + MOST + " temperatures");
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i <= steps.intValue(); i++) {
            values.add(from.add(step.multiply(BigDecimal.valueOf(i))).doubleValue());
        }
        return values;
    }

    private static List<Double> list(String s, String text) {
        List<Double> values = new ArrayList<>();
        for (String part : s.split("[,;\\s]+")) {
            values.add(number(part, text).doubleValue());
        }
        return values;
    }

    private static BigDecimal number(String part, String text) {
        String s = part.strip();
        if (!s.matches("[-+]?\\d{1,6}(\\.\\d{0,9})?")) {
            throw wrong(text);
        }
        return new BigDecimal(s.endsWith(".") ? s + "0" : s);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "temperatures are written 30:100:10 or 30,40,50 in degC, not \"" + text + "\"");
    }

    public int size() {
        return values.size();
    }

    /** One of them with its unit, as {@code Session.set} takes it. */
    public String text(int index) {
        return plain(values.get(index)) + " " + unit.symbol();
    }

    /** The list as {@link #parse} reads it. */
    @Override
    public String toString() {
        return values.stream().map(TemperatureList::plain).collect(Collectors.joining(","))
                + " "
                + unit.symbol();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
