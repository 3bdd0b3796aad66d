// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.stability.SimulatedScan;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ComparisonTest implements AnalysisContract<ComparisonSettings> {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 2, 12, 0);

    /** An arc: its resistance in ohm, the error of that, its time constant in s. */
    private record Arc(double r, double error, double seconds) {}

    private static FitParameter ohms(String name, double value, double error) {
        return new FitParameter(
                name, value, "ohm", error, Optional.empty(), true, 0, Double.POSITIVE_INFINITY);
    }

    private static Inputs.Upstream fit(
            String id, int hour, double celsius, Cell cell, double r0, Arc... arcs) {
        List<FitParameter> parameters = new ArrayList<>();
        parameters.add(ohms("R0.R", r0, 1));
        Report.Builder report = Report.builder();
        for (int k = 0; k < arcs.length; k++) {
            parameters.add(ohms("R" + (k + 1) + ".R", arcs[k].r(), arcs[k].error()));
            String code = "p(R" + (k + 1) + ",CPE" + (k + 1) + ")";
            report.quantity(
                    Quantity.of(
                                    "characteristic frequency",
                                    "f",
                                    1 / (2 * Math.PI * arcs[k].seconds()),
                                    Unit.of("Hz"))
                            .withKey("characteristic frequency " + code)
                            .withCondition("arc", code));
        }
        report.fit(
                new Fit(
                        "R0-arcs" + arcs.length,
                        "modulus",
                        61,
                        List.of(1., 1e6),
                        true,
                        "",
                        9,
                        1,
                        1,
                        0,
                        0,
                        parameters,
                        List.of(),
                        Map.of()));
        report.plot(
                Plot.of(
                        "nyquist",
                        "Nyquist plot with fit",
                        Axis.linear("re", "Re Z", "ohm"),
                        Axis.linear("im", "\u2212Im Z", "ohm"),
                        List.of(
                                Series.measured(
                                        "measured",
                                        0,
                                        new double[] {r0, r0 + 10, r0 + 5000},
                                        new double[] {0, 10, 5000}),
                                Series.fit(
                                        "fit",
                                        0,
                                        new double[] {r0, r0 + 10, r0 + 5000},
                                        new double[] {0, 10, 5000}))));
        Recording spectrum =
                Recording.of("spectrum " + id, Technique.EIS, ArrayTable.rows(0).build())
                        .start(NOON.plusHours(hour))
                        .condition(
                                "set temperature",
                                Quantity.of("temperature", "T", celsius + 273.15, Unit.of("K")))
                        .build();
        return new Inputs.Upstream(
                id,
                "org.ionbench.analysis.eis.fit",
                List.of(spectrum),
                report.build(),
                Optional.of(cell));
    }

    private static Inputs inputs(Inputs.Upstream... fits) {
        return new Inputs(List.of(), List.of(fits), Optional.of(SimulatedScan.cell()));
    }

    private static Report run(Inputs inputs, Map<String, String> settings) throws Exception {
        return SimulatedScan.run(new ComparisonAnalysis(), inputs, settings);
    }

    /** The arcs after stand in the other order, and the later spectrum comes first. */
    private static Inputs grown() {
        Cell c = SimulatedScan.cell();
        return inputs(
                fit("b", 5, 60, c, 184.5, new Arc(52, 0.6, 1.2e-4), new Arc(30, 0.4, 1e-6)),
                fit("a", 0, 60, c, 184, new Arc(29.8, 0.3, 1.1e-6), new Arc(40, 0.8, 1e-4)));
    }

    @Override
    public Analysis<ComparisonSettings> analysis() {
        return new ComparisonAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(grown());
    }

    @Test
    void arcsAreMatchedByTimeConstant() throws Exception {
        Report report = run(grown(), Map.of());
        Quantity slow = report.quantity("resistance change p(R2,CPE2)").orElseThrow();
        assertEquals(12, slow.value(), 1e-9);
        assertEquals(1.0, slow.standardUncertainty(), 1e-9);
        assertEquals("larger", slow.conditions().get("verdict"));
        assertEquals("spectrum a", slow.conditions().get("before"));
        assertEquals(-0.8, slow.contributions().get("run:a/R2.R"), 1e-12);
        assertEquals(0.6, slow.contributions().get("run:b/R1.R"), 1e-12);
        Quantity fast = report.quantity("resistance change p(R1,CPE1)").orElseThrow();
        assertEquals(0.2, fast.value(), 1e-9);
        assertEquals("no change", fast.conditions().get("verdict"));
        assertEquals(0.5, report.quantity("resistance change R0").orElseThrow().value(), 1e-9);
        assertTrue(SimulatedScan.codes(report).isEmpty(), SimulatedScan.codes(report) + "");
    }

    @Test
    void overlayWithItsArcsApart() throws Exception {
        Report report = run(grown(), Map.of());
        assertEquals(List.of("nyquist", "inset"), report.plots().stream().map(Plot::id).toList());
        assertEquals(4, report.plots().getFirst().series().size());
        assertTrue(report.plots().getFirst().equalAspect());
        var inset = (Points.Inline) report.plots().get(1).series().getFirst().points();
        assertEquals(2, inset.x().length, "the tail is left out");
    }

    @Test
    void otherTemperatureGeometryAndCircuitAreSaid() throws Exception {
        Cell thick =
                Cell.of("d", "other", SimulatedScan.cell().sample())
                        .with(Cell.DIAMETER, 10, 0.01, Unit.of("mm"));
        Report report =
                run(
                        inputs(
                                fit("a", 0, 60, SimulatedScan.cell(), 184, new Arc(40, 1, 1e-4)),
                                fit(
                                        "b",
                                        5,
                                        70,
                                        thick,
                                        184,
                                        new Arc(40, 1, 1e-4),
                                        new Arc(10, 1, 10))),
                        Map.of());
        List<String> codes = SimulatedScan.codes(report);
        for (String c : List.of("temperature", "geometry", "circuit", "alone")) {
            assertTrue(codes.contains("stability.comparison." + c), c + " in " + codes);
        }
    }

    @Test
    void spectraCanBeNamed() throws Exception {
        Report report = run(grown(), Map.of("before", "spectrum b", "after", "spectrum a"));
        assertEquals(
                -12, report.quantity("resistance change p(R1,CPE1)").orElseThrow().value(), 1e-9);
        assertTrue(
                assertThrows(
                                AnalysisException.class,
                                () -> run(grown(), Map.of("before", "none such")))
                        .getMessage()
                        .contains("spectrum a"));
        assertFalse(
                new ComparisonAnalysis().obstacle(inputs(grown().upstream().getFirst())).isEmpty());
    }
}
