// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.cycling.plating.CriticalCurrentAnalysis;
import org.ionbench.analysis.cycling.plating.CriticalCurrentSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A symmetrical cell of 100 ohm cm2 on 0.5 cm2, half cycles of one hour, the current raised by 0.1
 * mA/cm2 after each cycle, with a short put into a half cycle.
 */
class CriticalCurrentTest implements AnalysisContract<CriticalCurrentSettings> {
    private static final double AREA = 0.5;

    private static Cell cell() {
        double diameter = Math.sqrt(4 * AREA / Math.PI) * 10;
        return Cell.of("c1", "Li|SE|Li", Sample.named("SE"))
                .with(Cell.DIAMETER, diameter, 0.01 * diameter, Unit.of("mm"));
    }

    /** A short in the middle of a half cycle (counted from 0), or from its begin; -1 for none. */
    static Recording recording(int sudden, int soft) {
        List<double[]> rows = new ArrayList<>();
        double t = 0;
        for (int half = 0; half < 20; half++) {
            double density = 0.1 * (half / 2 + 1);
            int sign = half % 2 == 0 ? 1 : -1;
            for (int k = 1; k <= 120; k++) {
                boolean isShort = sudden >= 0 && (half > sudden || half == sudden && k > 60);
                boolean isSoft = soft >= 0 && half >= soft;
                double ohm = isShort ? 5 : isSoft ? 55 : 100 + 2 * Math.sin(0.1 * k);
                rows.add(
                        new double[] {
                            t + 30 * k, sign * density * AREA, sign * density * ohm / 1000
                        });
            }
            t += 3600;
            rows.add(new double[] {t + 1, 0, 0});
            rows.add(new double[] {t + 600, 0, 0});
            t += 600;
        }
        double[][] c = new double[3][rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int k = 0; k < 3; k++) {
                c[k][r] = rows.get(r)[k];
            }
        }
        return Recording.of(
                        "steps",
                        Technique.CYCLING,
                        ArrayTable.rows(rows.size())
                                .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), c[0])
                                .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "mA"), c[1])
                                .column(ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V"), c[2])
                                .build())
                .build();
    }

    private static Report run(int sudden, int soft) throws Exception {
        return SimulatedCycler.run(
                new CriticalCurrentAnalysis(),
                Inputs.of(recording(sudden, soft), cell()),
                Map.of("diffusivity", "1e-7"));
    }

    @Test
    void suddenShort() throws Exception {
        Report report = run(13, -1);
        Quantity critical = report.quantity("critical current density").orElseThrow();
        assertEquals("mA/cm2", critical.unit().symbol());
        assertEquals(0.7, critical.value(), 1e-6);
        assertEquals("14", critical.conditions().get("half cycle"));
        assertEquals("sudden", critical.conditions().get("short"));
        // 1 % of the diameter is 2 % of the density
        assertEquals(-0.014, critical.contributions().get("cell:c1/diameter"), 1e-6);
        assertEquals(
                0.7, report.quantity("highest sound current density").orElseThrow().value(), 1e-6);
        assertEquals(0.7, report.quantity("areal capacity").orElseThrow().value(), 1e-3);
        assertEquals(
                2 * 0.1 * 21 + 0.7,
                report.quantity("charge passed before the short").orElseThrow().value(),
                0.01);
        // Sand's time goes with 1/J^2: 1492 s at 1 mA/cm2
        assertEquals(1492 / 0.49, report.quantity("Sand time").orElseThrow().value(), 3);
    }

    @Test
    void softShort() throws Exception {
        Report report = run(-1, 8);
        Quantity critical = report.quantity("critical current density").orElseThrow();
        assertEquals(0.5, critical.value(), 1e-6);
        assertEquals("soft", critical.conditions().get("short"));
        assertEquals(
                0.4, report.quantity("highest sound current density").orElseThrow().value(), 1e-6);
    }

    @Test
    void noShort() throws Exception {
        Report report = run(-1, -1);
        assertTrue(report.quantity("critical current density").isEmpty());
        assertEquals(
                1.0, report.quantity("highest sound current density").orElseThrow().value(), 1e-6);
        assertTrue(report.problems().stream().anyMatch(p -> p.code().equals("cycling.short.none")));
    }

    @Override
    public Analysis<CriticalCurrentSettings> analysis() {
        return new CriticalCurrentAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(Inputs.of(recording(13, -1), cell()));
    }
}
