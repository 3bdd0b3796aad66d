// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Change;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One cell with what was measured on it and found of it.
 *
 * @param cell the cell
 * @param recordings of it
 * @param reports about it
 */
record Subject(Cell cell, List<Recording> recordings, List<Inputs.Upstream> reports) {

    /** The cells of a project. */
    static List<Subject> of(Inputs inputs) {
        List<Subject> subjects = new ArrayList<>();
        for (Cell cell : inputs.cells()) {
            subjects.add(
                    new Subject(
                            cell,
                            inputs.of(cell),
                            inputs.upstream().stream()
                                    .filter(
                                            u ->
                                                    u.cell()
                                                            .filter(c -> c.id().equals(cell.id()))
                                                            .isPresent())
                                    .toList()));
        }
        return subjects;
    }

    String name() {
        return cell.name();
    }

    /** A property by any of its names, in whatever case it was written. */
    Optional<Quantity> quantity(String... names) {
        for (String name : names) {
            for (Map.Entry<String, Quantity> e : cell.quantities().entrySet()) {
                if (e.getKey().equalsIgnoreCase(name)) {
                    return Optional.of(e.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** All properties of a dimension, by their names in lower case. */
    List<Map.Entry<String, Quantity>> of(Dimension dimension) {
        return cell.quantities().entrySet().stream()
                .filter(e -> e.getValue().unit().dimension() == dimension)
                .toList();
    }

    Optional<String> text(String name) {
        return cell.texts().entrySet().stream()
                .filter(e -> e.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A problem of this cell, which stands at its place. */
    Problem problem(Problem problem) {
        return problem.at(cell.name());
    }

    /** A change of this cell. */
    Change change(String key, String text) {
        return new Change(cell.id(), cell.name(), key, text);
    }
}
