// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import static org.ionbench.analysis.stability.SimulatedScan.quantity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.stability.Reference;
import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OnsetTest implements AnalysisContract<OnsetSettings> {
    private static final double[] THREE_CYCLES = {2.9, 4.5, 2.6, 4.5, 2.6, 4.5, 2.6};

    /** 0.02 uA + 12 uA/V max(0, E - 3.8). */
    private static double ramp(double e) {
        return 0.02e-6 + 12e-6 * Math.max(0, e - 3.8);
    }

    /** The same with its corner rounded over 20 mV. */
    private static double softplus(double e) {
        return 0.02e-6 + 12e-6 * 0.020 * Math.log1p(Math.exp((e - 3.8) / 0.020));
    }

    /** The scan of the paper: oxidation in cycle 1, background only later. */
    private static Recording twin(long seed) {
        return new SimulatedScan(100e-6, 0.002, THREE_CYCLES)
                .noise(1e-9, seed)
                .record((e, rising, branch) -> branch < 2 ? softplus(e) : 0.02e-6);
    }

    /** The oxidation at 4.0 V and the reduction at 0.5 V of a scan from 2.5 V both ways. */
    private static Recording bothWays() {
        return new SimulatedScan(1e-3, 0.002, 2.5, 5, 0, 2.5)
                .noise(2e-9, 3)
                .record(
                        (e, rising, branch) ->
                                branch == 0
                                        ? 0.01e-6 + 5e-6 * Math.max(0, e - 4.0)
                                        : branch == 1
                                                ? -0.01e-6 - 8e-6 * Math.max(0, 0.5 - e)
                                                : 0.01e-6);
    }

    private static Report run(Recording r, Cell cell, String... settings) throws Exception {
        Map<String, String> all = new HashMap<>();
        for (String s : settings) {
            all.put(s.substring(0, s.indexOf('=')), s.substring(s.indexOf('=') + 1));
        }
        return SimulatedScan.run(new OnsetAnalysis(), Inputs.of(r, cell), all);
    }

    private static double onset(Report report, String method) {
        return quantity(report, OnsetAnalysis.ONSET, "method", method).orElseThrow().value();
    }

    @Override
    public Analysis<OnsetSettings> analysis() {
        return new OnsetAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(Inputs.of(twin(1), SimulatedScan.cell()), Inputs.of(bothWays()));
    }

    @Test
    void regressionAndTangentDifferByTheBackground() throws Exception {
        Recording r = new SimulatedScan(100e-6, 0.002, 3, 4.5).record((e, up, b) -> ramp(e));
        Report report = run(r, SimulatedScan.cell(), "fit=4.0:4.4", "background=3.1:3.7");
        assertEquals(3.8 - 0.02 / 12, onset(report, "regression"), 1e-9);
        assertEquals(3.798, onset(report, "regression"), 5e-4);
        assertEquals(3.800, onset(report, "tangent"), 1e-9);
        // 5 uA/cm2 on 0.28274 cm2
        assertEquals(3.8 + (5 * 0.282743 - 0.02) / 12, onset(report, "threshold"), 1e-6);
        // 0.1 uAh/cm2 at 100 uV/s: s x^2 / (2 v) = q
        double charge = 0.1 * 3.6e-3 * 0.282743;
        assertEquals(3.8 + Math.sqrt(2 * 1e-4 * charge / 12e-6), onset(report, "charge"), 2e-4);
        assertEquals(3.8, onset(report, "derivative"), 0.01);
        Quantity first = report.quantities().getFirst();
        assertEquals("regression", first.conditions().get("method"));
        assertEquals("oxidation", first.conditions().get("branch"));
        assertEquals("Li+/Li", first.conditions().get("reference"));
        assertEquals("100.0 uV/s", first.conditions().get("scan rate"));
        assertTrue(
                report.quantities().stream()
                        .anyMatch(
                                q -> "5.000 uA/cm2".equals(q.conditions().get("current density"))));
    }

    @Test
    void theTwinWithAutomaticWindows() throws Exception {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            Report report = run(twin(seed), SimulatedScan.cell());
            Quantity q = report.quantities().getFirst();
            assertEquals(3.80, q.value(), 0.02);
            assertEquals(2, q.contributions().size(), "scatter and windows apart");
            assertEquals(3.80, onset(report, "tangent"), 0.005);
            assertTrue(onset(report, "threshold") > 3.85, "the threshold lies higher");
            assertTrue(
                    onset(report, "noise") < 3.79 && onset(report, "noise") > 3.65,
                    "the noise is left before the line begins: " + onset(report, "noise"));
            sum += q.value();
        }
        assertEquals(3.8 - 0.02 / 12, sum / 20, 1e-3);
    }

    /** The scatter of the regression over noise is what its uncertainty says. */
    @Test
    void uncertaintyFromTheScatter() throws Exception {
        int n = 200;
        double sum = 0;
        double squares = 0;
        double told = 0;
        for (int seed = 0; seed < n; seed++) {
            Recording r =
                    new SimulatedScan(1e-4, 0.002, 3, 4.5)
                            .noise(0.1e-6, seed)
                            .record((e, up, b) -> ramp(e));
            Quantity q =
                    run(r, SimulatedScan.cell(), "fit=4.0:4.4", "background=3.1:3.7")
                            .quantities()
                            .getFirst();
            sum += q.value();
            squares += q.value() * q.value();
            told += q.contributions().get("run:r/oxidation regression scatter") / n;
        }
        double deviation = Math.sqrt(squares / n - sum / n * sum / n);
        assertEquals(deviation, told, 0.15 * deviation);
    }

    /** 95 % intervals with automatic windows hold the truth in about 95 % of the scans. */
    @Test
    void intervalsCoverTheTruth() throws Exception {
        int n = 150;
        double w = 0.020;
        double limit = (5 * 0.282743 - 0.02) / 12;
        // the inverse of 12 w ln(1 + exp((E - 3.8)/w))
        Map<String, Double> truth =
                Map.of(
                        "regression",
                        3.8 - 0.02 / 12,
                        "tangent",
                        3.8,
                        "threshold",
                        3.8 + w * Math.log(Math.expm1(limit / w)),
                        "charge",
                        chargeOnset());
        Map<String, Integer> held = new HashMap<>();
        for (int seed = 0; seed < n; seed++) {
            Recording r =
                    new SimulatedScan(100e-6, 0.002, 2.9, 4.5)
                            .noise(20e-9, seed)
                            .record((e, rising, branch) -> softplus(e));
            Report report = run(r, SimulatedScan.cell());
            for (var t : truth.entrySet()) {
                Quantity q =
                        quantity(report, OnsetAnalysis.ONSET, "method", t.getKey()).orElseThrow();
                boolean isHeld =
                        q.interval95().orElseThrow().low() <= t.getValue()
                                && t.getValue() <= q.interval95().orElseThrow().high();
                held.merge(t.getKey(), isHeld ? 1 : 0, Integer::sum);
            }
        }
        for (var h : held.entrySet()) {
            double share = h.getValue() / (double) n;
            assertTrue(share >= 0.90 && share <= 0.995, h + " of " + n);
        }
    }

    /** Where 0.1 uAh/cm2 have flowed beyond the background, by Simpson's rule. */
    private static double chargeOnset() {
        double limit = 0.1 * 3.6e-3 * 0.282743 * 100e-6;
        double sum = 0;
        double h = 1e-6;
        double e = 3.4;
        while (sum < limit) {
            double a = softplus(e) - 0.02e-6;
            double m = softplus(e + h / 2) - 0.02e-6;
            double b = softplus(e + h) - 0.02e-6;
            sum += h / 6 * (a + 4 * m + b);
            e += h;
        }
        return e;
    }

    /** Noise alone has a largest value too, and is no reaction. */
    @Test
    void noiseIsNoRise() throws Exception {
        int found = 0;
        for (int seed = 0; seed < 100; seed++) {
            Recording r =
                    new SimulatedScan(100e-6, 0.002, 2.9, 3.6, 2.6, 2.9)
                            .noise(20e-9, seed)
                            .record((e, rising, branch) -> 0.02e-6);
            Report report = run(r, SimulatedScan.cell());
            found +=
                    quantity(report, OnsetAnalysis.ONSET, "method", "regression").isPresent()
                            ? 1
                            : 0;
        }
        assertTrue(found <= 1, found + " of 100 scans of noise have an onset");
    }

    @Test
    void passivationIsSaid() throws Exception {
        Report report = run(twin(5), SimulatedScan.cell());
        for (String cycle : List.of("2", "3")) {
            Quantity share =
                    quantity(report, "current relative to first cycle", "cycle", cycle)
                            .orElseThrow();
            assertEquals(0, share.value(), 0.001);
        }
        assertTrue(report.findings().stream().anyMatch(f -> f.toString().contains("passivate")));
        Recording again =
                new SimulatedScan(100e-6, 0.002, THREE_CYCLES).record((e, up, b) -> softplus(e));
        Report same = run(again, SimulatedScan.cell());
        assertEquals(
                1,
                quantity(same, "current relative to first cycle", "cycle", "2")
                        .orElseThrow()
                        .value(),
                1e-3);
    }

    @Test
    void windowOfAScanBothWays() throws Exception {
        Report report = run(bothWays(), SimulatedScan.cell());
        Quantity oxidation =
                quantity(report, OnsetAnalysis.ONSET, "branch", "oxidation").orElseThrow();
        Quantity reduction =
                quantity(report, OnsetAnalysis.ONSET, "branch", "reduction").orElseThrow();
        assertEquals(4.0 - 0.01 / 5, oxidation.value(), 0.005);
        assertEquals(0.5 + 0.01 / 8, reduction.value(), 0.005);
        Quantity window =
                quantity(report, "stability window", "method", "regression").orElseThrow();
        assertEquals(oxidation.value() - reduction.value(), window.value(), 1e-12);
        assertEquals(
                Math.hypot(oxidation.standardUncertainty(), reduction.standardUncertainty()),
                window.standardUncertainty(),
                1e-12);
        assertFalse(window.conditions().containsKey("limit"));
    }

    @Test
    void windowOfAScanOneWayIsALimit() throws Exception {
        Report report = run(twin(2), SimulatedScan.cell());
        Quantity window =
                quantity(report, "stability window", "method", "regression").orElseThrow();
        assertEquals(3.80 - 2.6, window.value(), 0.02);
        assertTrue(window.conditions().get("limit").startsWith("at least"));
        assertTrue(SimulatedScan.codes(report).contains("stability.onset.none"));
    }

    @Test
    void potentialsAreTurnedIntoThoseAgainstLithium() throws Exception {
        Recording r =
                new SimulatedScan(100e-6, 0.002, 3 - 0.62, 4.5 - 0.62)
                        .record((e, up, b) -> ramp(e + 0.62));
        Cell cell =
                Cell.of("c", "pellet", Sample.named("s"))
                        .with(Cell.DIAMETER, 6, 0, Unit.of("mm"))
                        .with("reference", "Li-In");
        Report report = run(r, cell, "fit=4.0:4.4", "background=3.1:3.7");
        Quantity q = report.quantities().getFirst();
        assertEquals(3.8 - 0.02 / 12, q.value(), 1e-9);
        assertEquals("Li+/Li", q.conditions().get("reference"));
        assertEquals("+0.620 V from Li-In to Li+/Li", q.conditions().get("conversion"));
        // 0.1 V against Ag/AgCl is 0.297 V against SHE and 0.297 + 0.0592 pH against RHE
        assertEquals(
                0.197 + 7 * 0.05916,
                Reference.of("Ag/AgCl", 7).to(Reference.of("RHE", 7)).orElseThrow(),
                1e-4);
        assertThrows(
                AnalysisException.class,
                () -> run(r, cell.with("reference", "my wire"), "reportAgainst=Li+/Li"));
        Report own =
                run(r, cell.with("reference", "my wire"), "reportAgainst=Li+/Li", "offset=0.62");
        assertEquals(3.798, own.quantities().getFirst().value(), 0.005);
    }

    @Test
    void ohmicDrop() throws Exception {
        Recording r =
                new SimulatedScan(100e-6, 0.002, 3, 4.5).drop(20e3).record((e, up, b) -> ramp(e));
        String[] windows = {"fit=4.0:4.4", "background=3.1:3.7"};
        Report left = run(r, SimulatedScan.cell(), windows);
        // the background current of 0.02 uA over 20 kohm
        assertEquals(3.8 + 0.02e-6 * 20e3, onset(left, "tangent"), 1e-9);
        Report taken =
                run(r, SimulatedScan.cell(), windows[0], windows[1], "drop=set", "resistance=20e3");
        assertEquals(3.8, onset(taken, "tangent"), 1e-9);
        assertEquals(3.8 + (5 * 0.282743 - 0.02) / 12, onset(taken, "threshold"), 1e-6);
        assertEquals(
                5 * 0.282743e-6 * 20e3, onset(left, "threshold") - onset(taken, "threshold"), 1e-4);
        Quantity r0 =
                Quantity.of("resistance", "R", 20e3, Unit.of("ohm"))
                        .withKey("electrolyte resistance")
                        .withContribution("run:f/electrolyte resistance", 100);
        Recording spectrum =
                Recording.of("spectrum", Technique.EIS, ArrayTable.rows(0).build()).build();
        Inputs.Upstream fit =
                new Inputs.Upstream(
                        "f",
                        "org.ionbench.analysis.eis.fit",
                        List.of(spectrum),
                        Report.builder().quantity(r0).build());
        Inputs inputs = new Inputs(List.of(r), List.of(fit), Optional.of(SimulatedScan.cell()));
        Report fromSpectrum =
                SimulatedScan.run(
                        new OnsetAnalysis(),
                        inputs,
                        Map.of(
                                "drop",
                                "spectrum",
                                "fit",
                                "4.0:4.4",
                                "background",
                                "3.1:3.7",
                                "method",
                                "threshold"));
        Quantity q = fromSpectrum.quantities().getFirst();
        assertEquals(3.8 + (5 * 0.282743 - 0.02) / 12, q.value(), 1e-6);
        // dE = -I dR
        assertEquals(
                -5 * 0.282743e-6 * 100,
                q.contributions().get("run:f/electrolyte resistance"),
                2e-6);
        assertTrue(
                SimulatedScan.codes(
                                SimulatedScan.run(
                                        new OnsetAnalysis(),
                                        inputs,
                                        Map.of("fit", "4.0:4.4", "background", "3.1:3.7")))
                        .contains("stability.drop.left"));
    }

    @Test
    void nothingRises() throws Exception {
        Recording r =
                new SimulatedScan(1e-3, 0.002, 2.5, 4.5)
                        .noise(1e-9, 8)
                        .record((e, up, b) -> 0.02e-6 + 1e-9 * e);
        Report report = run(r, SimulatedScan.cell());
        assertTrue(quantity(report, OnsetAnalysis.ONSET, "branch", "oxidation").isEmpty());
        assertTrue(SimulatedScan.codes(report).contains("stability.onset.none"));
        Quantity window =
                quantity(report, "stability window", "method", "regression").orElseThrow();
        assertEquals(2.0, window.value(), 1e-9);
    }

    @Test
    void platingIsNoOxidation() throws Exception {
        // down to plating and back through stripping
        Recording r =
                new SimulatedScan(1e-4, 0.002, 2.6, -0.1, 2.6)
                        .noise(1e-9, 9)
                        .record(
                                (e, up, b) ->
                                        b == 0
                                                ? -0.02e-6 - 200e-6 * Math.max(0, -0.02 - e)
                                                : e < 0.2 ? 2e-4 * (e + 0.05) : 0.02e-6);
        Report report = run(r, SimulatedScan.cell());
        assertTrue(quantity(report, OnsetAnalysis.ONSET, "branch", "oxidation").isEmpty());
        assertEquals(
                -0.02,
                quantity(report, OnsetAnalysis.ONSET, "branch", "reduction").orElseThrow().value(),
                0.005);
    }

    @Test
    void plotsHaveHandlesAndRibbons() throws Exception {
        Report report = run(twin(3), SimulatedScan.cell());
        Plot onset = report.plots().getFirst();
        assertEquals("onset", onset.id());
        assertEquals("potential", onset.x().id());
        assertEquals(2, onset.series().stream().filter(s -> s.role() == Series.Role.BAND).count());
        assertEquals("potential", report.plots().get(1).x().id());
        assertEquals("E vs Li\u207a/Li", onset.x().quantity());
    }

    @Test
    void wrongSettingsAreSaid() {
        Recording r = twin(1);
        for (String s :
                List.of("thresholds=five", "cycle=9", "drop=set", "fit=9:10", "acidity=sour")) {
            String message =
                    assertThrows(AnalysisException.class, () -> run(r, SimulatedScan.cell(), s), s)
                            .getMessage();
            assertTrue(message.length() > 20, message);
        }
    }
}
