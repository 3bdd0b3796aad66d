// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.analysis.cycling.titration.PittAnalysis;
import org.ionbench.analysis.cycling.titration.PittSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.importing.Technique;
import org.ionbench.testkit.AnalysisContract;

import java.util.List;
import java.util.Map;

class PittContractTest implements AnalysisContract<PittSettings> {

    @Override
    public Analysis<PittSettings> analysis() {
        return new PittAnalysis();
    }

    @Override
    public PittSettings settings() {
        return Settings.read(PittSettings.class, Map.of("length", "5"));
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(
                Inputs.of(SimulatedCycler.recording(Technique.PITT, TitrationTest.stepRows())));
    }
}
