// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.analysis.cycling.titration.GittAnalysis;
import org.ionbench.analysis.cycling.titration.GittSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.importing.Technique;
import org.ionbench.testkit.AnalysisContract;

import java.util.List;

class GittContractTest implements AnalysisContract<GittSettings> {

    @Override
    public Analysis<GittSettings> analysis() {
        return new GittAnalysis();
    }

    @Override
    public GittSettings settings() {
        return Settings.read(GittSettings.class, TitrationTest.MATERIAL);
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(
                Inputs.of(
                        SimulatedCycler.recording(Technique.GITT, TitrationTest.pulseRows()),
                        TitrationTest.cell()));
    }
}
