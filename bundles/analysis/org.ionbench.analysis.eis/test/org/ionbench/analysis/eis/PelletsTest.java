// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ionbench.analysis.eis.conduction.ArrheniusAnalysis;
import org.ionbench.analysis.eis.conduction.ConductivityAnalysis;
import org.ionbench.analysis.eis.pellets.PelletsAnalysis;
import org.ionbench.analysis.eis.pellets.PelletsSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Inputs.Upstream;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PelletsTest implements AnalysisContract<PelletsSettings> {
    private static final double BOLTZMANN = 8.617333e-5;

    private static Report run(Analysis<?> analysis, List<Upstream> upstream)
            throws AnalysisException {
        return typed(analysis, upstream);
    }

    private static <S extends Record> Report typed(Analysis<S> analysis, List<Upstream> upstream)
            throws AnalysisException {
        return analysis.run(
                new Context(
                        "r",
                        new Inputs(List.of(), upstream, Optional.empty()),
                        Elements.of(List.of()),
                        Progress.NONE),
                Settings.read(analysis.settings(), Map.of()));
    }

    /** A pellet whose conductivities follow sigma T = A exp(-E/kT) exactly. */
    private static Upstream pellet(String name, String batch, double energy, double at30)
            throws AnalysisException {
        Sample sample = new Sample(batch, "salt", batch, Optional.empty(), List.of(), Map.of());
        List<Upstream> points = new ArrayList<>();
        for (double c = 30; c <= 60; c += 10) {
            double t = c + 273.15;
            double sigma = at30 * 303.15 / t * Math.exp(-energy / BOLTZMANN * (1 / t - 1 / 303.15));
            Report point =
                    Report.builder()
                            .quantity(
                                    Quantity.of("conductivity", "s", sigma, Unit.of("S/cm"))
                                            .withCondition("temperature", t))
                            .build();
            points.add(new Upstream(name + c, ConductivityAnalysis.ID, List.of(), point));
        }
        Report line = run(new ArrheniusAnalysis(), points);
        return new Upstream(
                name,
                ArrheniusAnalysis.ID,
                List.of(),
                line,
                Optional.of(Cell.of(name, name, sample)));
    }

    /** 0.41, 0.42, 0.43 eV: mean 0.42, deviation 0.01; 1, 2 and 4e-4 S/cm: geometric mean 2e-4. */
    @Test
    void threePellets() throws Exception {
        List<Upstream> pellets =
                List.of(
                        pellet("a", "B1", 0.41, 1e-4),
                        pellet("b", "B1", 0.42, 2e-4),
                        pellet("c", "B1", 0.43, 4e-4),
                        pellet("d", "B2", 0.5, 1e-6));
        Report report = run(new PelletsAnalysis(), pellets);
        Quantity energy = report.quantity("batch B1/activation energy sigma T").orElseThrow();
        assertEquals(0.42, energy.value(), 1e-6);
        assertEquals("3", energy.conditions().get("n"));
        String[] deviation = energy.conditions().get("standard deviation").split(" ");
        assertEquals(0.01, Double.parseDouble(deviation[0]), 1e-6);
        assertEquals("eV", deviation[1]);
        assertEquals(0.01 / Math.sqrt(3), energy.standardUncertainty(), 1e-6);
        // t(0.975, 2) = 4.3027
        assertEquals(
                4.3027 * 0.01 / Math.sqrt(3),
                energy.interval95().orElseThrow().high() - 0.42,
                1e-5);
        Quantity sigma = report.quantity("batch B1/conductivity at 30.00 degC").orElseThrow();
        assertEquals(2e-4, sigma.value(), 1e-9);
        assertEquals("S/cm", sigma.unit().symbol());
        deviation = sigma.conditions().get("standard deviation").split(" ");
        assertEquals(Math.log(2) * 2e-4, Double.parseDouble(deviation[0]), 1e-7);
        assertEquals("S/cm", deviation[1]);
        assertEquals(
                0,
                report.quantities().stream().filter(q -> q.key().startsWith("batch B2")).count());
    }

    @Test
    void oneOfEach() throws Exception {
        List<Upstream> pellets =
                List.of(pellet("a", "B1", 0.41, 1e-4), pellet("d", "B2", 0.5, 1e-6));
        assertThrows(AnalysisException.class, () -> run(new PelletsAnalysis(), pellets));
        assertEquals(PelletsSettings.By.BATCH, Settings.defaults(PelletsSettings.class).by());
    }

    @Override
    public Analysis<PelletsSettings> analysis() {
        return new PelletsAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        try {
            List<Upstream> pellets =
                    List.of(pellet("a", "B1", 0.41, 1e-4), pellet("b", "B1", 0.42, 2e-4));
            return List.of(new Inputs(List.of(), pellets, Optional.empty()));
        } catch (AnalysisException e) {
            throw new IllegalStateException(e);
        }
    }
}
