// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a lab names its files: {@code {sample}_{temperature}C_{technique}}. What stands between the
 * braces is told by the file name; {@code *} stands for anything. {@code cell}, {@code sample},
 * {@code temperature} and {@code technique} are understood, other names become conditions of the
 * recording or fields of its cell. The ending of a file's name need not be in the pattern.
 */
public final class NamePattern {
    private static final Pattern PART = Pattern.compile("\\{([^{}]*)\\}|\\*");
    private static final String NUMBER = "[-+]?\\d+(?:[.,p]\\d+)?";
    private static final String TEMPERATURE = "temperature";

    private final String text;
    private final Pattern pattern;
    private final List<String> names;
    private final boolean kelvin;

    private NamePattern(String text, Pattern pattern, List<String> names, boolean kelvin) {
        this.text = text;
        this.pattern = pattern;
        this.names = List.copyOf(names);
        this.kelvin = kelvin;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException with a sentence if it is not written so
     */
    public static NamePattern parse(String text) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher m = PART.matcher(text);
        boolean kelvin = false;
        int at = 0;
        while (m.find()) {
            regex.append(literal(text.substring(at, m.start()), text));
            at = m.end();
            if (m.group(1) == null) {
                regex.append(".*?");
                continue;
            }
            String name = m.group(1).strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty() || names.contains(name)) {
                throw new IllegalArgumentException(
                        "the pattern \""
                                + text
                                + "\" has a field without a name or one field twice");
            }
            names.add(name);
            boolean temperature = name.equals(TEMPERATURE);
            kelvin |= temperature && text.substring(at).strip().startsWith("K");
            regex.append('(').append(temperature ? NUMBER : ".+?").append(')');
        }
        regex.append(literal(text.substring(at), text));
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "a pattern has fields such as {sample}_{temperature}C, \""
                            + text
                            + "\" has none");
        }
        return new NamePattern(text, Pattern.compile(regex.toString()), names, kelvin);
    }

    private static String literal(String part, String text) {
        if (part.indexOf('{') >= 0 || part.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "the pattern \"" + text + "\" has a brace without its other half");
        }
        return part.isEmpty() ? "" : Pattern.quote(part);
    }

    /**
     * What a file's name tells, by field; the temperature with its unit. Empty where the name is
     * not of this pattern.
     *
     * @param fileName without folders, with or without its ending
     */
    public Optional<Map<String, String>> match(String fileName) {
        int dot = fileName.lastIndexOf('.');
        Optional<Map<String, String>> whole = read(fileName);
        Optional<Map<String, String>> bare =
                dot > 0 ? read(fileName.substring(0, dot)) : Optional.empty();
        boolean hasEnding = text.indexOf('.', text.lastIndexOf('}')) >= 0;
        return hasEnding ? whole.or(() -> bare) : bare.or(() -> whole);
    }

    private Optional<Map<String, String>> read(String name) {
        Matcher m = pattern.matcher(name);
        if (!m.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String field = names.get(i);
            String value = m.group(i + 1).strip();
            found.put(
                    field,
                    field.equals(TEMPERATURE)
                            ? value.replace(',', '.').replace('p', '.') + (kelvin ? " K" : " degC")
                            : value);
        }
        return Optional.of(Collections.unmodifiableMap(found));
    }

    /** The pattern as written. */
    @Override
    public String toString() {
        return text;
    }
}
