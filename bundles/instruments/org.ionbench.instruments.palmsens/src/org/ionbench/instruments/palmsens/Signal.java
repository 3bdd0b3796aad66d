// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One array of a session: what it is, and its values by their keys. */
final class Signal {
    private static final Pattern SCAN = Pattern.compile("scan(\\d{1,6})(?:channel\\d+)?");

    String type = "";
    String description = "";
    int arrayType = -1;
    String unitType = "";
    String unitSymbol = "";
    String quantity = "";

    private final Map<String, double[]> values = new LinkedHashMap<>();
    private String[] texts = {};
    private boolean said;
    private int length;

    Signal() {
        values.put("v", new double[16]);
    }

    int length() {
        return length;
    }

    /** The number in {@code scan2}, where that is its description. */
    OptionalInt scan() {
        Matcher m = SCAN.matcher(description);
        return m.matches() ? OptionalInt.of(Integer.parseInt(m.group(1))) : OptionalInt.empty();
    }

    /** Begins the next value. */
    void next() {
        length++;
        values.replaceAll(
                (key, array) -> {
                    double[] grown =
                            length > array.length ? Arrays.copyOf(array, 2 * array.length) : array;
                    grown[length - 1] = Double.NaN;
                    return grown;
                });
    }

    /** Sets a number of the present value. */
    void put(String key, double value) {
        values.computeIfAbsent(
                                key,
                                k -> {
                                    double[] fresh = new double[values.get("v").length];
                                    Arrays.fill(fresh, 0, length, Double.NaN);
                                    return fresh;
                                })[length - 1] =
                value;
    }

    /** Sets the text of the present value. */
    void say(String text) {
        if (texts.length < length) {
            texts = Arrays.copyOf(texts, Math.max(length, 2 * texts.length));
        }
        texts[length - 1] = text;
        said = true;
    }

    /** Whether values have texts. */
    boolean hasTexts() {
        return said;
    }

    String text(int i) {
        return i < texts.length ? Objects.toString(texts[i], "") : "";
    }

    /** The arrays of numbers by key, {@code "v"} first; only the first {@link #length} count. */
    Map<String, double[]> values() {
        return values;
    }

    /** The numbers without range and status. */
    double[] numbers() {
        return Arrays.copyOf(values.get("v"), length);
    }

    /** Whether two arrays hold the same numbers under the same name. */
    boolean isSame(Signal other) {
        return length == other.length
                && Arrays.equals(values.get("v"), 0, length, other.values.get("v"), 0, length);
    }
}
