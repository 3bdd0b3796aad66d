// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes the rows of a cycler, half cycle by half cycle, from charges that are known. */
final class SimulatedCycler {
    private final List<double[]> rows = new ArrayList<>();
    private double seconds;
    private double counter;
    private double put;
    private double taken;
    private int cycle = 1;
    private int step;
    boolean withCycles = true;
    boolean withSteps = true;

    /** The paper's TiS2 cell: 2.0 mg of composite with 40 % TiS2 on 6 mm, 239 mAh/g. */
    static Cell sulphide() {
        return Cell.of("c1", "TiS2", Sample.named("TiS2"))
                .with(Cell.MASS, 2.0, 0.1, Unit.of("mg"))
                .with(Cell.ACTIVE_FRACTION, 0.40, 0.004, Unit.ONE)
                .with(Cell.DIAMETER, 6, 0.01, Unit.of("mm"))
                .with(Electrode.REFERENCE_CAPACITY, 239, 0, Unit.of("mAh/g"))
                .with(Electrode.REFERENCE_NAME, "theoretical");
    }

    static final double SULPHIDE_GRAMS = 0.8e-3;

    SimulatedCycler cycle(int number) {
        cycle = number;
        return this;
    }

    /** Holds a current in mA for some mAh, with a voltage that runs from one value to another. */
    SimulatedCycler hold(double milliamperes, double milliampereHours, double from, double to) {
        double duration = 3600 * milliampereHours / Math.abs(milliamperes);
        step++;
        int points = 20;
        for (int k = 0; k < points; k++) {
            double u = k / (points - 1.0);
            double moved = milliampereHours * u;
            row(
                    seconds + Math.max(1e-3, u * duration),
                    milliamperes,
                    from + (to - from) * u,
                    milliamperes > 0 ? moved : 0,
                    milliamperes < 0 ? moved : 0);
        }
        seconds += duration;
        put += milliamperes > 0 ? milliampereHours : 0;
        taken += milliamperes < 0 ? milliampereHours : 0;
        return this;
    }

    /** Lets a current decay by exp(-t/tau) at a voltage, for some time constants. */
    SimulatedCycler decay(double milliamperes, double tau, double constants, double volts) {
        step++;
        int points = 400;
        for (int k = 0; k < points; k++) {
            double t = constants * tau * k / (points - 1.0);
            double moved = Math.abs(milliamperes) * tau * (1 - Math.exp(-t / tau)) / 3600;
            row(
                    seconds + Math.max(1e-3, t),
                    milliamperes * Math.exp(-t / tau),
                    volts,
                    milliamperes > 0 ? moved : 0,
                    milliamperes < 0 ? moved : 0);
        }
        seconds += constants * tau;
        return this;
    }

    SimulatedCycler rest(double duration, double volts) {
        step++;
        row(seconds + 1e-3, 0, volts, 0, 0);
        row(seconds + duration, 0, volts, 0, 0);
        seconds += duration;
        return this;
    }

    private void row(double time, double current, double volts, double in, double out) {
        rows.add(
                new double[] {
                    time, current, volts, cycle, step, put + in, taken + out,
                });
        counter = time;
    }

    double time() {
        return counter;
    }

    List<double[]> rows() {
        return rows;
    }

    Recording recording(String name) {
        int n = rows.size();
        double[][] c = new double[7][n];
        for (int r = 0; r < n; r++) {
            for (int k = 0; k < 7; k++) {
                c[k][r] = rows.get(r)[k];
            }
        }
        ArrayTable.Builder table =
                ArrayTable.rows(n)
                        .column(ColumnSpec.of("time").as(QuantityKind.TIME, "s"), c[0])
                        .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "mA"), c[1])
                        .column(ColumnSpec.of("E").as(QuantityKind.CELL_VOLTAGE, "V"), c[2])
                        .column(ColumnSpec.of("Qc").as(QuantityKind.CAPACITY_CHARGE, "mAh"), c[5])
                        .column(
                                ColumnSpec.of("Qd").as(QuantityKind.CAPACITY_DISCHARGE, "mAh"),
                                c[6]);
        if (withCycles) {
            table.column(ColumnSpec.of("cycle").as(QuantityKind.CYCLE, "1"), c[3]);
        }
        if (withSteps) {
            table.column(ColumnSpec.of("step").as(QuantityKind.STEP, "1"), c[4]);
        }
        return Recording.of(name, Technique.CYCLING, table.build()).build();
    }

    /** A recording of rows of time in s, current in mA and voltage in V. */
    static Recording recording(Technique technique, List<double[]> rows) {
        double[][] c = new double[3][rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int k = 0; k < 3; k++) {
                c[k][r] = rows.get(r)[k];
            }
        }
        return Recording.of(
                        technique.toString(),
                        technique,
                        ArrayTable.rows(rows.size())
                                .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), c[0])
                                .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "mA"), c[1])
                                .column(ColumnSpec.of("E").as(QuantityKind.CELL_VOLTAGE, "V"), c[2])
                                .build())
                .build();
    }

    static <S extends Record> Report run(
            Analysis<S> analysis, Inputs inputs, Map<String, String> settings)
            throws AnalysisException {
        return analysis.run(
                new Context("r1", inputs, Elements.of(List.of()), Progress.NONE),
                Settings.read(analysis.settings(), settings));
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows.toArray());
    }
}
