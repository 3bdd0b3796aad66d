// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.FormatException;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a circuit as they may be named: {@code R1} is {@code R1.R}, for an R has no
 * other.
 */
final class ParameterNames {
    private final String code;
    private final List<String> all;

    /** Whether a name is followed by {@code =VALUE}. */
    enum Value {
        NEEDED,
        ALLOWED,
        NONE
    }

    private ParameterNames(String code, List<String> all) {
        this.code = code;
        this.all = all;
    }

    /**
     * Of a circuit.
     *
     * @throws FormatException if its code cannot be read
     */
    static ParameterNames of(String code, Elements elements) throws FormatException {
        return new ParameterNames(
                code,
                CircuitCode.parse(code, elements).parameters().stream()
                        .map(p -> p.name())
                        .toList());
    }

    /**
     * Full names, with values or without, parted by commas.
     *
     * @throws IllegalArgumentException with a sentence if the circuit has none of a name, or a
     *     value is none
     */
    List<String> full(String option, List<String> texts, Value value) {
        List<String> full = new ArrayList<>();
        for (String text : texts) {
            for (String part : text.split(",")) {
                int equals = part.indexOf('=');
                String name = (equals < 0 ? part : part.substring(0, equals)).strip();
                String number = equals < 0 ? "" : part.substring(equals + 1).strip();
                if (equals < 0 ? value == Value.NEEDED : value == Value.NONE || !isNumber(number)) {
                    throw new IllegalArgumentException(
                            option + " takes " + form(value) + ", not \"" + part.strip() + "\"");
                }
                full.add(full(name) + (equals < 0 ? "" : "=" + number));
            }
        }
        return full;
    }

    private static String form(Value value) {
        return switch (value) {
            case NEEDED -> "NAME=VALUE with a number";
            case ALLOWED -> "NAME, or NAME=VALUE with a number";
            case NONE -> "NAME alone";
        };
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private String full(String name) {
        if (all.contains(name)) {
            return name;
        }
        List<String> of = all.stream().filter(p -> p.startsWith(name + ".")).toList();
        if (of.size() == 1) {
            return of.getFirst();
        }
        throw new IllegalArgumentException(
                (of.isEmpty()
                                ? code + " has no parameter " + name + "; it has "
                                : name + " of " + code + " has several parameters: ")
                        + String.join(", ", of.isEmpty() ? all : of));
    }
}
