// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.formats.Numbers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Takes the objects of one line apart into settings with typed values. */
final class DtaSettings {
    private DtaSettings() {}

    /** The settings of an object; a line without a known type gives its second field as text. */
    static Map<String, Object> read(String[] fields, String type) {
        Map<String, Object> all = new LinkedHashMap<>();
        String key = fields[0].strip();
        String value = fields.length > 2 ? fields[2].strip() : "";
        switch (type) {
            case "LABEL", "PSTAT" -> put(all, key, value);
            case "QUANT", "IQUANT", "SELECTOR" ->
                    put(all, key, key.endsWith("VERSION") ? version(value) : number(value));
            case "TOGGLE" -> put(all, key, toggle(value));
            case "POTEN" -> {
                put(all, key, number(value));
                if (fields.length > 3) {
                    all.put(
                            key + " vs.",
                            Boolean.TRUE.equals(toggle(fields[3].strip()))
                                    ? "open circuit"
                                    : "reference");
                }
            }
            case "ONEPARAM" -> parameters(all, fields, 1);
            case "TWOPARAM" -> parameters(all, fields, 2);
            default -> {
                if (!type.isEmpty()) {
                    put(all, key, type);
                }
            }
        }
        return all;
    }

    private static void put(Map<String, Object> all, String key, Object value) {
        if (!key.isEmpty() && !"".equals(value)) {
            all.put(key, value);
        }
    }

    /** {@code CONDIT TWOPARAM F 15 0 Conditioning Time(s) E(V)}. */
    private static void parameters(Map<String, Object> all, String[] fields, int count) {
        String key = fields[0].strip();
        if (fields.length > 2) {
            put(all, key, toggle(fields[2].strip()));
        }
        for (int i = 0; i < count; i++) {
            int label = 4 + count + i;
            if (3 + i < fields.length) {
                String name = label < fields.length ? fields[label].strip() : "value " + (i + 1);
                put(all, key + " " + name, number(fields[3 + i].strip()));
            }
        }
    }

    private static Object version(String value) {
        return value.replace(',', '.');
    }

    private static Object toggle(String value) {
        return switch (value) {
            case "T", "TRUE", "True" -> true;
            case "F", "FALSE", "False" -> false;
            default -> value;
        };
    }

    private static Object number(String value) {
        if (value.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        Numbers numbers = value.indexOf(',') >= 0 ? Numbers.comma() : Numbers.plain();
        OptionalDouble number = numbers.parse(value);
        return number.isPresent() && !Double.isNaN(number.getAsDouble())
                ? (Object) number.getAsDouble()
                : value;
    }
}
