// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.FormatException;

import java.util.ArrayList;
import java.util.List;

/** Completes names of parameters: {@code R1} is {@code R1.R}, for an R has no other. */
final class ParameterNames {
    private final List<String> all;

    private ParameterNames(List<String> all) {
        this.all = all;
    }

    /** Of a circuit; completes nothing where its code cannot be read, which the fit will say. */
    static ParameterNames of(String code, Elements elements) {
        try {
            Circuit circuit = CircuitCode.parse(code, elements);
            return new ParameterNames(circuit.parameters().stream().map(p -> p.name()).toList());
        } catch (FormatException e) {
            return new ParameterNames(List.of());
        }
    }

    /** Names, with or without values, parted by commas. */
    List<String> full(List<String> texts) {
        List<String> full = new ArrayList<>();
        for (String text : texts) {
            for (String part : text.split(",")) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                full.add(full(name.strip()) + (equals < 0 ? "" : part.substring(equals)));
            }
        }
        return full;
    }

    private String full(String name) {
        List<String> of = all.stream().filter(p -> p.startsWith(name + ".")).toList();
        return of.size() == 1 ? of.getFirst() : name;
    }
}
