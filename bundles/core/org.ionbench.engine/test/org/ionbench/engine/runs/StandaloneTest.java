// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Unit;
import org.ionbench.engine.catalog.Catalog;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Analyses of files without a project. */
class StandaloneTest {
    private final Catalog catalog = Lab.impedance(new Lab.Counts()).build();
    private final List<Recording> spectra =
            List.of(
                    Lab.spectrum("a", 30),
                    Lab.spectrum("b", 50),
                    Lab.spectrum("c", 70),
                    Lab.spectrum("d", 90));

    private List<RunResult> run(String id, Optional<Cell> cell, Map<String, String> settings)
            throws AnalysisException {
        return Standalone.run(catalog, id, spectra, cell, settings, Progress.NONE);
    }

    @Test
    void eachSpectrumIsFitted() throws AnalysisException {
        List<RunResult> results = run(Lab.FIT, Optional.empty(), Lab.CIRCUIT);
        assertEquals(4, results.size());
        assertEquals("a", results.getFirst().label());
        assertEquals("R0-p(R1,C1)-CPE1", results.getFirst().settings().get("circuit"));
        double r =
                results.getFirst()
                        .report()
                        .orElseThrow()
                        .fits()
                        .getFirst()
                        .parameter("R1.R")
                        .orElseThrow()
                        .value();
        assertEquals(0.032 / (Lab.sigma(303.15) * Math.PI / 4), r, 0.01 * r);
    }

    @Test
    void aConductivityNeedsACell() throws AnalysisException {
        for (RunResult result : run(Lab.CONDUCTIVITY, Optional.empty(), Lab.CIRCUIT)) {
            assertEquals(RunState.FAILED, result.state());
            assertTrue(result.why().orElseThrow().contains("cell"), result.why().orElseThrow());
        }
        RunResult line = run(Lab.ARRHENIUS, Optional.empty(), Lab.CIRCUIT).getFirst();
        assertTrue(line.why().orElseThrow().contains("cell"), line.why().orElseThrow());
    }

    @Test
    void withACellAllOfItIsMade() throws AnalysisException {
        Cell cell =
                Cell.of("c", "pellet", Sample.named("s"))
                        .with(Cell.THICKNESS, 0.32, 0.01, Unit.of("mm"))
                        .with(Cell.DIAMETER, 10, 0, Unit.of("mm"));
        List<RunResult> results = run(Lab.ARRHENIUS, Optional.of(cell), Lab.CIRCUIT);
        assertEquals(1, results.size());
        assertEquals(4, results.getFirst().inputs().size());
        assertEquals(
                Lab.ENERGY,
                results.getFirst().report().orElseThrow().quantities().getFirst().value(),
                0.003);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThrows(AnalysisException.class, () -> run("none", Optional.empty(), Map.of()));
        assertThrows(
                AnalysisException.class, () -> run(Lab.FIT, Optional.empty(), Map.of("x", "1")));
        assertThrows(
                AnalysisException.class,
                () ->
                        Standalone.run(
                                catalog,
                                Lab.FIT,
                                List.of(),
                                Optional.empty(),
                                Map.of(),
                                Progress.NONE));
    }
}
