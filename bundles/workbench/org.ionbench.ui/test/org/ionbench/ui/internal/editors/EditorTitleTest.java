// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Outline.CellItem;
import org.ionbench.engine.session.Outline.RecordingItem;
import org.ionbench.engine.session.Outline.RunItem;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class EditorTitleTest {
    private static final List<CellItem> CELLS =
            List.of(
                    new CellItem("c1", "composite", Optional.empty()),
                    new CellItem("c2", "pristine", Optional.empty()));

    private static RecordingItem recording(String id, double kelvin) {
        return new RecordingItem(
                id,
                "Potentiostatic EIS",
                "eis",
                Optional.of("c1"),
                Optional.of(kelvin),
                "raw/x",
                "",
                false);
    }

    private static RunItem run(
            String id, String label, List<String> recordings, List<String> upstream) {
        return new RunItem(id, label, "fit", Optional.of("c1"), recordings, upstream);
    }

    private static Outline outline(List<CellItem> cells) {
        return new Outline(
                "project",
                List.of(),
                cells,
                List.of(recording("r30", 303.15), recording("r40", 313.15)),
                List.of(
                        run("sigma", "Conductivity, Potentiostatic EIS", List.of(), List.of("fit")),
                        run("fit", "Circuit fit, Potentiostatic EIS", List.of("r40"), List.of()),
                        run("fit30", "My fit", List.of("r30"), List.of()),
                        run(
                                "ea",
                                "Activation energy, composite",
                                List.of(),
                                List.of("fit", "fit30"))));
    }

    @Test
    void recordingsOfASeriesAreToldApart() {
        assertEquals(
                "Potentiostatic EIS, composite, 30\u2009\u00b0C",
                EditorTitle.of(outline(CELLS), "r30", "Potentiostatic EIS"));
    }

    @Test
    void aRunHasTheTemperatureOfWhatItRestsOn() {
        assertEquals(
                "Circuit fit, composite, 40\u2009\u00b0C",
                EditorTitle.of(outline(CELLS), "fit", "Circuit fit, Potentiostatic EIS"));
        assertEquals(
                "Conductivity, composite, 40\u2009\u00b0C",
                EditorTitle.of(outline(CELLS), "sigma", "Conductivity, Potentiostatic EIS"));
    }

    @Test
    void aNameOfOnesOwnStays() {
        assertEquals(
                "My fit, composite, 30\u2009\u00b0C",
                EditorTitle.of(outline(CELLS), "fit30", "My fit"));
        assertEquals(
                "Activation energy, composite",
                EditorTitle.of(outline(CELLS), "ea", "Activation energy, composite"));
    }

    @Test
    void theOnlyCellGoesWithoutSaying() {
        assertEquals(
                "Circuit fit, 40\u2009\u00b0C",
                EditorTitle.of(
                        outline(CELLS.subList(0, 1)), "fit", "Circuit fit, Potentiostatic EIS"));
    }
}
