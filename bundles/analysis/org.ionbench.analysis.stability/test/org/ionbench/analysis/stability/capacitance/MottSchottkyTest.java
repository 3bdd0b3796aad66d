// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.capacitance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class MottSchottkyTest implements AnalysisContract<MottSchottkySettings> {
    /** Permittivity 100, 1e24 carriers a m3 on 1 cm2: 1.4098e12 F^-2 V^-1. */
    private static final double SLOPE = 1.4098e12;

    private static final double THERMAL = 0.02569;

    /** Flat band at -0.3 V, at 1 and 10 kHz; the other frequency has nonsense. */
    private static Inputs electrode(boolean isElectrons) {
        double[] e = new double[40];
        double[] f = new double[40];
        double[] re = new double[40];
        double[] im = new double[40];
        for (int k = 0; k < 40; k++) {
            e[k] = isElectrons ? 0.02 * k : -0.7 - 0.02 * k;
            f[k] = k % 2 == 0 ? 1000 : 10000;
            double square =
                    isElectrons ? SLOPE * (e[k] + 0.3 - THERMAL) : -SLOPE * (e[k] + 0.3 + THERMAL);
            re[k] = 10;
            im[k] = k % 2 == 0 ? -Math.sqrt(square) / (2 * Math.PI * 1000) : -77 * (k % 5 + 1);
        }
        Recording r =
                Recording.of(
                                "spectra",
                                Technique.EIS,
                                ArrayTable.rows(40)
                                        .column(
                                                ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V"),
                                                e)
                                        .column(
                                                ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"),
                                                f)
                                        .column(
                                                ColumnSpec.of("Re")
                                                        .as(QuantityKind.IMPEDANCE_REAL, "ohm"),
                                                re)
                                        .column(
                                                ColumnSpec.of("Im")
                                                        .as(
                                                                QuantityKind.IMPEDANCE_IMAGINARY,
                                                                "ohm"),
                                                im)
                                        .build())
                        .build();
        return new Inputs(List.of(r), List.of(), Optional.empty());
    }

    @Override
    public Analysis<MottSchottkySettings> analysis() {
        return new MottSchottkyAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(electrode(true));
    }

    @Test
    void flatBandAndCarriers() throws Exception {
        for (boolean n : new boolean[] {true, false}) {
            Report r =
                    SimulatedScan.run(
                            new MottSchottkyAnalysis(),
                            electrode(n),
                            Map.of("permittivity", "100", "area", "1"));
            var flat = r.quantity("flat-band potential").orElseThrow();
            assertEquals(-0.3, flat.value(), 1e-4);
            assertEquals(n ? "n" : "p", flat.conditions().get("type"));
            var carriers = r.quantity("carrier density").orElseThrow();
            assertEquals("1.000e+18 cm^-3", carriers.conditions().get("number density"));
            assertEquals(1e24 / 6.02214076e23, carriers.si(), 1e-3);
        }
    }
}
