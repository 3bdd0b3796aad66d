// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.cycling.plating.SandTime;
import org.ionbench.analysis.cycling.titration.GittAnalysis;
import org.ionbench.analysis.cycling.titration.PittAnalysis;
import org.ionbench.analysis.cycling.titration.Titration;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class TitrationTest {
    static final Map<String, String> MATERIAL =
            Map.of("molarMass", "96.461", "molarVolume", "19.56", "area", "1");

    static Cell cell() {
        return Cell.of("c1", "c", Sample.named("LiCoO2"))
                .with(Cell.MASS, 5, 0.1, Unit.of("mg"))
                .with(Cell.ACTIVE_FRACTION, 1, 0, Unit.ONE);
    }

    /** tau 600 s, 5 mg, 96.461 g/mol, 19.56 cm3/mol, 1 cm2, 10 and 50 mV: 8.726e-11 cm2/s. */
    @Test
    void formula() {
        double length = 5e-6 / 96.461e-3 * 19.56e-6 / 1e-4;
        assertEquals(8.726e-11, 1e4 * Titration.pulseDiffusivity(600, length, 0.010, 0.050), 5e-15);
    }

    /** The same from rows: 0.1 mA through 30 ohm, 50 mV over the root of time, 10 mV at rest. */
    @Test
    void pulses() throws Exception {
        Report report =
                SimulatedCycler.run(
                        new GittAnalysis(),
                        Inputs.of(SimulatedCycler.recording(Technique.GITT, pulseRows()), cell()),
                        MATERIAL);
        for (int k = 1; k <= 3; k++) {
            Quantity d = report.quantity("diffusion coefficient " + k).orElseThrow();
            assertEquals("cm2/s", d.unit().symbol());
            assertEquals(8.726e-11, d.value(), 0.01e-11);
            // 2 % of the mass are 4 % of the diffusivity
            assertEquals(0.04 * d.value(), d.contributions().get("cell:c1/mass"), 1e-15);
            assertEquals(30, (Double) report.tables().getFirst().rows().get(k - 1).get(6), 0.01);
        }
    }

    static List<double[]> pulseRows() {
        List<double[]> rows = new ArrayList<>();
        double t = 0;
        double e = 3.8;
        for (int pulse = 0; pulse < 3; pulse++) {
            for (int k = pulse == 0 ? 0 : 1; k <= 60; k++) {
                rows.add(new double[] {t + 60 * k, 0, e});
            }
            t += 3600;
            for (int k = 1; k <= 120; k++) {
                double s = 5 * k;
                rows.add(new double[] {t + s, 0.1, e + 0.1e-3 * 30 + 0.050 * Math.sqrt(s / 600)});
            }
            t += 600;
            e += 0.010;
            rows.add(new double[] {t + 1, 0, e + 0.03});
        }
        rows.add(new double[] {t + 3600, 0, e});
        return rows;
    }

    /** A pulse that runs linearly in time is no diffusion of this kind: no number. */
    @Test
    void notTheRootOfTime() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k <= 10; k++) {
            rows.add(new double[] {60 * k, 0, 3.8});
        }
        for (int k = 1; k <= 120; k++) {
            rows.add(new double[] {600 + 5 * k, 0.1, 3.8 + 0.05 * Math.pow(k / 120.0, 3)});
        }
        rows.add(new double[] {1201, 0, 3.83});
        rows.add(new double[] {4800, 0, 3.81});
        Report report =
                SimulatedCycler.run(
                        new GittAnalysis(),
                        Inputs.of(SimulatedCycler.recording(Technique.GITT, rows), cell()),
                        MATERIAL);
        assertTrue(report.quantities().isEmpty());
        assertTrue(
                report.problems().stream().anyMatch(p -> p.code().equals("cycling.gitt.curved")));
    }

    /** From the series I = (2 F S dC D/L) sum exp(-(2n+1)^2 pi^2 D t/4L^2). */
    @Test
    void stepsOfVoltage() throws Exception {
        Report report =
                SimulatedCycler.run(
                        new PittAnalysis(),
                        Inputs.of(SimulatedCycler.recording(Technique.PITT, stepRows())),
                        Map.of("length", "5"));
        assertEquals(
                1e-10,
                report.quantity("diffusion coefficient 1 long time").orElseThrow().value(),
                1e-12);
        assertEquals(
                1e-10,
                report.quantity("diffusion coefficient 1 short time").orElseThrow().value(),
                5e-12);
    }

    static List<double[]> stepRows() {
        double d = 1e-14;
        double length = 5e-6;
        double charge = 1.8;
        List<double[]> rows = new ArrayList<>();
        rows.add(new double[] {0, 0, 3.7});
        rows.add(new double[] {600, 0, 3.7});
        double time = 600;
        for (int k = 0; k < 2000; k++) {
            double t = 0.2 * Math.pow(1.0055, k) - 0.19;
            if (t > 9000) {
                break;
            }
            double sum = 0;
            for (int n = 0; n < 2000; n++) {
                double m = 2 * n + 1;
                double term = Math.exp(-m * m * Math.PI * Math.PI * d * t / (4 * length * length));
                sum += term;
                if (term < 1e-16) {
                    break;
                }
            }
            rows.add(new double[] {time + t, 1e3 * 2 * charge * d / (length * length) * sum, 3.8});
        }
        return rows;
    }

    /** D 1e-7 cm2/s, C 1e-3 mol/cm3, 1 mA/cm2, t 0.3: 1492 s. */
    @Test
    void sand() {
        assertEquals(1492, SandTime.of(1e-11, 1e3, 10, 0.3), 0.5);
    }
}
