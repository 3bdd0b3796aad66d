// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.cycling.summary.SummaryAnalysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.report.Finding;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A charge at 1 mA for an hour, held on with a current that falls fast and then slowly, of which
 * only a row a minute is written, and a discharge: what the summary gives as charge.
 */
class SparseRowsTest {
    /** What is held: 0.8 exp(-t/5) + 0.2 exp(-t/300) mA over 240 s, in mAh. */
    private static final double HELD = (4 * (1 - Math.exp(-48)) + 60 * (1 - Math.exp(-0.8))) / 3600;

    private final List<double[]> rows = new ArrayList<>();

    private void row(double t, double milliamperes, double in, double out, double volts, int step) {
        rows.add(new double[] {t, milliamperes, in, out, volts, step});
    }

    private Recording recording() {
        for (int k = 0; k <= 360; k++) {
            row(10 * k, 1, k / 360.0, 0, 3 + k / 360.0, 1);
        }
        for (int k = 0; k <= 4; k++) {
            double t = 60 * k;
            double in = 4 * (1 - Math.exp(-t / 5)) + 60 * (1 - Math.exp(-t / 300));
            double now = 0.8 * Math.exp(-t / 5) + 0.2 * Math.exp(-t / 300);
            row(3600 + t, now, 1 + in / 3600, 0, 4, 2);
        }
        for (int k = 0; k <= 360; k++) {
            row(3840 + 10 * k, -1, 1 + HELD, k / 360.0, 4 - k / 360.0, 3);
        }
        double[][] c = new double[6][rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int k = 0; k < 6; k++) {
                c[k][r] = rows.get(r)[k];
            }
        }
        return Recording.of(
                        "r",
                        Technique.CYCLING,
                        ArrayTable.rows(rows.size())
                                .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), c[0])
                                .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "mA"), c[1])
                                .column(
                                        ColumnSpec.of("Q+").as(QuantityKind.CAPACITY_CHARGE, "mAh"),
                                        c[2])
                                .column(
                                        ColumnSpec.of("Q-")
                                                .as(QuantityKind.CAPACITY_DISCHARGE, "mAh"),
                                        c[3])
                                .column(ColumnSpec.of("E").as(QuantityKind.CELL_VOLTAGE, "V"), c[4])
                                .column(ColumnSpec.of("n").as(QuantityKind.STEP, "1"), c[5])
                                .build())
                .build();
    }

    private Report report(String capacity) throws Exception {
        rows.clear();
        return SimulatedCycler.run(
                new SummaryAnalysis(), Inputs.of(recording()), Map.of("capacity", capacity));
    }

    /** In mAh. */
    private static double charge(Report report) {
        return 1000 * report.quantity("charge capacity").orElseThrow().value();
    }

    private static String text(Report report) {
        return report.findings().stream()
                .filter(Finding.Said.class::isInstance)
                .map(f -> ((Finding.Said) f).text())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theCounterIsTakenWhereRowsCannotTell() throws Exception {
        Report report = report("auto");
        assertEquals(1 + HELD, charge(report), 1e-12);
        assertTrue(text(report).contains("in one step, whose rows"), text(report));
        assertTrue(
                report.problems().stream()
                        .anyMatch(
                                p ->
                                        p.code().equals("cycling.counter.rows")
                                                && p.message().contains("is taken there")));
    }

    /** Between its rows the current is far below the mean of both. */
    @Test
    void theIntegralIsToBeHad() throws Exception {
        Report report = report("current");
        assertTrue(charge(report) > 1 + 1.2 * HELD, String.valueOf(charge(report)));
        assertTrue(
                text(report).contains("Capacities are the integral of the current."), text(report));
    }

    @Test
    void allMayBeCounted() throws Exception {
        assertEquals(1 + HELD, charge(report("counters")), 1e-12);
    }
}
