// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

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
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Scans written down from equations. */
public final class SimulatedScan {

    /** The current of a scan in A. */
    @FunctionalInterface
    public interface Current {
        double at(double potential, boolean rising, int branch);
    }

    private final double rate;
    private final double step;
    private final double[] vertices;
    private double noise;
    private double ohms;
    private long seed;

    /**
     * @param rate in V/s
     * @param step in V from point to point
     * @param vertices the potentials it turns at, the first is its start
     */
    public SimulatedScan(double rate, double step, double... vertices) {
        this.rate = rate;
        this.step = step;
        this.vertices = vertices;
    }

    public SimulatedScan noise(double amperes, long start) {
        noise = amperes;
        seed = start;
        return this;
    }

    /** The potential is recorded with the drop of the current over a resistance. */
    public SimulatedScan drop(double resistance) {
        ohms = resistance;
        return this;
    }

    public Recording record(Current current) {
        Random random = new Random(seed);
        List<double[]> points = new ArrayList<>();
        double t = 0;
        for (int b = 0; b + 1 < vertices.length; b++) {
            boolean rising = vertices[b + 1] > vertices[b];
            long n = Math.round(Math.abs(vertices[b + 1] - vertices[b]) / step);
            for (int k = b == 0 ? 0 : 1; k <= n; k++) {
                double e = vertices[b] + (vertices[b + 1] - vertices[b]) * k / n;
                double i = current.at(e, rising, b) + noise * random.nextGaussian();
                points.add(new double[] {t, e + ohms * i, i});
                t += step / rate;
            }
        }
        return recording(points.toArray(double[][]::new));
    }

    private static Recording recording(double[][] points) {
        double[][] columns = new double[3][points.length];
        for (int k = 0; k < points.length; k++) {
            for (int c = 0; c < 3; c++) {
                columns[c][k] = points[k][c];
            }
        }
        return recording(columns[0], columns[1], columns[2]);
    }

    public static Recording recording(double[] t, double[] e, double[] i) {
        return Recording.of(
                        "scan",
                        Technique.CV,
                        ArrayTable.rows(t.length)
                                .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), t)
                                .column(ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V"), e)
                                .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "A"), i)
                                .build())
                .build();
    }

    /** 6 mm wide, against lithium. */
    public static Cell cell() {
        return Cell.of("c", "pellet", Sample.named("s"))
                .with(Cell.DIAMETER, 6, 0.01, Unit.of("mm"))
                .with("reference", "Li+/Li");
    }

    public static <S extends Record> Report run(
            Analysis<S> analysis, Inputs inputs, Map<String, String> settings)
            throws AnalysisException {
        return analysis.run(
                new Context("r", inputs, Elements.of(List.of()), Progress.NONE),
                Settings.read(analysis.settings(), settings));
    }

    /** The first quantity of a name with a condition. */
    public static Optional<Quantity> quantity(
            Report report, String name, String condition, String value) {
        return report.quantities().stream()
                .filter(q -> q.name().equals(name))
                .filter(q -> value.equals(q.conditions().get(condition)))
                .findFirst();
    }

    public static List<String> codes(Report report) {
        return report.problems().stream().map(p -> p.code()).toList();
    }
}
