// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.export;

import org.ionbench.instruments.neware.internal.export.ExportColumn.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The headings of an exported table: one line of them, or one line for each layer (cycles, steps,
 * points), each of which begins one field further right, as their rows do.
 *
 * @param line the index of the first line of headings
 * @param layers the columns of each layer, one for each field, empty ones too; the last are those
 *     of the points
 */
public record ExportLayout(int line, List<List<ExportColumn>> layers) {
    private static final int LAST_LINE = 20;
    private static final int MOST = 500;

    /** Looks for headings in the first lines of a file. */
    public static Optional<ExportLayout> of(List<List<String>> lines) {
        for (int i = 0; i < Math.min(LAST_LINE, lines.size()); i++) {
            List<List<ExportColumn>> layers = new ArrayList<>();
            while (i + layers.size() < lines.size()
                    && layers.size() < 3
                    && begins(lines.get(i + layers.size()), layers.size())) {
                layers.add(columns(lines.get(i + layers.size())));
            }
            if (!layers.isEmpty() && hasPoints(layers.getLast())) {
                return Optional.of(new ExportLayout(i, layers));
            }
        }
        return Optional.empty();
    }

    /** Whether a line is the headings of a layer: so many empty fields, then what counts it. */
    private static boolean begins(List<String> line, int layer) {
        if (line.size() <= layer + 1 || line.size() > MOST) {
            return false;
        }
        if (line.subList(0, layer).stream().anyMatch(field -> !field.isBlank())) {
            return false;
        }
        Role role = ExportColumn.of(line.get(layer)).role();
        return layer == 0 ? role != Role.OTHER : role == Role.STEP || role == Role.INDEX;
    }

    private static List<ExportColumn> columns(List<String> headings) {
        return headings.stream().map(ExportColumn::of).toList();
    }

    private static boolean hasPoints(List<ExportColumn> columns) {
        Set<Role> roles = columns.stream().map(ExportColumn::role).collect(Collectors.toSet());
        return roles.contains(Role.VOLTAGE)
                && roles.contains(Role.CURRENT)
                && (roles.contains(Role.INDEX)
                        || roles.contains(Role.STEP)
                        || roles.contains(Role.CYCLE));
    }

    /** The columns of the points. */
    public List<ExportColumn> points() {
        return layers.getLast();
    }

    public boolean isLayered() {
        return layers.size() > 1;
    }

    /** The index of the first line behind the headings. */
    public int firstRow() {
        return line + layers.size();
    }

    /** Whether another sheet goes on with the same columns. */
    public boolean isLike(ExportLayout other) {
        return names().equals(other.names());
    }

    private List<String> names() {
        return layers.stream().flatMap(List::stream).map(ExportColumn::name).toList();
    }

    /** The first rows of points among the lines the headings were found in. */
    public List<List<String>> sample(List<List<String>> lines) {
        int layer = layers.size() - 1;
        return lines.stream()
                .skip(firstRow())
                .filter(row -> row.size() > layer)
                .filter(row -> row.subList(0, layer).stream().allMatch(String::isBlank))
                .filter(row -> !row.get(layer).isBlank())
                .toList();
    }

    /** How many lines of headings there are. */
    public int lines() {
        return layers.size();
    }

    /**
     * Whether nobody but Neware names columns so: in layers, by {@code DataPoint}, {@code Chg.
     * Cap.} or {@code Cycle ID} with {@code Record ID}, or in Chinese.
     */
    public boolean isVendors() {
        if (isLayered()) {
            return true;
        }
        boolean chinese =
                has(n -> n.startsWith("\u5faa\u73af")) && has(n -> n.startsWith("\u5de5\u6b65"));
        return has("DataPoint"::equals)
                || has(n -> n.startsWith("Chg. Cap.") || n.startsWith("DChg. Cap."))
                || has("Cycle ID"::equals) && has("Step ID"::equals) && has("Record ID"::equals)
                || has("Cycle Index"::equals) && has("Step Type"::equals)
                || has("Record Index"::equals) && has("JumpTo"::equals)
                || chinese;
    }

    private boolean has(Predicate<String> name) {
        return points().stream().map(ExportColumn::name).anyMatch(name);
    }
}
