// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.analysis.cycling.summary.SummaryAnalysis;
import org.ionbench.analysis.cycling.summary.SummarySettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.testkit.AnalysisContract;

import java.util.List;

class SummaryContractTest implements AnalysisContract<SummarySettings> {

    @Override
    public Analysis<SummarySettings> analysis() {
        return new SummaryAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        SimulatedCycler cycler = new SimulatedCycler();
        for (int n = 1; n <= 5; n++) {
            cycler.cycle(n)
                    .hold(-0.1, 0.2 - 0.001 * n, 2.4, 1.8)
                    .rest(60, 1.9)
                    .hold(0.1, 0.2, 2, 2.5);
        }
        return List.of(
                Inputs.of(cycler.recording("five cycles"), SimulatedCycler.sulphide()),
                Inputs.of(cycler.recording("five cycles of an unknown cell")));
    }
}
