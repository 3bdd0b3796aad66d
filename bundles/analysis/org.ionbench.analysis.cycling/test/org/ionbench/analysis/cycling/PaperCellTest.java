// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.cycling.summary.Convention;
import org.ionbench.analysis.cycling.summary.SummaryAnalysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The TiS2 cell of Hehn et al. 2025 as a truth: it starts with a discharge, 3 cycles at C/20, 70 at
 * C/10, 20 at C/5, 20 at C/2, 62 at C/10; Q_n = 205 (1 - 0.0026333 (n - 1)) mAh/g, 89 % of each
 * loss within the cycle.
 */
class PaperCellTest {
    private static final double FADE = 0.0026333;

    private static double[] rate(int cycle) {
        if (cycle <= 3) {
            return new double[] {20, 1, 0};
        }
        if (cycle <= 73 || cycle > 113) {
            return new double[] {10, 1, 0};
        }
        return cycle <= 93 ? new double[] {5, 0.94, 0.01} : new double[] {2, 0.80, 0.04};
    }

    private static Recording recording() {
        SimulatedCycler cycler = new SimulatedCycler();
        cycler.rest(3600, 2.4);
        for (int n = 1; n <= 175; n++) {
            double[] rate = rate(n);
            double before = n == 1 ? 0 : rate(n - 1)[2];
            double capacity = 205 * (1 - FADE * (n - 1));
            double first = (rate[1] - before) * capacity * SimulatedCycler.SULPHIDE_GRAMS;
            double second =
                    (rate[1] - rate[2])
                            * (capacity - 0.89 * FADE * 205)
                            * SimulatedCycler.SULPHIDE_GRAMS;
            double current = 239 * SimulatedCycler.SULPHIDE_GRAMS / rate[0];
            cycler.cycle(n)
                    .hold(-current, first, 2.3, 1.7)
                    .rest(600, 1.8)
                    .hold(current, second, 1.9, 2.5)
                    .rest(600, 2.4);
        }
        return cycler.recording("TiS2");
    }

    private static Report summary(Cell cell, Map<String, String> settings) throws Exception {
        return SimulatedCycler.run(new SummaryAnalysis(), Inputs.of(recording(), cell), settings);
    }

    private static Quantity of(Report report, String key) {
        return report.quantity(key).orElseThrow(() -> new AssertionError(key));
    }

    private static Quantity where(Report report, String name, String condition, String value) {
        return report.quantities().stream()
                .filter(q -> q.name().equals(name))
                .filter(q -> value.equals(q.conditions().get(condition)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " " + condition + " " + value));
    }

    @Test
    void tableOfTruth() throws Exception {
        Cell cell =
                SimulatedCycler.sulphide().with(Convention.PROPERTY, "charge/discharge same cycle");
        Report report = summary(cell, Map.of("cycles", "1:150"));
        Quantity first = of(report, "discharge capacity");
        assertEquals("mAh/g", first.unit().symbol());
        assertEquals(205.0, first.value(), 0.01);
        assertEquals("1", first.conditions().get("cycle"));
        assertEquals(85.8, 100 * first.value() / 239, 0.05);
        assertEquals(0.605, where(report, "capacity retention", "cycle", "151").value(), 0.0001);
        Quantity fade = of(report, "capacity fade per cycle");
        assertEquals(0.00263, fade.value(), 0.000005);
        assertEquals("C/10", fade.conditions().get("rate"));
        assertEquals(
                0.00334,
                where(report, "compound capacity fade per cycle", "cycle", "151").value(),
                0.000005);
        Quantity same =
                where(
                        report,
                        "mean coulombic efficiency",
                        "convention",
                        "charge/discharge same cycle");
        assertEquals(0.9970, same.value(), 0.00005);
        assertEquals("4, 74, 94, 114", same.conditions().get("excluded"));
        assertEquals("1-150", same.conditions().get("cycles"));
        Quantity next =
                where(report, "mean coulombic efficiency", "convention", "discharge next/charge");
        assertEquals(0.9996, next.value(), 0.00005);
        assertEquals("3, 73, 93, 113", next.conditions().get("excluded"));
        String outstanding =
                report.problems().stream()
                        .filter(p -> p.code().equals("cycling.rate.change"))
                        .findFirst()
                        .orElseThrow()
                        .message();
        for (String n : List.of("74 (", "94 (", "114 (")) {
            assertTrue(outstanding.contains(n), outstanding);
        }
        assertFalse(outstanding.contains(" 4 ("), outstanding);
    }

    /** 0.1912 mAh, 0.6762 mAh/cm2; C/20 33.8, C/10 67.6, C/5 135.2, C/2 338.1 uA/cm2. */
    @Test
    void areas() throws Exception {
        Report report = summary(SimulatedCycler.sulphide(), Map.of());
        assertEquals(0.6762, of(report, "areal capacity").value(), 0.0001);
        assertEquals("mAh/cm2", of(report, "areal capacity").unit().symbol());
        assertEquals(205.0 / 239 * 0.6762, of(report, "areal capacity discharge").value(), 0.0001);
        var rates =
                report.tables().stream()
                        .filter(t -> t.title().equals("Rates"))
                        .findFirst()
                        .orElseThrow()
                        .rows();
        assertEquals(
                List.of("C/20", "C/10", "C/5", "C/2", "C/10"),
                rates.stream().map(r -> r.getFirst()).toList());
        double[] densities = {33.8, 67.6, 135.2, 338.1, 67.6};
        for (int k = 0; k < densities.length; k++) {
            assertEquals(densities[k], (Double) rates.get(k).get(4), 0.05);
        }
    }

    /** 1.2 mg with 60 % LFP, 170 mAh/g: 0.1224 mAh, 0.433 mAh/cm2. */
    @Test
    void phosphate() throws Exception {
        Cell cell =
                Cell.of("c2", "LFP", Sample.named("LFP"))
                        .with(Cell.MASS, 1.2, 0, Unit.of("mg"))
                        .with(Cell.ACTIVE_FRACTION, 0.6, 0, Unit.ONE)
                        .with(Cell.DIAMETER, 6, 0, Unit.of("mm"))
                        .with(Electrode.REFERENCE_CAPACITY, 170, 0, Unit.of("mAh/g"));
        SimulatedCycler cycler = new SimulatedCycler();
        for (int n = 1; n <= 3; n++) {
            cycler.cycle(n).hold(0.01224, 0.1, 3.4, 4).hold(-0.01224, 0.098, 3.3, 2.5);
        }
        Report report =
                SimulatedCycler.run(
                        new SummaryAnalysis(), Inputs.of(cycler.recording("LFP"), cell), Map.of());
        assertEquals(0.433, of(report, "areal capacity").value(), 0.0005);
        assertEquals(0.1224, Electrode.of(Optional.of(cell)).referenceCharge() / 3.6, 1e-9);
        Quantity mean = of(report, "mean coulombic efficiency");
        assertEquals("discharge/charge same cycle", mean.conditions().get("convention"));
        assertEquals(0.98, mean.value(), 1e-5);
        assertTrue(
                report.problems().stream()
                        .anyMatch(p -> p.code().equals("cycling.convention.assumed")));
    }

    /** Mass and area are common to all cycles: they move capacities and nothing else. */
    @Test
    void uncertainty() throws Exception {
        Report report = summary(SimulatedCycler.sulphide(), Map.of());
        Quantity q = of(report, "discharge capacity");
        assertEquals(-0.05 * 205, q.contributions().get("cell:c1/mass"), 0.01);
        assertEquals(-0.01 * 205, q.contributions().get("cell:c1/active fraction"), 0.01);
        assertEquals(
                -2 * 0.01 / 6 * 0.6762,
                of(report, "areal capacity discharge").contributions().get("cell:c1/diameter")
                        * 239
                        / 205,
                1e-5);
        // that of the reference capacity is one of mass, fraction and area
        Quantity areal = of(report, "areal capacity");
        assertEquals(0.05 * areal.value(), areal.contributions().get("cell:c1/mass"), 1e-6);
        assertEquals(
                0.01 * areal.value(), areal.contributions().get("cell:c1/active fraction"), 1e-6);
        for (String key :
                List.of(
                        "capacity retention",
                        "mean coulombic efficiency",
                        "capacity fade per cycle")) {
            assertTrue(
                    of(report, key).contributions().keySet().stream()
                            .noneMatch(k -> k.startsWith("cell:")),
                    key);
        }
    }

    @Test
    void withoutAMass() throws Exception {
        Report report = summary(Cell.of("c1", "a cell", Sample.named("a sample")), Map.of());
        Quantity q = of(report, "discharge capacity");
        assertEquals("Ah", q.unit().symbol());
        assertEquals(205 * 0.8e-6, q.value(), 1e-9);
        assertTrue(
                report.problems().stream().anyMatch(p -> p.code().equals("cycling.mass.unknown")));
    }
}
