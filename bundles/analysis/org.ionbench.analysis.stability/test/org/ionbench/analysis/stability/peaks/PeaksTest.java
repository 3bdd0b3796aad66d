// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

class PeaksTest implements AnalysisContract<PeaksSettings> {
    private static final double F_RT = 96485.33 / (8.314463 * 298.15);

    /** 0.07069 cm2. */
    static final double AREA = 0.07069e-4;

    static final double DIFFUSIVITY = 7.6e-10;

    /** 1e-6 mol/cm3. */
    static final double CONCENTRATION = 1;

    /**
     * A reversible oxidation at a planar electrode, E0 = 0.40 V: the half-integral of the current
     * is n F A C (D)^(1/2) / (1 + exp(-n F (E - E0)/RT)); the integral equation is solved with a
     * current that is constant over each step (Nicholson and Shain 1964).
     */
    static Recording reversible(double rate, double end, double noise) {
        double step = 1e-3;
        int up = (int) Math.round(end / step);
        int n = 2 * up;
        double[] e = new double[n];
        double[] t = new double[n];
        double[] i = new double[n];
        double dt = step / rate;
        Random random = new Random(7);
        double scale = 96485.33 * AREA * CONCENTRATION * Math.sqrt(DIFFUSIVITY);
        for (int k = 0; k < n; k++) {
            e[k] = k < up ? (k + 1) * step : (2 * up - k - 1) * step;
            t[k] = (k + 1) * dt;
            double right = scale / (1 + Math.exp(-F_RT * (e[k] - 0.40)));
            double sum = 0;
            for (int j = 0; j < k; j++) {
                sum += i[j] * (Math.sqrt(k - j + 1.0) - Math.sqrt(k - (double) j));
            }
            // 2 (dt/pi)^(1/2) sum i_j ((k-j+1)^(1/2) - (k-j)^(1/2)) = right
            i[k] = right / (2 * Math.sqrt(dt / Math.PI)) - sum;
        }
        for (int k = 0; k < n; k++) {
            i[k] += noise * random.nextGaussian();
        }
        return SimulatedScan.recording(t, e, i);
    }

    static Cell disc() {
        return Cell.of("c", "disc", Sample.named("s")).with("reference", "Ag/AgCl");
    }

    private static Report run(Recording r, Map<String, String> settings) throws Exception {
        return SimulatedScan.run(new PeaksAnalysis(), Inputs.of(r, disc()), settings);
    }

    @Override
    public Analysis<PeaksSettings> analysis() {
        return new PeaksAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(Inputs.of(reversible(0.1, 0.8, 1e-8), disc()));
    }

    @Test
    void workedNumber() {
        double i =
                RandlesSevcik.factor(1, 298.15, Double.NaN)
                        * AREA
                        * CONCENTRATION
                        * Math.sqrt(DIFFUSIVITY)
                        * Math.sqrt(0.1);
        assertEquals(16.55e-6, i, 0.01e-6);
        assertEquals(268648, RandlesSevcik.factor(1, 298.15, Double.NaN), 1);
        assertEquals(
                DIFFUSIVITY,
                RandlesSevcik.diffusivity(
                        i / Math.sqrt(0.1),
                        RandlesSevcik.factor(1, 298.15, Double.NaN),
                        AREA,
                        CONCENTRATION),
                1e-3 * DIFFUSIVITY);
        assertEquals(
                0.4958 / 0.4463 * Math.sqrt(0.5),
                RandlesSevcik.factor(1, 298.15, 0.5) / RandlesSevcik.factor(1, 298.15, Double.NaN),
                1e-12);
    }

    @Test
    void reversibleCouple() throws Exception {
        for (double noise : new double[] {0, 2e-8}) {
            Report r = run(reversible(0.1, 0.80, noise), Map.of());
            Quantity current = r.quantity("peak current anodic").orElseThrow();
            assertEquals(16.55e-6, current.value(), 0.01 * 16.55e-6);
            // E_p is 28.5 mV beyond E_1/2, the pair 57 to 60 mV apart for this turning point
            assertEquals(0.4285, r.quantity("peak potential anodic").orElseThrow().value(), 0.003);
            assertEquals(
                    0.0588,
                    r.quantity("peak separation anodic and cathodic").orElseThrow().value(),
                    0.004);
            assertEquals(
                    0.40,
                    r.quantity("midpoint potential anodic and cathodic").orElseThrow().value(),
                    0.003);
            // by Nicholson's formula, as the second peak has no flat stretch before it
            assertEquals(
                    1,
                    r.quantity("peak current ratio anodic and cathodic").orElseThrow().value(),
                    0.03);
            // 2.20 RT/F
            assertEquals(0.0565, r.quantity("peak half width anodic").orElseThrow().value(), 0.003);
            assertEquals("Ag/AgCl", reference(r));
        }
    }

    private static String reference(Report r) {
        return r.quantity("peak potential anodic").orElseThrow().conditions().get("reference");
    }

    /** Several peaks of known heights over a straight background. */
    @Test
    void heightsOverTheBaseline() throws Exception {
        Recording r =
                new SimulatedScan(0.01, 0.001, 0, 2, 0)
                        .record(
                                (e, up, b) ->
                                        (up ? 1 : -1) * 1e-6
                                                + 1e-6 * (e - 1)
                                                + (up ? bell(e, 0.6, 5e-6) + bell(e, 1.4, 2e-6) : 0)
                                                - (up ? 0 : bell(e, 0.5, 4e-6)));
        Report report = run(r, Map.of());
        assertEquals(5e-6, report.quantity("peak current anodic").orElseThrow().value(), 5e-8);
        assertEquals(2e-6, report.quantity("peak current anodic 2").orElseThrow().value(), 5e-8);
        assertEquals(-4e-6, report.quantity("peak current cathodic").orElseThrow().value(), 5e-8);
        assertEquals(
                1.25,
                report.quantity("peak current ratio anodic and cathodic").orElseThrow().value(),
                0.02);
        assertEquals(0.6, report.quantity("peak potential anodic").orElseThrow().value(), 0.002);
        assertTrue(
                SimulatedScan.codes(run(r, Map.of("prominence", "100")))
                        .contains("stability.peaks.none"));
    }

    /** 95 % intervals of noisy scans hold the truth in about 95 % of them. */
    @Test
    void intervalsCoverTheTruth() throws Exception {
        int n = 150;
        Map<String, Double> truth =
                Map.of(
                        "peak current anodic", 10e-6,
                        "peak current cathodic", -10e-6,
                        "peak half width anodic", 0.06 * Math.sqrt(2 * Math.log(2)),
                        "peak current ratio anodic and cathodic", 1.0);
        Map<String, Integer> held = new TreeMap<>();
        for (int seed = 0; seed < n; seed++) {
            Recording r =
                    new SimulatedScan(0.1, 0.002, -0.1, 1.1, -0.1)
                            .noise(1e-7, seed)
                            .record(
                                    (e, up, b) ->
                                            up
                                                    ? 1e-6 + bell(e, 0.55, 10e-6)
                                                    : -1e-6 - bell(e, 0.45, 10e-6));
            Report report = run(r, Map.of());
            for (var t : truth.entrySet()) {
                var i = report.quantity(t.getKey()).orElseThrow().interval95().orElseThrow();
                boolean isHeld = i.low() <= t.getValue() && t.getValue() <= i.high();
                held.merge(t.getKey(), isHeld ? 1 : 0, Integer::sum);
            }
        }
        for (var h : held.entrySet()) {
            double share = h.getValue() / (double) n;
            assertTrue(share >= 0.88, h + " of " + n);
        }
    }

    private static double bell(double e, double at, double height) {
        return height * Math.exp(-Math.pow((e - at) / 0.06, 2) / 2);
    }

    @Test
    void diffusivityOverScanRates() throws Exception {
        List<Inputs.Upstream> upstream = new ArrayList<>();
        for (double rate : new double[] {0.02, 0.05, 0.1, 0.2, 0.5}) {
            Recording r = reversible(rate, 0.80, 0);
            upstream.add(
                    new Inputs.Upstream(
                            "p" + rate, PeaksAnalysis.ID, List.of(r), run(r, Map.of())));
        }
        Inputs inputs = new Inputs(List.of(), upstream, Optional.of(disc()));
        Report report =
                new ScanRatesAnalysis()
                        .run(
                                new Context("r", inputs, Elements.of(List.of()), Progress.NONE),
                                Settings.read(
                                        ScanRatesSettings.class,
                                        Map.of("concentration", "0.001", "area", "0.07069")));
        Quantity d = report.quantity("diffusion coefficient anodic").orElseThrow();
        assertEquals(7.6e-6, d.value(), 0.02 * 7.6e-6);
        assertEquals(0.5, report.quantity("b-value anodic").orElseThrow().value(), 0.003);
    }
}
