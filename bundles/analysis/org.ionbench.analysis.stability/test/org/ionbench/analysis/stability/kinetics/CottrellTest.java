// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.kinetics;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.testkit.AnalysisContract;

import java.util.List;

class CottrellTest implements AnalysisContract<CottrellSettings> {
    @Override
    public Analysis<CottrellSettings> analysis() {
        return new CottrellAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        double[] t = new double[100];
        double[] e = new double[100];
        double[] i = new double[100];
        for (int k = 0; k < 100; k++) {
            t[k] = k + 1;
            i[k] = 1 / Math.sqrt(t[k]);
        }
        return List.of(Inputs.of(SimulatedScan.recording(t, e, i)));
    }
}
