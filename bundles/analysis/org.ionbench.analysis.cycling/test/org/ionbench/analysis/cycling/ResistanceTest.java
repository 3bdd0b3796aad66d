// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.analysis.cycling.resistance.ResistanceAnalysis;
import org.ionbench.analysis.cycling.resistance.ResistanceSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.report.Report;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pulses of +-10 mA on a cell of 2.5 ohm with 0.4 ohm s^-1/2 of diffusion. */
class ResistanceTest implements AnalysisContract<ResistanceSettings> {
    private static final double OHM = 2.5;
    private static final double DIFFUSION = 0.4;

    private static Recording recording() {
        List<double[]> rows = new ArrayList<>();
        double t = 0;
        for (int pulse = 0; pulse < 4; pulse++) {
            double current = pulse % 2 == 0 ? 10 : -10;
            double rest = 3.5 + 0.01 * pulse;
            for (int k = 0; k <= 10; k++) {
                rows.add(new double[] {t + 10 * k, 0, rest});
            }
            t += 100;
            for (int k = 1; k <= 60; k++) {
                double s = 0.5 * k;
                rows.add(
                        new double[] {
                            t + s, current, rest + current / 1000 * (OHM + DIFFUSION * Math.sqrt(s))
                        });
            }
            t += 31;
        }
        return SimulatedCycler.recording(Technique.CYCLING, rows);
    }

    @Test
    void atTheStatedTimeAndAtZero() throws Exception {
        Report report =
                SimulatedCycler.run(
                        new ResistanceAnalysis(),
                        Inputs.of(recording()),
                        Map.of("time", "10", "window", "1:20"));
        for (int k = 1; k <= 4; k++) {
            assertEquals(
                    OHM + DIFFUSION * Math.sqrt(10),
                    report.quantity("pulse resistance " + k).orElseThrow().value(),
                    1e-6);
            assertEquals(
                    OHM,
                    report.quantity("pulse resistance at zero time " + k).orElseThrow().value(),
                    1e-6);
            assertEquals(
                    DIFFUSION, (Double) report.tables().getFirst().rows().get(k - 1).get(7), 1e-6);
        }
    }

    @Override
    public Analysis<ResistanceSettings> analysis() {
        return new ResistanceAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(Inputs.of(recording()));
    }
}
