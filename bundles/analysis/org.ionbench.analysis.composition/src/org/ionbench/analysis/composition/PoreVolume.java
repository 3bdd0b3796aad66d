// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.composition;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pore volume of a porous component: {@code 0.246 cm3/g}, {@code 0.246 +- 0.005 cm3/g}, written
 * at the sample (or at the cell) as {@code pore volume ZrO2}, or as {@code pore volume} where the
 * analysis is told which component is porous.
 *
 * @param material the porous component
 * @param volume its pore volume for each mass
 */
record PoreVolume(String material, Quantity volume) {
    /** What the property is called. */
    static final String PROPERTY = "pore volume";

    private static final String NUMBER = "\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?";
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?<value>"
                            + NUMBER
                            + ")\\s*(?:(?:\\+-|\\+/-|\\u00b1)\\s*(?<error>"
                            + NUMBER
                            + ")\\s*)?(?<unit>\\S.*)");

    /**
     * Finds it; empty where the sample has none or where it cannot be told whose it is.
     *
     * @param wanted the name of the porous component, or {@code auto}
     * @param problems takes what stands in the way
     */
    static Optional<PoreVolume> of(Cell cell, String wanted, List<Problem> problems) {
        Map<String, Quantity> written = new LinkedHashMap<>();
        cell.quantities().forEach((key, q) -> put(written, key, Optional.of(q)));
        Sample sample = cell.sample();
        sample.fields()
                .forEach(
                        (key, text) -> {
                            if (owner(key).isPresent()) {
                                Optional<Quantity> q = quantity(sample, text);
                                if (q.isEmpty()) {
                                    problems.add(unreadable(text));
                                }
                                put(written, key, q);
                            }
                        });
        boolean auto = wanted.isBlank() || wanted.strip().equalsIgnoreCase("auto");
        for (Sample.Component c : sample.components()) {
            String material = c.material().toLowerCase(Locale.ROOT);
            Quantity own = written.get(material);
            if (auto) {
                if (own != null) {
                    return Optional.of(new PoreVolume(c.material(), own));
                }
            } else if (material.equals(wanted.strip().toLowerCase(Locale.ROOT))) {
                Optional<Quantity> v =
                        Optional.ofNullable(own).or(() -> Optional.ofNullable(written.get("")));
                if (v.isEmpty()) {
                    problems.add(
                            Problem.warning(
                                            "composition.pores.unknown",
                                            "The pore volume of "
                                                    + c.material()
                                                    + " is not known, so nothing can be said of"
                                                    + " its filling.")
                                    .mend("Set the sample's pore volume, such as 0.246 cm3/g."));
                }
                return v.map(q -> new PoreVolume(c.material(), q));
            }
        }
        if (!written.isEmpty() || !auto) {
            problems.add(
                    Problem.warning(
                                    "composition.pores.whose",
                                    auto
                                            ? "A pore volume is given, but not of which component."
                                            : "The composition has no component "
                                                    + wanted.strip()
                                                    + ".")
                            .mend(
                                    "Name the component in the property, as in \"pore volume"
                                            + " ZrO2\", or in the setting porous."));
        }
        return Optional.empty();
    }

    private static void put(Map<String, Quantity> written, String key, Optional<Quantity> q) {
        if (q.filter(v -> v.unit().dimension() == Dimension.SPECIFIC_VOLUME).isPresent()) {
            owner(key).ifPresent(o -> written.putIfAbsent(o, q.get()));
        }
    }

    /** The material a property names; an empty name where it names none. */
    private static Optional<String> owner(String key) {
        String k = key.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
        if (!k.startsWith(PROPERTY)) {
            return Optional.empty();
        }
        String rest = k.substring(PROPERTY.length()).strip();
        return Optional.of(rest.startsWith("of ") ? rest.substring(3).strip() : rest);
    }

    private static Optional<Quantity> quantity(Sample sample, String text) {
        Matcher m = TEXT.matcher(text.strip());
        Optional<Unit> unit =
                m.matches()
                        ? Unit.parse(m.group("unit"))
                                .filter(u -> u.dimension() == Dimension.SPECIFIC_VOLUME)
                        : Optional.empty();
        return unit.map(
                u ->
                        Quantity.of(PROPERTY, "V_p", Double.parseDouble(m.group("value")), u)
                                .withContribution(
                                        "sample:" + sample.id() + "/" + PROPERTY,
                                        m.group("error") == null
                                                ? 0
                                                : Double.parseDouble(m.group("error"))));
    }

    private static Problem unreadable(String text) {
        return Problem.warning(
                        "composition.pores.unreadable",
                        "The pore volume \"" + text + "\" is not a volume for each mass.")
                .mend("Write it as 0.246 cm3/g or 0.246 +- 0.005 cm3/g.");
    }
}
