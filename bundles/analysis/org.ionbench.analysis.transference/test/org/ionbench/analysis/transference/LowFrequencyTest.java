// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import static org.ionbench.analysis.transference.SimulatedPolarisation.codes;
import static org.ionbench.analysis.transference.SimulatedPolarisation.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.transference.reversible.LowFrequencyAnalysis;
import org.ionbench.analysis.transference.reversible.LowFrequencySettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class LowFrequencyTest implements AnalysisContract<LowFrequencySettings> {

    @Override
    public Analysis<LowFrequencySettings> analysis() {
        return new LowFrequencyAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(inputs("Ws1", 147, 1486, 1000));
    }

    private static Inputs inputs(String element, double bulk, double diffusion, double tau) {
        return new Inputs(
                List.of(),
                List.of(SimulatedPolarisation.diffusionFit(element, bulk, diffusion, tau)),
                Optional.empty());
    }

    private static Report report(Inputs inputs) throws Exception {
        return run(new LowFrequencyAnalysis(), inputs, Map.of());
    }

    private static Quantity number(Report report) {
        return report.quantity("cation transference number").orElseThrow();
    }

    /**
     * 1 M LiPF6 in EC:DMC, Metrohm application note: 0.09 at -10 degC with 147 ohm, 0.49 at 50 degC
     * with 50 ohm.
     */
    @Test
    void published() throws Exception {
        Report cold = report(inputs("Ws1", 147, 1486, 1000));
        assertEquals(0.09, number(cold).value(), 0.005);
        assertEquals("low-frequency impedance", number(cold).conditions().get("method"));
        assertEquals(0.49, number(report(inputs("Ws1", 50, 52, 1000))).value(), 0.005);
        // 1 ohm of 147 and 10 of 1486, uncorrelated
        double u = Math.hypot(1486., 147 * 10.) / (147 + 1486) / (147 + 1486);
        assertEquals(u, number(cold).standardUncertainty(), 1e-9);
    }

    @Test
    void whatIsSaid() throws Exception {
        assertTrue(codes(report(inputs("Ws1", 50, 52, 1e6))).contains("transference.frequency"));
        assertTrue(codes(report(inputs("Wo1", 50, 52, 100))).contains("transference.open"));
        var e = assertThrows(AnalysisException.class, () -> report(inputs("G1", 50, 52, 100)));
        assertTrue(e.getMessage().contains("no resistance of diffusion"), e.getMessage());
    }
}
