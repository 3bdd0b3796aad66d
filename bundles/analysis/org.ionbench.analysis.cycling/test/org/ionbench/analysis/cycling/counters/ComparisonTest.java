// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.counters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Step.Control;
import org.ionbench.analysis.cycling.counters.Comparison.Verdict;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Steps whose charge is known in closed form, with counters that tell it or do not. */
class ComparisonTest {
    private static final double I = 1.2345678;

    /** Rows of time in s, current in mA and counter in mC, all of one step. */
    private static final class Rows {
        private final List<double[]> rows = new ArrayList<>();

        Rows row(double time, double milliamperes, double millicoulombs) {
            rows.add(new double[] {time, milliamperes, millicoulombs});
            return this;
        }

        /** A row each so many seconds until the end. */
        static Rows of(
                double every,
                double end,
                DoubleUnaryOperator current,
                DoubleUnaryOperator counter) {
            Rows rows = new Rows();
            for (double t = 0; t <= end; t += every) {
                rows.row(t, current.applyAsDouble(t), counter.applyAsDouble(t));
            }
            return rows;
        }

        Counting counting() throws Exception {
            return counting("I");
        }

        Counting counting(String currentName) throws Exception {
            int n = rows.size();
            double[][] c = new double[4][n];
            for (int r = 0; r < n; r++) {
                for (int k = 0; k < 3; k++) {
                    c[k][r] = rows.get(r)[k];
                }
                c[3][r] = 4.2;
            }
            Recording recording =
                    Recording.of(
                                    "r",
                                    Technique.CYCLING,
                                    ArrayTable.rows(n)
                                            .column(
                                                    ColumnSpec.of("t").as(QuantityKind.TIME, "s"),
                                                    c[0])
                                            .column(
                                                    ColumnSpec.of(currentName)
                                                            .as(QuantityKind.CURRENT, "mA"),
                                                    c[1])
                                            .column(
                                                    ColumnSpec.of("Q")
                                                            .as(QuantityKind.CAPACITY_CHARGE, "mC"),
                                                    c[2])
                                            .column(
                                                    ColumnSpec.of("E")
                                                            .as(QuantityKind.CELL_VOLTAGE, "V"),
                                                    c[3])
                                            .column(
                                                    ColumnSpec.of("n").as(QuantityKind.STEP, "1"),
                                                    new double[n])
                                            .build())
                            .build();
            return Counting.of(Inputs.of(recording), Counting.Options.AUTO, Progress.NONE);
        }

        Comparison only() throws Exception {
            List<Comparison> all = Comparison.of(counting());
            assertEquals(1, all.size());
            return all.getFirst();
        }
    }

    private static List<Problem> said(Rows rows) throws Exception {
        return CounterProblems.of(Comparison.of(rows.counting()), false);
    }

    @Test
    void aTrueCounterAgrees() throws Exception {
        Comparison c = Rows.of(10, 3600, t -> I, t -> I * t).only();
        assertEquals(Verdict.WITHIN, c.verdict());
        assertEquals(Control.CONSTANT_CURRENT, c.step().control());
        assertEquals(3600e-3 * I, c.counter(), 1e-12);
        assertEquals(0, c.difference(), 1e-9);
        assertTrue(said(Rows.of(10, 3600, t -> I, t -> I * t)).isEmpty());
    }

    /** 0.2 % and no more, however close the rows are. */
    @Test
    void aWrongCounterIsBeyond() throws Exception {
        assertEquals(
                Verdict.WITHIN, Rows.of(10, 3600, t -> I, t -> 1.0019 * I * t).only().verdict());
        Rows wrong = Rows.of(10, 3600, t -> I, t -> 1.0021 * I * t);
        assertEquals(Verdict.BEYOND, wrong.only().verdict());
        Problem said = said(wrong).getFirst();
        assertEquals("cycling.counter.beyond", said.code());
        assertTrue(said.message().startsWith("In 1 of 1 step "), said.message());
        assertTrue(said.message().contains("1.235 of 1.237 mAh"), said.message());
    }

    /** exp(-t/600) each 10 s leaves 0.83 % open to either side, a tenth of what is wrong. */
    @Test
    void denseRowsLeaveLittleOpen() throws Exception {
        DoubleUnaryOperator current = t -> I * Math.exp(-t / 600);
        DoubleUnaryOperator charge = t -> 600 * I * (1 - Math.exp(-t / 600));
        Comparison fine = Rows.of(10, 3600, current, charge).only();
        assertEquals(Verdict.WITHIN, fine.verdict());
        assertTrue(fine.step().isTapering());
        Comparison wrong = Rows.of(10, 3600, current, t -> 0.9 * charge.applyAsDouble(t)).only();
        assertEquals(Verdict.BEYOND, wrong.verdict());
        // sums of a geometric series
        double q = Math.exp(-10 / 600.0);
        double most = 10 * I * (1 - Math.pow(q, 360)) / (1 - q);
        assertEquals(most * 1e-3, wrong.bounds().most(), 1e-9);
        assertEquals(q * most * 1e-3, wrong.bounds().least(), 1e-9);
    }

    /** A fast decay to a slow one between two rows 60 s apart: neither rule can know. */
    @Test
    void sparseRowsLeaveItOpen() throws Exception {
        DoubleUnaryOperator current = t -> I * (0.8 * Math.exp(-t / 5) + 0.2 * Math.exp(-t / 300));
        DoubleUnaryOperator charge =
                t -> I * (4 * (1 - Math.exp(-t / 5)) + 60 * (1 - Math.exp(-t / 300)));
        Rows sparse = Rows.of(60, 240, current, charge);
        Comparison c = sparse.only();
        assertTrue(c.difference() > 0.2, String.valueOf(c.difference()));
        assertEquals(Verdict.WITHIN_ROWS, c.verdict());
        Problem said = said(sparse).getFirst();
        assertEquals("cycling.counter.rows", said.code());
        // with a row each second there is nothing open
        assertEquals(Verdict.WITHIN, Rows.of(1, 240, current, charge).only().verdict());
        // more than the rows allow stays beyond
        assertEquals(
                Verdict.BEYOND,
                Rows.of(60, 240, current, t -> 3 * charge.applyAsDouble(t)).only().verdict());
    }

    /** The current came on 0.3 s after a first row without it, 0.4 s before the second. */
    @Test
    void theMomentOfSwitchingIsOpen() throws Exception {
        Rows rows = new Rows().row(0, 0.001 * I, 0);
        for (int k = 0; k < 65; k++) {
            double t = 0.4 + 0.15 * k;
            rows.row(t, I, I * (t - 0.3));
        }
        Comparison c = rows.only();
        assertEquals(3, 100 * c.difference(), 0.2);
        assertEquals(Verdict.WITHIN_ROWS, c.verdict());
        assertEquals(0.4e-3 * I, c.bounds().most() - c.bounds().least(), 1e-6);
    }

    /** Means since the row before leave nothing open. */
    @Test
    void meansLeaveNothingOpen() throws Exception {
        Rows rows = Rows.of(60, 240, t -> I / (1 + t / 60), t -> I * t / 5);
        assertEquals(Verdict.BEYOND, Comparison.of(rows.counting("<I>/mA")).getFirst().verdict());
    }

    /** A counter in whole mC that stands at 20 may have been up to 21. */
    @Test
    void aRoundedCounterTellsNoMore() throws Exception {
        Rows rounded = Rows.of(1, 16, t -> I, t -> Math.floor(I * t * 1.04));
        Comparison c = rounded.only();
        assertTrue(Math.abs(c.difference()) > 0.002);
        assertEquals(Verdict.WITHIN_DIGITS, c.verdict());
        assertEquals(
                Verdict.BEYOND,
                Rows.of(1, 16, t -> I, t -> Math.floor(I * t * 1.4)).only().verdict());
    }

    @Test
    void aRecordingWithoutCounterIsNotCompared() throws Exception {
        assertTrue(Comparison.of(Rows.of(10, 3600, t -> I, t -> 0).counting()).isEmpty());
    }
}
