// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

class ScanRatesTest implements AnalysisContract<ScanRatesSettings> {
    private static final double[] RATES = {0.2, 0.5, 1, 2, 5};

    private static Inputs peaks(DoubleUnaryOperator height) {
        List<Inputs.Upstream> all = new ArrayList<>();
        for (double v : RATES) {
            Quantity q =
                    Quantity.of("peak current", "i_p", height.applyAsDouble(v), Unit.of("A"))
                            .withKey("peak current anodic")
                            .withCondition("scan rate", NumberText.of(v, "V/s"));
            Recording r = Recording.of("s", Technique.CV, ArrayTable.rows(0).build()).build();
            all.add(
                    new Inputs.Upstream(
                            "p" + v,
                            PeaksAnalysis.ID,
                            List.of(r),
                            Report.builder().quantity(q).build()));
        }
        return new Inputs(List.of(), all, Optional.empty());
    }

    @Override
    public Analysis<ScanRatesSettings> analysis() {
        return new ScanRatesAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(peaks(Math::sqrt));
    }

    /** i = 3 v + 2 v^(1/2) gives b = 0.7979 over these scan rates. */
    @Test
    void exponent() throws Exception {
        Report r =
                SimulatedScan.run(
                        new ScanRatesAnalysis(), peaks(v -> 3 * v + 2 * Math.sqrt(v)), Map.of());
        assertEquals(0.7979, r.quantity("b-value anodic").orElseThrow().value(), 5e-5);
        assertEquals(
                1,
                SimulatedScan.run(new ScanRatesAnalysis(), peaks(v -> v), Map.of())
                        .quantity("b-value anodic")
                        .orElseThrow()
                        .value(),
                1e-12);
    }
}
