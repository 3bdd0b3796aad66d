// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.Samples;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class CapacitanceTest implements AnalysisContract<CapacitanceSettings> {
    /** 2 mF and 1 uA of a reaction, whatever the rate. */
    private static Inputs boxes() {
        List<Recording> all = new ArrayList<>();
        for (double v : new double[] {0.01, 0.02, 0.05, 0.1}) {
            all.add(
                    new SimulatedScan(v, 0.002, 0, 0.5, 0)
                            .noise(1e-7, 1)
                            .record((e, up, b) -> (up ? 1 : -1) * 2e-3 * v + 1e-6));
        }
        return new Inputs(all, List.of(), Optional.of(SimulatedScan.cell()));
    }

    /** i = 3 v + 2 v^(1/2) on both branches. */
    private static Inputs mixed() {
        List<Recording> all = new ArrayList<>();
        for (double v : new double[] {0.25, 1, 4}) {
            all.add(
                    new SimulatedScan(v, 0.002, 0, 1, 0)
                            .record((e, up, b) -> (up ? 1 : -1) * (3 * v + 2 * Math.sqrt(v))));
        }
        return new Inputs(all, List.of(), Optional.empty());
    }

    @Override
    public Analysis<CapacitanceSettings> analysis() {
        return new CapacitanceAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(boxes());
    }

    @Test
    void areaFromTheDoubleLayer() throws Exception {
        Report r = SimulatedScan.run(new CapacitanceAnalysis(), boxes(), Map.of());
        assertEquals(2e-3, r.quantity("double-layer capacitance").orElseThrow().value(), 2e-5);
        // 2 mF over 40 uF/cm2
        assertEquals(50, r.quantity("electrochemically active area").orElseThrow().value(), 0.5);
        assertEquals(50 / 0.282743, r.quantity("roughness factor").orElseThrow().value(), 2);
    }

    @Test
    void capacitiveShare() throws Exception {
        Report r = SimulatedScan.run(new DunnAnalysis(), mixed(), Map.of());
        Map<Double, Double> shares = Map.of(0.25, 0.75 / 1.75, 1., 0.6, 4., 12 / 16.);
        for (Quantity q : r.quantities()) {
            double rate = NumberText.si(q.conditions().get("scan rate")).orElseThrow();
            double near =
                    shares.keySet().stream()
                            .min(Comparator.comparingDouble(v -> Math.abs(v - rate)))
                            .orElseThrow();
            assertEquals(shares.get(near), q.value(), 0.003);
        }
        assertEquals(3, r.quantities().size());
        assertFalse(SimulatedScan.codes(r).contains("stability.dunn.signs"));
    }

    /** i = 3 v + 2 v^(1/2) with noise at five rates: 60 % at 1 V/s. */
    @Test
    void shareWithItsUncertainty() throws Exception {
        int n = 60;
        double[] found = new double[n];
        double told = 0;
        int held = 0;
        for (int seed = 0; seed < n; seed++) {
            List<Recording> all = new ArrayList<>();
            for (double v : new double[] {0.2, 0.5, 1, 2, 5}) {
                double off = 0.02 * new Random(31 * seed + Math.round(10 * v)).nextGaussian();
                all.add(
                        new SimulatedScan(v, 0.01, 0, 1, 0)
                                .record(
                                        (e, up, b) ->
                                                (up ? 1 : -1)
                                                        * (1 + off)
                                                        * (3 * v + 2 * Math.sqrt(v))));
            }
            Report r =
                    SimulatedScan.run(
                            new DunnAnalysis(),
                            new Inputs(all, List.of(), Optional.empty()),
                            Map.of());
            Quantity q =
                    SimulatedScan.quantity(r, "capacitive share", "scan rate", "1.000 V/s")
                            .orElseThrow();
            found[seed] = q.value();
            told += q.standardUncertainty() / n;
            var i = q.interval95().orElseThrow();
            held += i.low() <= 0.6 && 0.6 <= i.high() ? 1 : 0;
        }
        double u = Samples.standardDeviation(found);
        assertEquals(u, told, 0.5 * u);
        assertTrue(held >= 0.85 * n, held + " of " + n);
    }

    @Test
    void noShareWhereTheCurrentsDoNotFollow() {
        List<Recording> all = new ArrayList<>();
        for (double v : new double[] {0.25, 1, 4}) {
            all.add(
                    new SimulatedScan(v, 0.002, 0, 1, 0)
                            .record((e, up, b) -> (up ? 1 : -1) * (1 + 0.01 * v)));
        }
        Inputs inputs = new Inputs(all, List.of(), Optional.empty());
        assertTrue(
                assertThrows(
                                AnalysisException.class,
                                () -> SimulatedScan.run(new DunnAnalysis(), inputs, Map.of()))
                        .getMessage()
                        .contains("opposite signs"));
    }

    @Test
    void sharesOfOnePotential() {
        Shares s =
                Shares.of(
                        new double[] {0.2, 1, 5},
                        new double[] {0.6 + 2 * Math.sqrt(0.2), 5, 15 + 2 * Math.sqrt(5)});
        assertEquals(3, s.k1(), 1e-12);
        assertEquals(2, s.k2(), 1e-12);
        assertEquals(0.6, s.capacitive(1) / s.whole(1), 1e-12);
        assertTrue(s.isSensible());
        assertFalse(new Shares(-1, 2).isSensible());
    }
}
