// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.eis.conduction.ConductivityAnalysis;
import org.ionbench.analysis.eis.fitting.FitAnalysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class FitAnalysisTest {

    /** R0 + (R1 || C1), 30 points from 1 MHz to 1 Hz, no noise. */
    private static double[][] arc() {
        double[][] z = new double[3][30];
        for (int i = 0; i < 30; i++) {
            z[0][i] = 1e6 * Math.pow(1e-6, i / 29.0);
            double wt = 2 * Math.PI * z[0][i] * 100 * 1e-6;
            z[1][i] = 10 + 100 / (1 + wt * wt);
            z[2][i] = -100 * wt / (1 + wt * wt);
        }
        return z;
    }

    private static Report fit(Recording r, Map<String, String> settings) throws Exception {
        return SimulatedCell.run(new FitAnalysis(), "f", Inputs.of(r), settings);
    }

    private static List<String> codes(Report r) {
        return r.problems().stream().map(Problem::code).toList();
    }

    @Test
    void report() throws Exception {
        Recording r = SimulatedCell.recording("x", arc()).calibrated(false).build();
        Report report = fit(r, Map.of("circuit", "R(RC)", "range", "10:1e5", "mask", "12"));
        Fit fit = report.fits().getFirst();
        assertEquals("R0-p(R1,C1)", fit.model());
        assertEquals("modulus", fit.weight());
        assertTrue(fit.success());
        assertEquals(100, fit.parameter("R1.R").orElseThrow().value(), 1e-6);
        assertEquals("ohm", fit.parameter("R1.R").orElseThrow().unit());
        assertEquals(0, fit.parameter("R1.R").orElseThrow().min());
        assertTrue(fit.range().get(0) >= 10 && fit.range().get(1) <= 1e5);
        assertTrue(Double.isFinite(fit.aic()) && Double.isFinite(fit.bic()));
        assertTrue(codes(report).contains("eis.uncalibrated"));
        assertEquals(
                List.of("nyquist", "bode-modulus", "bode-phase", "residuals"),
                report.plots().stream().map(Plot::id).toList());
        Plot nyquist = report.plots().getFirst();
        assertTrue(nyquist.equalAspect());
        Series left = nyquist.series().get(0);
        Series measured = nyquist.series().get(1);
        assertEquals(Series.Role.EXCLUDED, left.role());
        assertEquals(30, left.rows().length + measured.rows().length);
        assertEquals(fit.points(), measured.rows().length);
        assertTrue(java.util.Arrays.stream(left.rows()).anyMatch(row -> row == 12));
        assertEquals("frequency", report.plots().get(1).x().id());
        Quantity f = report.quantity("characteristic frequency p(R1,C1)").orElseThrow();
        assertEquals(1591.549, f.value(), 1e-3);
    }

    @Test
    void modulusAndPhase() throws Exception {
        double[][] z = arc();
        double[] size = new double[30];
        double[] phase = new double[30];
        for (int i = 0; i < 30; i++) {
            size[i] = Math.hypot(z[1][i], z[2][i]);
            phase[i] = Math.toDegrees(Math.atan2(z[2][i], z[1][i]));
        }
        Recording r =
                Recording.of(
                                "polar",
                                Technique.EIS,
                                ArrayTable.rows(30)
                                        .column(
                                                ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"),
                                                z[0])
                                        .column(
                                                ColumnSpec.of("z")
                                                        .as(QuantityKind.IMPEDANCE_MODULUS, "ohm"),
                                                size)
                                        .column(
                                                ColumnSpec.of("p")
                                                        .as(QuantityKind.IMPEDANCE_PHASE, "deg"),
                                                phase)
                                        .build())
                        .build();
        assertTrue(new FitAnalysis().obstacle(Inputs.of(r)).isEmpty());
        Fit fit = fit(r, Map.of("circuit", "R0-p(R1,C1)")).fits().getFirst();
        assertEquals(1e-6, fit.parameter("C1.C").orElseThrow().value(), 1e-12);
    }

    @Test
    void badPointsAreDroppedAndNamed() throws Exception {
        double[][] z = arc();
        z[0][3] = -1;
        z[1][5] = Double.NaN;
        z[0][7] = 0;
        Report report =
                fit(SimulatedCell.recording("x", z).build(), Map.of("circuit", "R0-p(R1,C1)"));
        assertEquals(27, report.fits().getFirst().points());
        Problem p =
                report.problems().stream()
                        .filter(q -> q.code().equals("eis.points.dropped"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("rows 4, 6, 8", p.place());
    }

    @Test
    void whatCannotBeToldApart() throws Exception {
        Report report =
                fit(
                        SimulatedCell.recording("x", arc()).build(),
                        Map.of("circuit", "R0-R2-p(R1,C1)"));
        Fit fit = report.fits().getFirst();
        assertTrue(Double.isNaN(fit.parameter("R0.R").orElseThrow().stderr()));
        assertTrue(fit.parameter("R2.R").orElseThrow().ci95().isEmpty());
        assertTrue(Double.isFinite(fit.parameter("R1.R").orElseThrow().stderr()));
        Problem p =
                report.problems().stream()
                        .filter(q -> q.code().equals("eis.fit.singular"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(p.message().contains("R0.R") && p.message().contains("R2.R"), p.message());
    }

    @Test
    void settingsThatCannotBe() {
        Recording r = SimulatedCell.recording("x", arc()).build();
        for (Map<String, String> wrong :
                List.of(
                        Map.of("circuit", "R0-p(R1"),
                        Map.of("circuit", "R0-R9", "guess", "R1.R=5"),
                        Map.of("circuit", "R0-R9", "guess", "R0.R=five"),
                        Map.of("circuit", "R0-R9", "guess", "R0.R"),
                        Map.of("circuit", "R0-R9", "fix", "R8.R"),
                        Map.of("circuit", "R0-p(R1,C1)", "range", "1e7:1e8"),
                        Map.of("circuit", "R0", "correction", "short"))) {
            AnalysisException e =
                    assertThrows(AnalysisException.class, () -> fit(r, wrong), wrong.toString());
            assertTrue(e.getMessage().length() > 20, e.getMessage());
        }
    }

    @Test
    void fixedWithAValue() throws Exception {
        Report report =
                fit(
                        SimulatedCell.recording("x", arc()).build(),
                        Map.of("circuit", "R0-p(R1,C1)", "fix", "R0.R=10"));
        var p = report.fits().getFirst().parameter("R0.R").orElseThrow();
        assertEquals(10, p.value());
        assertTrue(!p.vary() && Double.isNaN(p.stderr()));
        assertEquals(100, report.fits().getFirst().parameter("R1.R").orElseThrow().value(), 1e-6);
    }

    /** A sample of 100 ohm || 1 nF with leads of 1 ohm, 0.5 uH and a stray capacitance of 20 pF. */
    @Test
    void openAndShort() throws Exception {
        double[][] sample = new double[3][40];
        double[][] open = new double[3][40];
        double[][] shorted = new double[3][40];
        for (int i = 0; i < 40; i++) {
            double f = 1e7 * Math.pow(1e-4, i / 39.0);
            double w = 2 * Math.PI * f;
            sample[0][i] = f;
            open[0][i] = f;
            shorted[0][i] = f;
            double wt = w * 100 * (1e-9 + 20e-12);
            sample[1][i] = 1 + 100 / (1 + wt * wt);
            sample[2][i] = w * 5e-7 - 100 * wt / (1 + wt * wt);
            open[1][i] = 1;
            open[2][i] = w * 5e-7 - 1 / (w * 20e-12);
            shorted[1][i] = 1;
            shorted[2][i] = w * 5e-7;
        }
        Recording r = SimulatedCell.recording("sample", sample).build();
        Cell cell =
                Cell.of("c", "c", Sample.named("s"))
                        .withShortCircuit(SimulatedCell.recording("short", shorted).build());
        Cell both = cell.withOpenCircuit(SimulatedCell.recording("open", open).build());
        assertEquals(1.02e-9, capacitance(r, cell, "auto"), 1e-15);
        assertEquals(1e-9, capacitance(r, both, "auto"), 1e-13);
        assertEquals(1e-9, capacitance(r, both, "open-short"), 1e-13);
        assertEquals(1.02e-9, capacitance(r, both, "short"), 1e-15);
    }

    private static double capacitance(Recording r, Cell cell, String correction) throws Exception {
        Report report =
                SimulatedCell.run(
                        new FitAnalysis(),
                        "f",
                        Inputs.of(r, cell),
                        Map.of("circuit", "p(R1,C1)", "correction", correction));
        Fit fit = report.fits().getFirst();
        assertEquals(100, fit.parameter("R1.R").orElseThrow().value(), 1e-2);
        return fit.parameter("C1.C").orElseThrow().value();
    }

    /** R 131.7/175.6/219.5 ohm at 0.3/0.4/0.5 mm of 10 mm for 2.9e-4 S/cm. */
    @Test
    void conductivity() throws Exception {
        double[] ohms = {131.7, 175.6, 219.5};
        for (int k = 0; k < 3; k++) {
            SimulatedCell cell = new SimulatedCell(1);
            cell.thickness = 0.03 + 0.01 * k;
            cell.sigma30 = 2.9e-4;
            assertEquals(ohms[k], cell.resistance(303.15), 0.05);
            Recording r = cell.spectrum(30);
            Cell c = cell.cell();
            Report fit = SimulatedCell.run(new FitAnalysis(), "f", Inputs.of(r, c), Map.of());
            Report report = conductivity(fit, r, c, Map.of());
            Quantity s = report.quantity("conductivity").orElseThrow();
            assertEquals(2.9e-4, s.value(), 2e-6);
            assertEquals("S/cm", s.unit().symbol());
            // thickness 5 %, diameter 0.2 % twice
            assertEquals(0.05, s.contributions().get("cell:c1/thickness") / s.value(), 1e-9);
            assertEquals(-0.004, s.contributions().get("cell:c1/diameter") / s.value(), 1e-9);
            Quantity named =
                    conductivity(fit, r, c, Map.of("resistance", "R1.R"))
                            .quantity("conductivity")
                            .orElseThrow();
            double r1 = fit.fits().getFirst().parameter("R1.R").orElseThrow().value();
            assertEquals(cell.thickness / r1 / cell.area(), named.value(), 1e-9);
        }
    }

    private static Report conductivity(
            Report fit, Recording r, Cell cell, Map<String, String> settings) throws Exception {
        return SimulatedCell.run(
                new ConductivityAnalysis(),
                "s",
                new Inputs(
                        List.of(),
                        List.of(new Inputs.Upstream("f", FitAnalysis.ID, List.of(r), fit)),
                        Optional.of(cell)),
                settings);
    }

    @Test
    void conductivityNeedsGeometry() throws Exception {
        Recording r = new SimulatedCell(1).spectrum(30);
        Cell bare = Cell.of("c", "bare", Sample.named("s"));
        Report fit = SimulatedCell.run(new FitAnalysis(), "f", Inputs.of(r, bare), Map.of());
        AnalysisException e =
                assertThrows(AnalysisException.class, () -> conductivity(fit, r, bare, Map.of()));
        assertTrue(e.getMessage().contains("thickness"), e.getMessage());
    }
}
