// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ionbench.analysis.cycling.replicates.ReplicatesAnalysis;
import org.ionbench.analysis.cycling.replicates.ReplicatesSettings;
import org.ionbench.analysis.cycling.summary.SummaryAnalysis;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Inputs.Upstream;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReplicatesTest implements AnalysisContract<ReplicatesSettings> {

    private static Upstream cell(String name, String sample, double capacity, int cycles)
            throws Exception {
        return cell(name, sample, capacity, cycles, Double.NaN);
    }

    private static Upstream cell(
            String name, String sample, double capacity, int cycles, double celsius)
            throws Exception {
        Cell cell =
                Cell.of(name, name, Sample.named(sample))
                        .with(Cell.MASS, 1, 0, Unit.of("mg"))
                        .with(Cell.ACTIVE_FRACTION, 1, 0, Unit.ONE);
        if (!Double.isNaN(celsius)) {
            cell = cell.with("temperature", celsius, 0, Unit.of("degC"));
        }
        SimulatedCycler cycler = new SimulatedCycler();
        for (int n = 1; n <= cycles; n++) {
            double q = 1e-3 * (capacity - n + 1);
            cycler.cycle(n).hold(-0.02, q, 2.4, 1.8).hold(0.02, q, 1.8, 2.4);
        }
        Report report =
                SimulatedCycler.run(
                        new SummaryAnalysis(), Inputs.of(cycler.recording(name), cell), Map.of());
        return new Upstream(name, SummaryAnalysis.ID, List.of(), report, Optional.of(cell));
    }

    private static Report run(List<Upstream> cells) throws AnalysisException {
        return SimulatedCycler.run(
                new ReplicatesAnalysis(), new Inputs(List.of(), cells, Optional.empty()), Map.of());
    }

    /** 100, 104, 108 mAh/g: mean 104, standard deviation 4, t(0.975, 2) = 4.3027. */
    @Test
    void meanOfThree() throws Exception {
        List<Upstream> cells = new ArrayList<>();
        cells.add(cell("a", "S", 100, 10));
        cells.add(cell("b", "S", 104, 10));
        cells.add(cell("c", "S", 108, 8));
        cells.add(cell("lonely", "T", 50, 10));
        Report report = run(cells);
        Quantity mean = report.quantity("S/discharge capacity").orElseThrow();
        assertEquals(104, mean.value(), 0.01);
        assertEquals("3", mean.conditions().get("n"));
        String[] deviation = mean.conditions().get("standard deviation").split(" ");
        assertEquals(4, Double.parseDouble(deviation[0]), 0.01);
        assertEquals("mAh/g", deviation[1]);
        assertEquals(4 / Math.sqrt(3), mean.standardUncertainty(), 0.01);
        assertEquals(
                4.3027 * 4 / Math.sqrt(3),
                mean.interval95().orElseThrow().high() - mean.value(),
                0.02);
        Series band =
                report.plots().getFirst().series().stream()
                        .filter(s -> s.role() == Series.Role.BAND)
                        .findFirst()
                        .orElseThrow();
        var lower = (Points.Inline) band.points();
        assertEquals(10, lower.x().length);
        assertEquals(100, lower.y()[0], 0.02);
        assertEquals(108, band.upper()[0], 0.02);
        // the third cell ended before: 91 and 95
        assertEquals(93 - Math.sqrt(8), lower.y()[9], 0.02);
        assertEquals(
                1,
                report.plots().getFirst().series().stream()
                        .filter(s -> s.role() == Series.Role.BAND)
                        .count());
    }

    /** 24 and 25 degC are one temperature, whose cells are no replicates of those at 60. */
    @Test
    void temperatureIsThatOfAll() throws Exception {
        Report report =
                run(
                        List.of(
                                cell("a", "S", 100, 3, 25),
                                cell("b", "S", 104, 3, 24),
                                cell("c", "S", 190, 3, 60),
                                cell("d", "S", 194, 3, 60)));
        Quantity cold = report.quantity("S, 25 \u00b0C/discharge capacity").orElseThrow();
        assertEquals(102, cold.value(), 0.01);
        assertEquals(297.65, Double.parseDouble(cold.conditions().get("temperature")), 1e-9);
        Quantity warm = report.quantity("S, 60 \u00b0C/discharge capacity").orElseThrow();
        assertEquals(192, warm.value(), 0.01);
        assertEquals("333.15", warm.conditions().get("temperature"));
    }

    /** Cells of which nobody says the temperature are replicates of each other. */
    @Test
    void unknownTemperatures() throws Exception {
        Report report =
                run(
                        List.of(
                                cell("a", "S", 100, 3, Double.NaN),
                                cell("b", "S", 104, 3, Double.NaN)));
        Quantity mean = report.quantity("S/discharge capacity").orElseThrow();
        assertFalse(mean.conditions().containsKey("temperature"));
    }

    @Test
    void noReplicates() throws Exception {
        List<Upstream> cells = List.of(cell("a", "S", 100, 3), cell("b", "T", 100, 3));
        assertThrows(AnalysisException.class, () -> run(cells));
    }

    @Override
    public Analysis<ReplicatesSettings> analysis() {
        return new ReplicatesAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        try {
            List<Upstream> cells = List.of(cell("a", "S", 100, 10), cell("b", "S", 104, 8));
            return List.of(new Inputs(List.of(), cells, Optional.empty()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
