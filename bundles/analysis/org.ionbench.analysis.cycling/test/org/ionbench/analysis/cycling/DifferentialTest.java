// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.cycling.differential.DifferentialAnalysis;
import org.ionbench.analysis.cycling.differential.DifferentialSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Points;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Two phase changes: Q(V) = sum of A / (1 + exp(-(V - V_0)/w)), whose dQ/dV has peaks of A/(4 w) at
 * V_0.
 */
class DifferentialTest implements AnalysisContract<DifferentialSettings> {
    private static final double[] PLACES = {3.45, 3.80};
    private static final double[] AMOUNTS = {1.0, 0.6};
    private static final double WIDTH = 0.02;

    private static double charge(double volts) {
        double q = 0.3 * (volts - 3);
        for (int k = 0; k < PLACES.length; k++) {
            q += AMOUNTS[k] / (1 + Math.exp(-(volts - PLACES[k]) / WIDTH));
        }
        return q;
    }

    /** Charged at 1 mA with a noise of 0.3 mV, then discharged along the same way. */
    static Recording recording(double noise) {
        Random random = new Random(8);
        int n = 4000;
        double[] t = new double[2 * n];
        double[] i = new double[2 * n];
        double[] v = new double[2 * n];
        double whole = charge(4.0) - charge(3.1);
        for (int k = 0; k < n; k++) {
            double q = charge(3.1) + whole * k / (n - 1);
            double low = 3.0;
            double high = 4.1;
            for (int step = 0; step < 60; step++) {
                double middle = (low + high) / 2;
                if (charge(middle) < q) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            t[k] = 3600 * whole * k / (n - 1);
            i[k] = 1;
            v[k] = low + noise * random.nextGaussian();
            t[2 * n - 1 - k] = 3600 * whole * (2 * n - 1 - k) / (n - 1);
            i[2 * n - 1 - k] = -1;
            v[2 * n - 1 - k] = low + noise * random.nextGaussian();
        }
        return Recording.of(
                        "two phases",
                        Technique.CYCLING,
                        ArrayTable.rows(2 * n)
                                .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), t)
                                .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "mA"), i)
                                .column(ColumnSpec.of("E").as(QuantityKind.CELL_VOLTAGE, "V"), v)
                                .build())
                .build();
    }

    private static void check(Report report, double place, double height) {
        var peaks = report.tables().getFirst().rows();
        assertEquals(4, peaks.size(), peaks.toString());
        for (int k = 0; k < 4; k++) {
            int which = k < 2 ? k : 3 - k;
            assertEquals(PLACES[which], (Double) peaks.get(k).get(2), place);
            double expected = AMOUNTS[which] / (4 * WIDTH) + 0.3;
            assertEquals(
                    expected, (Double) peaks.get(k).get(3) * (k < 2 ? 1 : -1), height * expected);
        }
    }

    @Test
    void withoutNoise() throws Exception {
        for (String smoothing : List.of("savitzky-golay", "spline", "none")) {
            Report report =
                    SimulatedCycler.run(
                            new DifferentialAnalysis(),
                            Inputs.of(recording(0)),
                            Map.of("smoothing", smoothing, "window", "10"));
            check(report, 0.0005, 0.02);
        }
    }

    @Test
    void withNoise() throws Exception {
        for (String smoothing : List.of("savitzky-golay", "spline")) {
            Report report =
                    SimulatedCycler.run(
                            new DifferentialAnalysis(),
                            Inputs.of(recording(0.0003)),
                            Map.of("smoothing", smoothing, "window", "30"));
            check(report, 0.003, 0.1);
            assertTrue(report.findings().toString().contains("30.00 mV"));
        }
    }

    /** The area under dQ/dV is the charge. */
    @Test
    void area() throws Exception {
        Report report =
                SimulatedCycler.run(new DifferentialAnalysis(), Inputs.of(recording(0)), Map.of());
        var points = (Points.Inline) report.plots().getFirst().series().getFirst().points();
        double area = 0;
        for (int k = 1; k < points.x().length; k++) {
            area += (points.x()[k] - points.x()[k - 1]) * (points.y()[k] + points.y()[k - 1]) / 2;
        }
        assertEquals(charge(4.0) - charge(3.1), area, 0.003);
    }

    @Override
    public Analysis<DifferentialSettings> analysis() {
        return new DifferentialAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(Inputs.of(recording(0.0003)));
    }
}
