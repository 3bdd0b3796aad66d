// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import org.ionbench.api.quantity.NumberText;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns records of settings into text pairs and back. */
public final class Settings {

    private Settings() {}

    /**
     * The settings of a record type, in order.
     *
     * @throws IllegalStateException if a component carries no {@link Setting}
     */
    public static List<SettingSpec> describe(Class<? extends Record> type) {
        List<SettingSpec> specs = new ArrayList<>();
        for (RecordComponent c : type.getRecordComponents()) {
            Setting s = c.getAnnotation(Setting.class);
            if (s == null) {
                throw new IllegalStateException(
                        type.getName() + "." + c.getName() + " carries no @Setting");
            }
            specs.add(
                    new SettingSpec(
                            c.getName(),
                            s.label(),
                            c.getType(),
                            s.unit(),
                            s.help(),
                            s.min(),
                            s.max(),
                            s.value(),
                            choices(c.getType()),
                            s.editor(),
                            s.axis()));
        }
        return specs;
    }

    /** All defaults. */
    public static <S extends Record> S defaults(Class<S> type) {
        return read(type, Map.of());
    }

    /**
     * Makes settings from text; what is missing takes its default, unknown keys are passed over
     * (the caller keeps and reports them).
     *
     * @throws IllegalArgumentException with a sentence if a text cannot be read or is out of range
     */
    public static <S extends Record> S read(Class<S> type, Map<String, String> text) {
        List<SettingSpec> specs = describe(type);
        Object[] values = new Object[specs.size()];
        Class<?>[] types = new Class<?>[specs.size()];
        for (int i = 0; i < values.length; i++) {
            SettingSpec spec = specs.get(i);
            types[i] = spec.type();
            values[i] = value(spec, text.getOrDefault(spec.key(), spec.value()));
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw wrong;
            }
            throw new IllegalStateException(type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** All settings as text, defaults too. */
    public static Map<String, String> write(Record settings) {
        Map<String, String> text = new LinkedHashMap<>();
        for (RecordComponent c : settings.getClass().getRecordComponents()) {
            try {
                var accessor = c.getAccessor();
                accessor.trySetAccessible();
                Object value = accessor.invoke(settings);
                text.put(c.getName(), value instanceof Enum<?> e ? word(e) : String.valueOf(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(c.getName(), e);
            }
        }
        return text;
    }

    private static List<String> choices(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(e -> word((Enum<?>) e)).toList()
                : List.of();
    }

    /** {@code OPEN_SHORT -> open-short}. */
    private static String word(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object value(SettingSpec spec, String text) {
        Class<?> type = spec.type();
        try {
            if (type == double.class) {
                return inRange(spec, Double.parseDouble(text));
            }
            if (type == int.class) {
                return (int) inRange(spec, Integer.parseInt(text.strip()));
            }
            if (type == boolean.class) {
                return switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "1" -> true;
                    case "false", "no", "0" -> false;
                    default -> throw wrong(spec, text, "yes or no");
                };
            }
            if (type == String.class) {
                return text;
            }
            if (type == Window.class) {
                return window(spec, text);
            }
            if (type == Mask.class) {
                return Mask.parse(text);
            }
            if (type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    if (word((Enum<?>) constant).equalsIgnoreCase(text.strip())) {
                        return constant;
                    }
                }
                throw wrong(spec, text, "one of " + String.join(", ", spec.choices()));
            }
        } catch (NumberFormatException e) {
            throw wrong(spec, text, type == int.class ? "a whole number" : "a number");
        }
        throw new IllegalStateException(
                spec.key() + ": settings of " + type + " are not supported");
    }

    private static double inRange(SettingSpec spec, double x) {
        if (!(spec.min() <= x && x <= spec.max())) {
            String wanted =
                    spec.max() == Double.POSITIVE_INFINITY
                            ? "a number of at least " + NumberText.of(spec.min())
                            : spec.min() == Double.NEGATIVE_INFINITY
                                    ? "a number of at most " + NumberText.of(spec.max())
                                    : "a number from "
                                            + NumberText.of(spec.min())
                                            + " to "
                                            + NumberText.of(spec.max());
            throw wrong(spec, NumberText.of(x), wanted);
        }
        return x;
    }

    private static Window window(SettingSpec spec, String text) {
        try {
            return Window.parse(text);
        } catch (IllegalArgumentException e) {
            IllegalArgumentException wrong =
                    wrong(spec, text, "LOW:HIGH with the lower number first, or one side of it");
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static IllegalArgumentException wrong(SettingSpec spec, String text, String wanted) {
        return new IllegalArgumentException(
                "setting " + spec.key() + " takes " + wanted + ", not \"" + text + "\"");
    }
}
