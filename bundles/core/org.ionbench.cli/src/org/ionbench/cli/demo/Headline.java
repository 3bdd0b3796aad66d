// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.demo;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.cli.results.PrintedUnits;
import org.ionbench.engine.runs.RunResult;

import java.util.List;
import java.util.Map;

/**
 * A result that belongs into the table of results of the example project.
 *
 * @param cell the name of its cell
 * @param quantity its name
 * @param conditions it must have, as texts
 */
record Headline(String cell, String quantity, Map<String, String> conditions) {
    private static final Map<String, String> OXIDE = Map.of("material", "ZrO2");

    /** In the order of the workflow. */
    static final List<Headline> ALL =
            List.of(
                    new Headline("composite", "mass fraction", OXIDE),
                    new Headline("composite", "pore filling", OXIDE),
                    new Headline("composite-50vol", "mass fraction", OXIDE),
                    new Headline("composite-50vol", "pore filling", OXIDE),
                    new Headline("composite-75vol", "mass fraction", OXIDE),
                    new Headline("composite-75vol", "pore filling", OXIDE),
                    of("composite", "relative density"),
                    of("t-ion", "ionic transference number"),
                    of("t-ion", "electronic transference number upper bound"),
                    of("t-lithium", "cation transference number"),
                    new Headline("anodic", "onset potential", Map.of("method", "regression")),
                    new Headline(
                            "anodic",
                            "onset potential",
                            Map.of("method", "threshold", "current density", "0.05")),
                    of("anodic", "stability window"),
                    new Headline("anodic", "resistance change", Map.of("arc", "p(R1,CPE1)")),
                    new Headline("cathodic", "coulombic efficiency", Map.of("cycle", "1")),
                    new Headline("TiS2-60C", "discharge capacity", Map.of("cycle", "1")),
                    new Headline("TiS2-60C", "capacity retention", Map.of("cycle", "151")),
                    new Headline("TiS2-60C", "capacity fade per cycle", Map.of("rate", "C/10")),
                    of("TiS2-60C", "mean coulombic efficiency"),
                    new Headline("TiS2-50C", "discharge capacity", Map.of("cycle", "1")),
                    new Headline("TiS2-40C", "discharge capacity", Map.of("cycle", "1")),
                    new Headline(
                            "LFP-60C", "areal capacity", Map.of("basis", "theoretical capacity")));

    private static Headline of(String cell, String quantity) {
        return new Headline(cell, quantity, Map.of());
    }

    /** The runs on its cell. */
    List<RunResult> runs(List<RunResult> results) {
        return results.stream().filter(r -> r.cell().equals(cell)).toList();
    }

    /** All quantities of a run that it names. */
    List<Quantity> in(RunResult run) {
        return run.report().map(Report::quantities).orElse(List.of()).stream()
                .filter(q -> q.name().equals(quantity))
                .filter(q -> q.conditions().entrySet().containsAll(conditions.entrySet()))
                .map(PrintedUnits::of)
                .toList();
    }
}
