// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.kinetics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.Samples;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class KineticsTest implements AnalysisContract<TafelSettings> {
    private static final double THERMAL = 8.314462618 * 298.15 / 96485.33212;

    /** Butler and Volmer: i0 1 uA, alpha 0.4, rest potential 0.1 V. */
    private static Recording butlerVolmer(double noise, double ohms) {
        return new SimulatedScan(1e-3, 0.001, -0.2, 0.4)
                .noise(noise, 2)
                .drop(ohms)
                .record((e, up, b) -> current(e - 0.1));
    }

    private static double current(double eta) {
        return 1e-6 * (Math.exp(0.6 * eta / THERMAL) - Math.exp(-0.4 * eta / THERMAL));
    }

    private static Report run(Recording r, Map<String, String> settings) throws Exception {
        return SimulatedScan.run(
                new TafelAnalysis(),
                Inputs.of(r, Cell.of("c", "disc", Sample.named("s"))),
                settings);
    }

    @Override
    public Analysis<TafelSettings> analysis() {
        return new TafelAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(Inputs.of(butlerVolmer(1e-9, 0)));
    }

    @Test
    void workedNumbers() {
        assertEquals(0.05916, Kinetics.decade(298.15), 5e-6);
        assertEquals(0.02569, Kinetics.thermalVoltage(298.15), 5e-6);
        // 60 ohm cm2 at 60 degC: 0.4785 mA/cm2
        assertEquals(4.785, Kinetics.exchangeCurrent(60e-4, 1, 333.15), 5e-4);
        // 120 and 120 mV a decade: 26.06 mV
        assertEquals(0.02606, Kinetics.sternGeary(0.12, 0.12), 5e-6);
        // 96485 A C (D/pi)^(1/2) for 1 cm2, 1 mol/m3 and 1e-9 m2/s
        assertEquals(
                1e-9,
                Kinetics.cottrell(96485.33 * 1e-4 * Math.sqrt(1e-9 / Math.PI), 1, 1e-4, 1),
                1e-14);
    }

    @Test
    void tafelLines() throws Exception {
        for (double ohms : new double[] {0, 100}) {
            Report r = run(butlerVolmer(0, ohms), Map.of("resistance", Double.toString(ohms)));
            double decade = Math.log(10) * THERMAL;
            assertEquals(
                    decade / 0.6, r.quantity("Tafel slope anodic").orElseThrow().value(), 1e-5);
            assertEquals(
                    -decade / 0.4, r.quantity("Tafel slope cathodic").orElseThrow().value(), 1e-5);
            assertEquals(0.1, r.quantity("potential of zero current").orElseThrow().value(), 1e-5);
            assertEquals(
                    1e-6,
                    r.quantity("exchange current anodic Tafel line").orElseThrow().value(),
                    1e-3 * 1e-6);
            // RT/F / i0
            assertEquals(
                    THERMAL / 1e-6,
                    r.quantity("polarisation resistance").orElseThrow().value(),
                    0.02 * THERMAL / 1e-6);
            // B = RT/F here, for the slopes are those of one reaction
            assertEquals(THERMAL, r.quantity("Stern-Geary constant").orElseThrow().value(), 1e-3);
            assertEquals(
                    1e-6,
                    r.quantity("exchange current Stern-Geary").orElseThrow().value(),
                    0.03e-6);
        }
    }

    /** The scatter over noise is what the uncertainties say, and nothing is without one. */
    @Test
    void uncertainties() throws Exception {
        int n = 100;
        Map<String, double[]> found = new HashMap<>();
        Map<String, Double> told = new HashMap<>();
        for (int seed = 0; seed < n; seed++) {
            Recording r =
                    new SimulatedScan(1e-3, 0.001, -0.2, 0.4)
                            .noise(3e-8, seed)
                            .record((e, up, b) -> current(e - 0.1));
            for (Quantity q : run(r, Map.of()).quantities()) {
                assertTrue(q.standardUncertainty() > 0, q.toString());
                found.computeIfAbsent(q.key(), k -> new double[n])[seed] = q.value();
                told.merge(q.key(), q.standardUncertainty() / n, Double::sum);
            }
        }
        for (String key : List.of("Tafel slope anodic", "polarisation resistance")) {
            double u = Samples.standardDeviation(found.get(key));
            assertEquals(u, told.get(key), 0.3 * u, key);
        }
        double u = Samples.standardDeviation(found.get("Stern-Geary constant"));
        assertEquals(u, told.get("Stern-Geary constant"), 0.5 * u);
        double rest = Samples.standardDeviation(found.get("potential of zero current"));
        assertEquals(rest, told.get("potential of zero current"), 0.5 * rest);
    }

    @Test
    void exchangeCurrentDensityFromAResistance() throws Exception {
        Report r =
                SimulatedScan.run(
                        new TafelAnalysis(),
                        Inputs.of(butlerVolmer(0, 0), Cell.of("c", "disc", Sample.named("s"))),
                        Map.of("transfer", "60", "area", "1", "temperature", "60"));
        assertEquals(
                0.4785,
                r.quantity("exchange current density charge-transfer resistance")
                        .orElseThrow()
                        .value(),
                5e-5);
    }

    /** A current that diffusion limits on the way and that falls behind its peak. */
    @Test
    void noLineWhereTheCurrentFalls() throws Exception {
        Recording r =
                new SimulatedScan(1e-3, 0.001, -0.2, 0.4)
                        .record((e, up, b) -> (e - 0.1) * 1e-6 * Math.exp(-20 * Math.abs(e - 0.1)));
        Report report = run(r, Map.of("anodic", "0.11:0.3", "cathodic", "-0.3:-0.11"));
        assertTrue(report.quantity("Tafel slope anodic").isEmpty());
        assertTrue(SimulatedScan.codes(report).contains("stability.tafel.side"));
    }

    /** A window that ends before the back reaction is small ends where it was set. */
    @Test
    void windowsAreKept() throws Exception {
        Report r =
                run(butlerVolmer(0, 0), Map.of("anodic", "0.03:0.06", "cathodic", "-0.06:-0.03"));
        for (Plot plot : r.plots()) {
            Points.Inline line = (Points.Inline) plot.series().getLast().points();
            assertEquals(0.06, Math.abs(line.x()[1]), 1.1e-3, plot.id());
        }
    }

    @Test
    void lessThanADecadeIsSaid() throws Exception {
        Report r = run(butlerVolmer(0, 0), Map.of("anodic", "0.12:0.14"));
        assertTrue(SimulatedScan.codes(r).contains("stability.tafel.decade"));
    }

    /** n F A C (D/(pi t))^(1/2) + 0.5 uA from a step at 10 s. */
    @Test
    void cottrell() throws Exception {
        double[] t = new double[4000];
        double[] e = new double[4000];
        double[] i = new double[4000];
        Random random = new Random(1);
        for (int k = 0; k < t.length; k++) {
            t[k] = 0.01 * k;
            e[k] = k <= 1000 ? 0 : 0.5;
            double since = t[k] - 10;
            i[k] =
                    since <= 0
                            ? 0
                            : 96485.33 * 7.069e-6 * Math.sqrt(7.6e-10 / Math.PI / since)
                                    + 0.5e-6
                                    + 1e-9 * random.nextGaussian();
        }
        Report r =
                SimulatedScan.run(
                        new CottrellAnalysis(),
                        Inputs.of(
                                SimulatedScan.recording(t, e, i),
                                Cell.of("c", "disc", Sample.named("s"))
                                        .with(Cell.DIAMETER, 3, 0.03, Unit.of("mm"))),
                        Map.of("concentration", "0.001"));
        var d = r.quantity("diffusion coefficient").orElseThrow();
        assertEquals(7.6e-6, d.value(), 0.003 * 7.6e-6);
        // the area goes with the square of 3.00 +- 0.03 mm, D with its inverse square
        assertEquals(-0.04 * d.value(), d.contributions().get("cell:c/diameter"), 1e-9);
        assertEquals(
                0.5e-6,
                r.quantity("current that does not diffuse").orElseThrow().value(),
                0.005e-6);
    }
}
