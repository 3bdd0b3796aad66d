// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.testkit.AnalysisContract;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

class DunnTest implements AnalysisContract<DunnSettings> {
    @Override
    public Analysis<DunnSettings> analysis() {
        return new DunnAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(
                new Inputs(
                        DoubleStream.of(0.1, 0.2, 0.4)
                                .mapToObj(
                                        v ->
                                                new SimulatedScan(v, 0.002, 0, 1, 0)
                                                        .record((e, up, b) -> up ? v : -v))
                                .toList(),
                        List.of(),
                        Optional.empty()));
    }
}
