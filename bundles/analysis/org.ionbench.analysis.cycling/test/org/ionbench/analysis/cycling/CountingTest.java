// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The traps of cyclers' files: each of three cycles takes out 2.0 and puts in 1.9 mAh. */
class CountingTest {
    private static final double IN = 1.9 * 3.6;
    private static final double OUT = 2.0 * 3.6;

    private static SimulatedCycler cycler() {
        SimulatedCycler cycler = new SimulatedCycler();
        cycler.rest(600, 3);
        for (int n = 1; n <= 3; n++) {
            cycler.cycle(n).hold(-1, 2.0, 3.5, 2.5).rest(300, 3).hold(1, 1.9, 3, 4).rest(300, 3.9);
        }
        return cycler;
    }

    private static Counting count(Recording... recordings) throws Exception {
        return Counting.of(
                new Inputs(List.of(recordings), List.of(), Optional.empty()),
                Counting.Options.AUTO,
                Progress.NONE);
    }

    private static void check(Counting counting, int cycles, double tolerance) {
        assertEquals(cycles, counting.cycles().size());
        for (Cycle c : counting.cycles()) {
            assertEquals(OUT, c.discharged(), tolerance * OUT, "cycle " + c.number());
            assertEquals(IN, c.charged(), tolerance * IN, "cycle " + c.number());
        }
    }

    @Test
    void byCounters() throws Exception {
        Counting counting = count(cycler().recording("a"));
        check(counting, 3, 1e-6);
        assertEquals(-1, counting.first());
        assertEquals(13, counting.steps().size());
        for (Cycle c : counting.cycles()) {
            assertEquals(OUT, c.countedDischarge(), 1e-9);
            assertEquals(IN, c.countedCharge(), 1e-9);
        }
    }

    /** Rests split no cycle; the first half is what the data begin with. */
    @Test
    void byTheCurrent() throws Exception {
        SimulatedCycler cycler = cycler();
        cycler.withCycles = false;
        cycler.withSteps = false;
        check(count(cycler.recording("a")), 3, 1e-6);
    }

    @Test
    void aCounterOfHalfCyclesIsNotTaken() throws Exception {
        SimulatedCycler cycler = cycler();
        int half = 0;
        double last = 0;
        for (double[] row : cycler.rows()) {
            if (row[1] != 0 && Math.signum(row[1]) != last) {
                half++;
                last = Math.signum(row[1]);
            }
            row[3] = half;
        }
        Counting counting = count(cycler.recording("a"));
        check(counting, 3, 1e-6);
        assertTrue(String.join(" ", counting.choices()).contains("counts half cycles"));
    }

    @Test
    void aCounterThatStandsStillIsNotTaken() throws Exception {
        SimulatedCycler cycler = cycler();
        cycler.rows().forEach(row -> row[3] = 1);
        check(count(cycler.recording("a")), 3, 1e-6);
    }

    /** A pulse of 1 mA for a second, as for a resistance, is no cycle. */
    @Test
    void pulsesSplitNoCycle() throws Exception {
        SimulatedCycler cycler = new SimulatedCycler();
        cycler.withCycles = false;
        for (int n = 1; n <= 3; n++) {
            cycler.hold(-1, 2.0, 3.5, 2.5)
                    .hold(1, 1 / 3600.0, 2.6, 2.6)
                    .hold(-1, 1 / 3600.0, 2.5, 2.5);
            cycler.hold(1, 1.9, 3, 4);
        }
        check(count(cycler.recording("a")), 3, 1e-3);
    }

    @Test
    void holesArePassedOver() throws Exception {
        SimulatedCycler cycler = cycler();
        for (int k = 5; k < cycler.rows().size(); k += 7) {
            double[] row = cycler.rows().get(k);
            row[k % 3] = Double.NaN;
            row[3 + k % 2] = Double.NaN;
        }
        Counting counting = count(cycler.recording("a"));
        assertEquals(3, counting.cycles().size());
        for (Cycle c : counting.cycles()) {
            // a hole at the end of a step takes its last interval away, one of 19
            assertEquals(OUT, c.discharged(), 0.06 * OUT);
            assertEquals(IN, c.charged(), 0.06 * IN);
            assertTrue(Double.isFinite(c.chargedEnergy()));
        }
    }

    @Test
    void repeatedTimesCountNothing() throws Exception {
        SimulatedCycler cycler = cycler();
        List<double[]> twice = new ArrayList<>();
        cycler.rows()
                .forEach(
                        row -> {
                            twice.add(row);
                            twice.add(row.clone());
                        });
        cycler.rows().clear();
        cycler.rows().addAll(twice);
        check(count(cycler.recording("a")), 3, 1e-6);
    }

    /** A counter of time that starts anew with each step, and one that rolls over within. */
    @Test
    void timeThatRunsBackwards() throws Exception {
        SimulatedCycler cycler = cycler();
        double start = 0;
        double step = -1;
        for (double[] row : cycler.rows()) {
            if (row[4] != step) {
                step = row[4];
                start = row[0];
            }
            row[0] -= start;
        }
        Counting counting = count(cycler.recording("a"));
        check(counting, 3, 1e-5);
        assertTrue(
                counting.problems().stream()
                        .anyMatch(p -> p.code().equals("cycling.time.backwards")));
        SimulatedCycler rolled = cycler();
        for (double[] row : rolled.rows()) {
            row[0] = row[0] > 5000 ? row[0] - 5000 : row[0];
        }
        Counting once = count(rolled.recording("b"));
        // one interval of 19 in the step that rolled over is not known
        check(once, 3, 1.01 / 19);
        assertEquals(OUT, once.cycles().get(1).discharged(), 1e-5 * OUT);
    }

    /** The last row of a step with time, voltage and charges of an earlier one, as of Novonix. */
    @Test
    void aRowOfAnEarlierTimeIsPassedOver() throws Exception {
        SimulatedCycler cycler = cycler();
        List<double[]> rows = cycler.rows();
        double[] early = rows.get(3);
        for (int k = rows.size() - 2; k > 10; k--) {
            if (rows.get(k)[4] != rows.get(k + 1)[4] && rows.get(k)[1] != 0) {
                double[] stray = rows.get(k).clone();
                stray[0] = early[0];
                stray[2] = early[2];
                stray[5] = early[5];
                stray[6] = early[6];
                rows.add(k + 1, stray);
            }
        }
        Counting counting = count(cycler.recording("a"));
        check(counting, 3, 1e-6);
        for (Cycle c : counting.cycles()) {
            assertEquals(OUT, c.countedDischarge(), 1e-9);
            assertEquals(IN, c.countedCharge(), 1e-9);
        }
        assertTrue(
                counting.problems().stream().anyMatch(p -> p.code().equals("cycling.time.stray")));
        assertTrue(
                counting.problems().stream()
                        .noneMatch(p -> p.code().equals("cycling.time.backwards")));
    }

    /** Counters of the instrument that start anew in each step. */
    @Test
    void countersStartAnew() throws Exception {
        SimulatedCycler cycler = cycler();
        double step = -1;
        double in = 0;
        double out = 0;
        for (double[] row : cycler.rows()) {
            if (row[4] != step) {
                step = row[4];
                in = row[5];
                out = row[6];
            }
            row[5] -= in;
            row[6] -= out;
        }
        for (Cycle c : count(cycler.recording("a")).cycles()) {
            assertEquals(OUT, c.countedDischarge(), 1e-9);
            assertEquals(IN, c.countedCharge(), 1e-9);
        }
    }

    /** One counter of both directions that passes zero while charging, as Novonix writes it. */
    @Test
    void aCounterOfBothDirectionsPassesZero() throws Exception {
        int rows = 200;
        double[] time = new double[rows];
        double[] current = new double[rows];
        double[] voltage = new double[rows];
        double[] charge = new double[rows];
        for (int i = 0; i < rows; i++) {
            time[i] = 10 * i;
            current[i] = i < 80 ? -1 : 1;
            voltage[i] = i < 80 ? 3.9 - 0.01 * i : 3.1 + 0.005 * (i - 80);
            charge[i] = i == 0 ? 0 : charge[i - 1] + 10 * current[i];
        }
        Recording r =
                Recording.of(
                                "total",
                                Technique.CYCLING,
                                ArrayTable.rows(rows)
                                        .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), time)
                                        .column(
                                                ColumnSpec.of("I").as(QuantityKind.CURRENT, "A"),
                                                current)
                                        .column(
                                                ColumnSpec.of("U")
                                                        .as(QuantityKind.CELL_VOLTAGE, "V"),
                                                voltage)
                                        .column(
                                                ColumnSpec.of("Q").as(QuantityKind.CHARGE, "C"),
                                                charge)
                                        .build())
                        .build();
        Step charging = count(r).steps().getLast();
        assertEquals(1, charging.direction());
        assertEquals(1200, charging.countedCharge(), 10.001);
        assertEquals(charge[rows - 1] - charge[79], charging.countedCharge(), 1e-9);
    }

    /** exp(-t/tau) to 3/10000 of its begin, which crosses the limit of rest (1/2000) many times. */
    @Test
    void aHeldVoltageEndsNotAtTheLimitOfRest() throws Exception {
        int rows = 801;
        double tau = 1000;
        double[] time = new double[rows];
        double[] current = new double[rows];
        double[] step = new double[rows];
        for (int i = 0; i < rows; i++) {
            time[i] = 10 * i;
            double noise = i % 2 == 0 ? 1.1 : 0.9;
            current[i] = Math.exp(-time[i] / tau) * noise;
            step[i] = 1;
        }
        Recording r =
                Recording.of(
                                "held",
                                Technique.CYCLING,
                                ArrayTable.rows(rows)
                                        .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), time)
                                        .column(
                                                ColumnSpec.of("I").as(QuantityKind.CURRENT, "A"),
                                                current)
                                        .column(ColumnSpec.of("n").as(QuantityKind.STEP, "1"), step)
                                        .build())
                        .build();
        List<Step> steps = count(r).steps();
        assertEquals(1, steps.size());
        assertEquals(tau * (1 - Math.exp(-8)), steps.getFirst().charged(), 1e-3 * tau);
    }

    @Test
    void filesThatFollowOneAnother() throws Exception {
        LocalDateTime day = LocalDateTime.of(2026, 1, 1, 8, 0);
        Recording first = cycler().recording("a").change().start(day).build();
        Recording second = cycler().recording("b").change().start(day.plusDays(1)).build();
        Counting counting = count(second, first);
        check(counting, 6, 1e-6);
        assertEquals(
                List.of("a", "b"), counting.recordings().stream().map(Recording::name).toList());
        assertEquals(6, counting.cycles().getLast().number());
    }

    /** 1 mA for 1 mAh, then exp(-t/tau) at the held voltage: I tau (1 - e^-3) of it tapers. */
    @Test
    void shareAtConstantVoltage() throws Exception {
        SimulatedCycler cycler = new SimulatedCycler();
        cycler.hold(-1, 1, 3.5, 2.5).hold(1, 1, 3, 4.2).decay(1, 600, 3, 4.2);
        Cycle cycle = count(cycler.recording("a")).cycles().getFirst();
        double tail = 600 / 3600.0 * (1 - Math.exp(-3));
        assertEquals(tail / (1 + tail), cycle.taperedShare(), 0.005);
        assertEquals(
                List.of(
                        Step.Control.CONSTANT_CURRENT,
                        Step.Control.CONSTANT_CURRENT,
                        Step.Control.CONSTANT_VOLTAGE),
                cycle.steps().stream().map(Step::control).toList());
    }
}
