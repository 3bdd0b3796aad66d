// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.figures;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a figure shows, as a project keeps it. Immutable.
 *
 * <p>With the plot {@value #TABLE} it is a table with a line for each run. A figure lays plots of
 * the same id, out of the reports of its runs, over each other; with several ids it has a panel for
 * each. With the plot {@value #QUANTITY} it draws a quantity of the runs over a property of their
 * samples or cells, or over a condition. Options, all texts:
 *
 * <table>
 * <caption>Options</caption>
 * <tr><td>{@code caption}</td><td>a sentence below it</td></tr>
 * <tr><td>{@code labels}</td><td>names of the runs in the legend, {@code before; after}; otherwise
 *     their samples, cells or labels, whatever tells them apart</td></tr>
 * <tr><td>{@code series}</td><td>only series whose name holds one of these words, {@code cycle 1;
 *     cycle 50}</td></tr>
 * <tr><td>{@code window}</td><td>what is seen, {@code 0:600, 0:400}: low and high of x, of y</td></tr>
 * <tr><td>{@code inset}</td><td>the same, for a smaller plot inside</td></tr>
 * <tr><td>{@code right}</td><td>the id of a plot over the same abscissa, drawn into the panel
 *     of that abscissa with an axis on the right</td></tr>
 * <tr><td>{@code quantities}</td><td>names of results to list below it, besides those that were
 *     published</td></tr>
 * <tr><td>{@code graded}</td><td>{@code yes} for colours from dark to light</td></tr>
 * <tr><td>{@code x}, {@code y}</td><td>of {@value #QUANTITY}: a property, {@code milling time}; a
 *     quantity, {@code conductivity}</td></tr>
 * <tr><td>{@code at}</td><td>of {@value #QUANTITY}: conditions of the quantity, {@code temperature =
 *     333.15}</td></tr>
 * <tr><td>{@code columns}</td><td>of {@value #TABLE}: keys of quantities and their units, {@code mass
 *     fraction of ZrO2 / %; pore filling / %}</td></tr>
 * </table>
 *
 * @param name what it is called
 * @param plots ids of plots, or {@value #QUANTITY}
 * @param runs ids of runs, in the order of the legend
 * @param options by key
 */
public record FigureSpec(
        String name, List<String> plots, List<String> runs, Map<String, String> options) {
    /** No plot but a table of quantities. */
    public static final String TABLE = "table";

    /** The plot of a quantity over a property. */
    public static final String QUANTITY = "quantity";

    private static final String SEPARATOR = ";";

    public FigureSpec {
        plots = List.copyOf(plots);
        runs = List.copyOf(runs);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A figure without options. */
    public static FigureSpec of(String name, List<String> plots, List<String> runs) {
        return new FigureSpec(name, plots, runs, Map.of());
    }

    /** With another option. */
    public FigureSpec with(String key, String value) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.put(key, value);
        return new FigureSpec(name, plots, runs, all);
    }

    /** An option that is set. */
    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key)).filter(v -> !v.isBlank());
    }

    /** The parts of an option; none where it is not set. */
    List<String> parts(String key) {
        return option(key).stream()
                .flatMap(v -> Arrays.stream(v.split(SEPARATOR)))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
    }

    /** Ids of plots as the project keeps them. */
    static List<String> plots(String text) {
        return Arrays.stream(text.split(SEPARATOR)).map(String::strip).toList();
    }

    String plotText() {
        return String.join(SEPARATOR + " ", plots);
    }
}
