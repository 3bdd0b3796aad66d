// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.cycling.differential.DifferentialAnalysis;
import org.ionbench.analysis.cycling.plating.CriticalCurrentAnalysis;
import org.ionbench.analysis.cycling.resistance.ResistanceAnalysis;
import org.ionbench.analysis.cycling.summary.Convention;
import org.ionbench.analysis.cycling.summary.SummaryAnalysis;
import org.ionbench.analysis.cycling.titration.GittAnalysis;
import org.ionbench.analysis.cycling.titration.PittAnalysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What the results of a summary hold for, and how well they are known. */
class HeldForTest {
    private static final String SAME = "charge/discharge same cycle";

    /** Charges of 99, 98, 97, 98, 98 % of what was discharged before, at one current. */
    private static final double[] RETURNED = {0.99, 0.98, 0.97, 0.98, 0.98};

    private static SimulatedCycler cycler() {
        SimulatedCycler cycler = new SimulatedCycler();
        for (int n = 1; n <= RETURNED.length; n++) {
            cycler.cycle(n).hold(-0.02, 0.2, 2, 2).hold(0.02, 0.2 * RETURNED[n - 1], 2.5, 2.5);
        }
        return cycler;
    }

    private static Cell cell() {
        return SimulatedCycler.sulphide().with(Convention.PROPERTY, SAME);
    }

    private static Report summary(Recording recording, Cell cell) throws Exception {
        return SimulatedCycler.run(
                new SummaryAnalysis(), Inputs.of(recording, cell), Map.of("after", "2"));
    }

    private static Quantity of(Report report, String key) {
        return report.quantity(key).orElseThrow(() -> new AssertionError(key));
    }

    private static String said(Report report, String code) {
        return report.problems().stream()
                .filter(p -> p.code().equals(code))
                .map(Problem::message)
                .findFirst()
                .orElse("");
    }

    /**
     * 0.99, 0.98, 0.97, 0.98 and 0.98 have the mean 0.980 and lie 0.01, 0, -0.01, 0 and 0 off it:
     * s^2 = 2e-4/4, s = 7.0711e-3, s over the root of 5 is 3.1623e-3, and t(0.975, 4) is 2.7764.
     */
    @Test
    void meanEfficiencyHasTheStandardErrorOfItsCycles() throws Exception {
        Report report = summary(cycler().recording("five"), cell());
        Quantity mean = of(report, "mean coulombic efficiency");
        assertEquals(SAME, mean.conditions().get("convention"));
        assertEquals(0.980, mean.value(), 1e-6);
        assertEquals(3.1623e-3, mean.standardUncertainty(), 1e-6);
        Interval interval = mean.interval95().orElseThrow();
        assertEquals(0.980 - 2.7764 * 3.1623e-3, interval.low(), 1e-6);
        assertEquals(0.980 + 2.7764 * 3.1623e-3, interval.high(), 1e-6);
        assertTrue(mean.contributions().keySet().stream().noneMatch(k -> k.startsWith("cell:")));
    }

    /**
     * The charge of a cycle against the next discharge is another reading, with its own scatter.
     */
    @Test
    void theOtherReadingHasItsOwnError() throws Exception {
        Report report = summary(cycler().recording("five"), cell());
        Quantity next = of(report, "mean coulombic efficiency, discharge next/charge");
        double[] e = {1 / 0.99, 1 / 0.98, 1 / 0.97, 1 / 0.98};
        double m = (e[0] + e[1] + e[2] + e[3]) / 4;
        double squares = 0;
        for (double x : e) {
            squares += (x - m) * (x - m);
        }
        assertEquals(m, next.value(), 1e-6);
        assertEquals(Math.sqrt(squares / 3 / 4), next.standardUncertainty(), 1e-6);
        // t(0.975, 3)
        assertEquals(
                3.1824 * next.standardUncertainty(),
                next.interval95().orElseThrow().high() - m,
                1e-6);
    }

    /** Ratios of single cycles have no error, and the report says why. */
    @Test
    void whatHasNoErrorSaysWhy() throws Exception {
        Report report = summary(cycler().recording("five"), cell());
        String why = said(report, "cycling.accuracy.unknown");
        int without = 0;
        for (Quantity q : report.quantities()) {
            if (q.interval95().isEmpty()) {
                assertTrue(why.contains(q.name()), q.name() + ": " + why);
                without++;
            }
        }
        assertTrue(without > 5, "without: " + without);
        for (String name :
                List.of(
                        "capacity retention",
                        "compound capacity fade per cycle",
                        "energy efficiency",
                        "mean charge voltage",
                        "mean discharge voltage",
                        "voltage hysteresis")) {
            assertTrue(why.contains(name), name + ": " + why);
        }
        assertFalse(why.contains("mean coulombic efficiency"), why);
        assertFalse(why.contains("discharge capacity"), why);
        assertTrue(why.contains("cancel exactly"), why);
    }

    /** 2.5 V times 0.198 mAh put in, 2 V times 0.2 mAh taken out: 0.4/0.495. */
    @Test
    void energyEfficiencyNamesItsConvention() throws Exception {
        Report report = summary(cycler().recording("five"), cell());
        Quantity energy = of(report, "energy efficiency");
        assertEquals("discharge/charge same cycle", energy.conditions().get("convention"));
        assertEquals(0.4 / 0.495, energy.value(), 1e-6);
        assertTrue(
                report.tables().stream()
                        .anyMatch(
                                t ->
                                        t.headers()
                                                .contains(
                                                        "Energy efficiency, discharge/charge same"
                                                                + " cycle")));
    }

    @Test
    void massWithoutAnUncertaintyIsTold() throws Exception {
        assertEquals("", said(summary(cycler().recording("five"), cell()), "cycling.mass.exact"));
        Cell exact =
                cell().with(Cell.MASS, 2, 0, Unit.of("mg"))
                        .with(Cell.ACTIVE_FRACTION, 0.4, 0, Unit.ONE);
        Report report = summary(cycler().recording("five"), exact);
        assertFalse(said(report, "cycling.mass.exact").isEmpty());
        assertTrue(said(report, "cycling.accuracy.unknown").contains("discharge capacity"));
    }

    // ---- temperature

    private static Recording with(Recording recording, IntToDoubleFunction celsius) {
        ArrayTable.Builder table = ArrayTable.rows(recording.table().rows());
        recording
                .table()
                .columns()
                .forEach(
                        c ->
                                table.column(
                                        c.spec(),
                                        IntStream.range(0, c.rows()).mapToDouble(c::at).toArray()));
        double[] t = new double[recording.table().rows()];
        for (int row = 0; row < t.length; row++) {
            t[row] = celsius.applyAsDouble(row);
        }
        table.column(ColumnSpec.of("T").as(QuantityKind.TEMPERATURE, "degC"), t);
        return Recording.of(recording.name(), Technique.CYCLING, table.build()).build();
    }

    private static String kelvin(Report report, String key) {
        return of(report, key).conditions().getOrDefault("temperature", "");
    }

    @Test
    void nobodySaysTheTemperature() throws Exception {
        Report report = summary(cycler().recording("five"), cell());
        for (Quantity q : report.quantities()) {
            assertFalse(q.conditions().containsKey("temperature"), q.key());
        }
    }

    @Test
    void theCellSaysTheTemperature() throws Exception {
        Cell warm = cell().with("temperature", 60, 0, Unit.of("degC"));
        Report report = summary(cycler().recording("five"), warm);
        for (Quantity q : report.quantities()) {
            // what the cell should have by its mass holds for any
            boolean isNominal = q.key().equals("areal capacity");
            assertEquals(isNominal ? "" : "333.15", kelvin(report, q.key()), q.key());
        }
    }

    /** The cycler's own sensor rules over what is said of the cell: 24.5 and 25.5 make 25 degC. */
    @Test
    void theColumnSaysTheTemperature() throws Exception {
        Cell warm = cell().with("temperature", 60, 0, Unit.of("degC"));
        // a cycle has 40 rows, a step 20
        Recording r = with(cycler().recording("five"), row -> row % 40 < 20 ? 24.5 : 25.5);
        Report report = summary(r, warm);
        for (String key : List.of("discharge capacity", "mean coulombic efficiency")) {
            assertEquals(298.15, Double.parseDouble(kelvin(report, key)), 1e-9, key);
        }
    }

    /** 25 degC in cycles 1 and 2, 45 from the third on. */
    @Test
    void whereItChangesOnlyResultsWithinOneTemperatureHaveIt() throws Exception {
        Recording r = with(cycler().recording("five"), row -> row < 80 ? 25 : 45);
        Report report = summary(r, cell());
        assertEquals("298.15", kelvin(report, "discharge capacity"));
        assertEquals("318.15", kelvin(report, "discharge capacity 5"));
        assertEquals("298.15", kelvin(report, "coulombic efficiency 1"));
        assertEquals("318.15", kelvin(report, "coulombic efficiency 5"));
        assertEquals("298.15", kelvin(report, "energy efficiency"));
        for (String key :
                List.of(
                        "capacity retention",
                        "mean coulombic efficiency",
                        "capacity fade per cycle")) {
            assertEquals("", kelvin(report, key), key);
        }
    }

    /** A chamber that is heated between the halves of a cycle leaves that cycle without one. */
    @Test
    void aCycleAtTwoTemperaturesHasNone() throws Exception {
        Recording r = with(cycler().recording("five"), row -> row < 20 ? 25 : 45);
        Report report = summary(r, cell());
        assertEquals("", kelvin(report, "energy efficiency"));
        assertEquals("318.15", kelvin(report, "discharge capacity 5"));
    }

    /** The other analyses of a cycler's data say it of their steps. */
    @Test
    void resultsOfStepsHaveTheirTemperature() throws Exception {
        Cell warm =
                Cell.of("c1", "c", Sample.named("LiCoO2"))
                        .with(Cell.MASS, 5, 0.1, Unit.of("mg"))
                        .with(Cell.ACTIVE_FRACTION, 1, 0, Unit.ONE)
                        .with(Cell.DIAMETER, 6, 0.01, Unit.of("mm"))
                        .with("temperature", 313.15, 0, Unit.of("K"));
        Recording pulses = SimulatedCycler.recording(Technique.GITT, TitrationTest.pulseRows());
        Recording steps = SimulatedCycler.recording(Technique.PITT, TitrationTest.stepRows());
        List<Report> reports =
                List.of(
                        SimulatedCycler.run(
                                new GittAnalysis(),
                                Inputs.of(pulses, warm),
                                Map.of("molarMass", "97.87", "molarVolume", "19.56")),
                        SimulatedCycler.run(
                                new PittAnalysis(), Inputs.of(steps, warm), Map.of("length", "5")),
                        SimulatedCycler.run(
                                new ResistanceAnalysis(), Inputs.of(pulses, warm), Map.of()));
        // the mass rules a diffusivity by pulses; nothing is known of the others
        assertEquals("", said(reports.getFirst(), "cycling.accuracy.unknown"));
        for (Report report : reports) {
            assertFalse(report.quantities().isEmpty());
            for (Quantity q : report.quantities()) {
                assertEquals("313.15", q.conditions().get("temperature"), q.key());
                boolean isKnown = q.interval95().isPresent();
                assertTrue(
                        isKnown || said(report, "cycling.accuracy.unknown").contains(q.name()),
                        q.key());
            }
        }
        Report differential =
                SimulatedCycler.run(
                        new DifferentialAnalysis(),
                        Inputs.of(DifferentialTest.recording(3e-4), warm),
                        Map.of());
        assertTrue(
                said(differential, "cycling.accuracy.unknown")
                        .contains("differential peak voltage"));
        assertEquals(
                "313.15", differential.quantities().getFirst().conditions().get("temperature"));
        Report critical =
                SimulatedCycler.run(
                        new CriticalCurrentAnalysis(),
                        Inputs.of(CriticalCurrentTest.recording(9, -1), warm),
                        Map.of());
        assertEquals("313.15", kelvin(critical, "critical current density"));
        assertEquals("", kelvin(critical, "charge passed before the short"));
    }
}
