// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.engine.output.Printed;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.RunState;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.Optional;
import java.util.stream.Collectors;

/** One quantity of one run. */
record ResultRow(OpenProject project, RunResult run, Quantity quantity) {
    private static final String TEMPERATURE = "temperature";

    /** The temperature it holds for, in K. */
    Optional<Double> kelvin() {
        try {
            return Optional.ofNullable(quantity.conditions().get(TEMPERATURE))
                    .map(Double::parseDouble);
        } catch (NumberFormatException e) {
            // A range of temperatures is shown with the other conditions.
            return Optional.empty();
        }
    }

    String temperature() {
        return kelvin().map(Printed.TYPESET::celsius).orElse("");
    }

    String name() {
        return quantity.symbol().isEmpty() || quantity.symbol().equals(quantity.name())
                ? quantity.name()
                : quantity.name() + "  " + Printed.TYPESET.symbol(quantity.symbol());
    }

    String value() {
        return Printed.TYPESET.plusMinus(quantity);
    }

    /** What else it holds for. */
    String conditions() {
        return quantity.conditions().entrySet().stream()
                .filter(c -> kelvin().isEmpty() || !c.getKey().equals(TEMPERATURE))
                .map(c -> c.getKey() + " " + c.getValue())
                .collect(Collectors.joining(", "));
    }

    boolean isCurrent() {
        return run.state() == RunState.CURRENT;
    }

    /** For other programs: full precision, one field each. */
    String tabbed() {
        return String.join(
                "\t",
                run.sample(),
                run.cell(),
                kelvin().map(k -> Double.toString(k)).orElse(""),
                quantity.name(),
                Double.toString(quantity.value()),
                Double.toString(quantity.standardUncertainty()),
                quantity.unit().symbol(),
                quantity.origin().id(),
                conditions(),
                run.label());
    }

    static String tabbedHeader() {
        return "sample\tcell\ttemperature / K\tquantity\tvalue\tstandard uncertainty\tunit"
                + "\torigin\tconditions\trun";
    }
}
