// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.RunState;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results made by hand: fits at three temperatures and an Arrhenius line over them. */
public final class Results {
    private static final double BOLTZMANN = 8.617333262e-5;

    private Results() {}

    /** All runs of a cell with an activation energy of 0.424 eV. */
    public static List<RunResult> ofCell(String sample, String cell) {
        List<RunResult> runs = new ArrayList<>();
        for (double celsius : new double[] {60, 30, 45}) {
            runs.add(run("Fit " + celsius, "fit", sample, cell, fit(celsius + 273.15)));
        }
        runs.add(run("Arrhenius", "arrhenius", sample, cell, arrhenius()));
        return runs;
    }

    /** A run that gave a report. */
    public static RunResult run(
            String label, String analysis, String sample, String cell, Report report) {
        return new RunResult(
                label,
                label,
                analysis,
                "The " + analysis,
                "1.0.0",
                2,
                sample,
                cell,
                List.of(new RunResult.Input("rec", "raw/ab/" + label + ".par", "c0ffee", "par, 1")),
                Map.of("weight", "modulus"),
                RunState.CURRENT,
                Optional.empty(),
                Optional.of(report));
    }

    /** A run that gave none. */
    public static RunResult failed(String label, String sample, String cell, String why) {
        return new RunResult(
                label,
                label,
                "fit",
                "The fit",
                "1.0.0",
                2,
                sample,
                cell,
                List.of(),
                Map.of(),
                RunState.FAILED,
                Optional.of(why),
                Optional.empty());
    }

    static double sigma(double kelvin) {
        return 2.94e-4 * 303.15 / kelvin * Math.exp(-0.424 / BOLTZMANN * (1 / kelvin - 1 / 303.15));
    }

    private static Report fit(double kelvin) {
        double r = 0.04 / sigma(kelvin);
        Fit fit =
                new Fit(
                        "R1-CPE1",
                        "modulus",
                        61,
                        List.of(1.0, 1e6),
                        true,
                        "converged",
                        12,
                        1e-4,
                        1.2345678901234567e-6,
                        -900,
                        -890,
                        List.of(
                                new FitParameter(
                                        "R1.R",
                                        r,
                                        "ohm",
                                        0.003 * r,
                                        Optional.of(new Interval(0.994 * r, 1.006 * r)),
                                        true,
                                        0,
                                        Double.POSITIVE_INFINITY),
                                new FitParameter(
                                        "CPE1.n",
                                        0.9,
                                        "1",
                                        Double.NaN,
                                        Optional.empty(),
                                        false,
                                        0,
                                        1)),
                        List.of(new Fit.Correlation("R1.R", "CPE1.Q", -0.97)),
                        Map.of());
        return Report.builder()
                .fit(fit)
                .quantity(
                        Quantity.of("conductivity", "\u03c3", sigma(kelvin), Unit.of("S/cm"))
                                .withContribution("cell:c/thickness", 0.03 * sigma(kelvin))
                                .withCondition("temperature", kelvin))
                .plot(nyquist(r))
                .problem(Problem.info("apex", "The apex lies at " + kelvin + " Hz."))
                .build();
    }

    /** A resistance with a blocking tail a hundred times as long. */
    public static Plot nyquist(double r) {
        int n = 61;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double tail = 100 * r * Math.pow(10, -i / 15.0);
            x[i] = r + 0.15 * tail;
            y[i] = tail;
        }
        return Plot.of(
                        "nyquist",
                        "Nyquist plot",
                        Axis.linear("re", "Re Z", "ohm"),
                        Axis.linear("im", "\u2212Im Z", "ohm"),
                        List.of(
                                Series.excluded(
                                        "left out", 0, new double[] {r}, new double[] {r / 9}),
                                Series.measured("measured", 0, x, y),
                                Series.fit("R1-CPE1", 0, x.clone(), y.clone())))
                .withEqualAspect();
    }

    private static Report arrhenius() {
        double[] kelvin = {303.15, 318.15, 333.15};
        double[] x = new double[3];
        double[] y = new double[3];
        double[] errors = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = 1000 / kelvin[i];
            y[i] = sigma(kelvin[i]) * kelvin[i];
            errors[i] = (i == 0 ? 2 : 0.1) * y[i];
        }
        double[] lower = {0.9 * y[0], 0.9 * y[1], 0.9 * y[2]};
        double[] upper = {1.1 * y[0], 1.1 * y[1], 1.1 * y[2]};
        return Report.builder()
                .quantity(
                        Quantity.of("activation energy", "E_A", 0.424, Unit.of("eV"))
                                .withContribution("run:a/slope", 0.0031)
                                .withInterval95(new Interval(0.4179, 0.4301))
                                .withCondition("form", "sigma T"))
                .plot(
                        Plot.of(
                                "arrhenius",
                                "Arrhenius plot",
                                Axis.linear("t", "1000/T", "1000/K").withCelsius(),
                                Axis.logarithmic("s", "\u03c3T", "S K/cm"),
                                List.of(
                                        Series.band("95 %", 0, x, lower, upper),
                                        Series.fit("E_A = 0.424 eV", 0, x, y),
                                        Series.measured("measured", 0, x, y).withErrors(errors))))
                .table(
                        new DataTable(
                                "Points",
                                List.of("Temperature / degC", "Conductivity / S/cm", "Note"),
                                List.of(
                                        List.of(30.0, sigma(303.15), "a, \"b\""),
                                        List.of(60.0, sigma(333.15), ""))))
                .text("E_A = 0.424 eV; 1 < 2 & so on, see EIS_40C.par.")
                .build();
    }
}
