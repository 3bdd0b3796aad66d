// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Technique;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What actions measure, by the names VersaStudio and its elder brothers give them. The number in
 * the column {@code ActionId} is not documented; the numbers here are those seen in files together
 * with the action's name. The names are those of the menus of the software manual (Voltammetry,
 * Corrosion, Energy, Impedance); they are looked at first and by words, because versions spell them
 * differently.
 */
final class Techniques {
    /** {@code ActionId} to the name of the action. */
    private static final Map<Integer, String> NAMES =
            Map.of(
                    3, "Chronoamperometry",
                    14, "Cyclic Voltammetry",
                    21, "Potentiostatic EIS",
                    38, "Cyclic Voltammetry (Multiple Cycles)",
                    41, "Open Circuit");

    /** Words of an action's name, the first that fits decides. */
    private static final List<Map.Entry<String, Technique>> WORDS =
            List.of(
                    Map.entry("impedance", Technique.EIS),
                    Map.entry("mott-schottky", Technique.EIS),
                    Map.entry("open circuit", Technique.OCV),
                    Map.entry("square wave", Technique.SWV),
                    Map.entry("differential pulse", Technique.DPV),
                    Map.entry("normal pulse", Technique.OTHER),
                    Map.entry("cyclic voltammetry", Technique.CV),
                    Map.entry("cyclic voltammogram", Technique.CV),
                    Map.entry("cyclic polarization", Technique.CV),
                    Map.entry("linear scan", Technique.LSV),
                    Map.entry("linear sweep", Technique.LSV),
                    Map.entry("linear polarization", Technique.LSV),
                    Map.entry("split lpr", Technique.LSV),
                    Map.entry("tafel", Technique.LSV),
                    Map.entry("potentiodynamic", Technique.LSV),
                    Map.entry("galvanic corrosion", Technique.OTHER),
                    Map.entry("zero resistance", Technique.OTHER),
                    Map.entry("galvanodynamic", Technique.OTHER),
                    Map.entry("constant power", Technique.OTHER),
                    Map.entry("constant resistance", Technique.OTHER),
                    Map.entry("charge", Technique.CYCLING),
                    Map.entry("chronoamperometry", Technique.CA),
                    Map.entry("chronocoulometry", Technique.CA),
                    Map.entry("potential pulses", Technique.CA),
                    Map.entry("constant potential", Technique.CA),
                    Map.entry("constant voltage", Technique.CA),
                    Map.entry("potentiostatic", Technique.CA),
                    Map.entry("chronopotentiometry", Technique.CP),
                    Map.entry("galvanic pulses", Technique.CP),
                    Map.entry("constant current", Technique.CP),
                    Map.entry("galvanostatic", Technique.CP));

    private Techniques() {}

    /** The technique of an action's name; empty for actions that measure nothing we know. */
    static Optional<Technique> ofName(String actionName) {
        String name = actionName.toLowerCase(Locale.ROOT);
        if (name.endsWith(" eis") || name.contains("eis ") || name.equals("eis")) {
            return Optional.of(Technique.EIS);
        }
        return WORDS.stream()
                .filter(e -> name.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The technique of an {@code ActionId}. */
    static Optional<Technique> ofId(int actionId) {
        return nameOf(actionId).flatMap(Techniques::ofName);
    }

    /** The action's name of an {@code ActionId}. */
    static Optional<String> nameOf(int actionId) {
        return Optional.ofNullable(NAMES.get(actionId));
    }
}
