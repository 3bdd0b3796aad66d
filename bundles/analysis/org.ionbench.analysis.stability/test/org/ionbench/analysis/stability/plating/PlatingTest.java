// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.plating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.Samples;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class PlatingTest implements AnalysisContract<PlatingSettings> {
    private static final double RATE = 1e-4;
    private static final double CONDUCTANCE = 200e-6;
    private static final double BACKGROUND = 0.02e-6;

    /**
     * Down from 2.6 to -0.1 V and back: plating I = g E from -0.02 V on, back until zero; stripping
     * of 93 % as a block of constant current from 0 to 0.2 V; a block of 1 uA from 1.0 to 0.5 V on
     * the way down, which is the electrolyte's.
     */
    private static Recording scan(double noise, double background) {
        double plated = CONDUCTANCE * (0.1 * 0.1 - 0.02 * 0.02 / 2) / RATE;
        double block = 0.93 * plated * RATE / 0.2;
        return new SimulatedScan(RATE, 2e-4, 2.6, -0.1, 2.6)
                .noise(noise, 4)
                .record(
                        (e, rising, b) -> {
                            double i = rising ? background : -background;
                            if (rising) {
                                return i + (e < 0 ? CONDUCTANCE * e : e <= 0.2 ? block : 0);
                            }
                            return i
                                    + (e < -0.02
                                            ? CONDUCTANCE * e
                                            : e > 0.5 && e < 1.0 ? -1e-6 : 0);
                        });
    }

    /** What the line g E gives below -0.02 V on the way down and below 0 on the way up. */
    private static double plated() {
        return CONDUCTANCE * ((0.1 * 0.1 - 0.02 * 0.02) / 2 + 0.1 * 0.1 / 2) / RATE;
    }

    private static Report run(Recording r, Map<String, String> settings) throws Exception {
        return SimulatedScan.run(
                new PlatingAnalysis(), Inputs.of(r, SimulatedScan.cell()), settings);
    }

    private static Quantity get(Report r, String name) {
        return SimulatedScan.quantity(r, name, "cycle", "1").orElseThrow();
    }

    @Override
    public Analysis<PlatingSettings> analysis() {
        return new PlatingAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(Inputs.of(scan(1e-9, BACKGROUND), SimulatedScan.cell()));
    }

    /** The scatter over noise is what the uncertainties say. */
    @Test
    void uncertainties() throws Exception {
        int n = 100;
        Map<String, double[]> found = new HashMap<>();
        Map<String, Double> told = new HashMap<>();
        for (int seed = 0; seed < n; seed++) {
            Recording r =
                    new SimulatedScan(RATE, 0.002, 2.6, -0.1, 2.6)
                            .noise(50e-9, seed)
                            .record(
                                    (e, rising, b) ->
                                            (rising ? BACKGROUND : -BACKGROUND)
                                                    + (e < 0 ? CONDUCTANCE * e : 0)
                                                    + (rising && e > 0 && e <= 0.2 ? 5e-6 : 0));
            for (Quantity q : run(r, Map.of()).quantities()) {
                found.computeIfAbsent(q.key(), k -> new double[n])[seed] = q.value();
                told.merge(q.key(), q.standardUncertainty() / n, Double::sum);
            }
        }
        for (String key :
                List.of(
                        "coulombic efficiency cycle 1",
                        "stripped charge cycle 1",
                        "charge before plating cycle 1",
                        "charge before plating beyond the background cycle 1")) {
            double u = Samples.standardDeviation(found.get(key));
            assertEquals(u, told.get(key), 0.25 * u, key);
        }
    }

    @Test
    void chargesAndEfficiency() throws Exception {
        Report r = run(scan(0, 0), Map.of());
        assertEquals(plated() * 1e3, get(r, "plated charge").value(), 1e-3 * plated() * 1e3);
        assertEquals(0.93, get(r, "coulombic efficiency").value(), 0.003);
        assertEquals(
                "stripping/plating same cycle",
                get(r, "coulombic efficiency").conditions().get("convention"));
        // 1 uA over 0.5 V at 100 uV/s
        assertEquals(5.0, get(r, "charge before plating").value(), 0.01);
        assertEquals(0.02, get(r, "nucleation overpotential").value(), 5e-4);
    }

    @Test
    void theBackgroundIsTakenOff() throws Exception {
        for (double noise : new double[] {0, 2e-9}) {
            Report r = run(scan(noise, BACKGROUND), Map.of());
            assertEquals(plated() * 1e3, get(r, "plated charge").value(), 0.003 * plated() * 1e3);
            assertEquals(0.93, get(r, "coulombic efficiency").value(), 0.005);
            // beside the 5 mC of the block 20 nA over 2.6 V at 100 uV/s
            assertEquals(5.0 + 0.52, get(r, "charge before plating").value(), 0.01);
            Quantity beyond =
                    r.quantity("charge before plating beyond the background cycle 1").orElseThrow();
            assertEquals(5.0, beyond.value(), 0.02);
        }
        Report kept = run(scan(0, BACKGROUND), Map.of("background", "false"));
        assertTrue(
                get(kept, "stripped charge").value()
                        > get(run(scan(0, BACKGROUND), Map.of()), "stripped charge").value() + 0.1);
    }

    @Test
    void nothingPlatedIsSaid() {
        Recording r = new SimulatedScan(RATE, 2e-3, 2.6, 0.5, 2.6).record((e, up, b) -> -1e-8);
        String message = assertThrows(AnalysisException.class, () -> run(r, Map.of())).getMessage();
        assertTrue(message.startsWith("Nothing was plated"), message);
    }
}
