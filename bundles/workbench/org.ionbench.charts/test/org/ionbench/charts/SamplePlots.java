// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Plots of every kind, made from formulas. */
final class SamplePlots {
    static final String LONG = "long";
    static final String CV = "cv";
    private static final int ROWS = 1_000_000;

    private SamplePlots() {}

    static List<Plot> all() {
        return List.of(nyquist(), modulus(), phase(), arrhenius(), curve(), loop(), cycles());
    }

    /** Re Z and -Im Z of R0 with two ZARCs and a blocking CPE. */
    static double[] impedance(double frequency) {
        double w = 2 * Math.PI * frequency;
        double[] sum = {120, 0};
        add(sum, zarc(1500, 2e-6, 0.92, w));
        add(sum, zarc(4200, 4e-9, 0.88, w));
        double a = -0.85 * Math.PI / 2;
        double m = 1 / (3e-5 * Math.pow(w, 0.85));
        add(sum, new double[] {m * Math.cos(a), m * Math.sin(a)});
        return sum;
    }

    private static void add(double[] sum, double[] z) {
        sum[0] += z[0];
        sum[1] += z[1];
    }

    private static double[] zarc(double r, double q, double n, double w) {
        double m = r * q * Math.pow(w, n);
        double re = 1 + m * Math.cos(n * Math.PI / 2);
        double im = m * Math.sin(n * Math.PI / 2);
        double d = re * re + im * im;
        return new double[] {r * re / d, -r * im / d};
    }

    private interface Coordinate {
        double of(double frequency, double re, double im);
    }

    static Plot nyquist() {
        return Plot.of(
                        "nyquist",
                        "Nyquist plot with fit",
                        Axis.linear("re", "Re Z", "ohm"),
                        Axis.linear("im", "\u2212Im Z", "ohm"),
                        layers((f, re, im) -> re, (f, re, im) -> -im))
                .withEqualAspect();
    }

    static Plot modulus() {
        return Plot.of(
                "bode-modulus",
                "Modulus of the impedance with fit",
                Axis.logarithmic("frequency", "Frequency", "Hz"),
                Axis.logarithmic("modulus", "|Z|", "ohm"),
                layers((f, re, im) -> f, (f, re, im) -> Math.hypot(re, im)));
    }

    static Plot phase() {
        return Plot.of(
                "bode-phase",
                "Phase of the impedance with fit",
                Axis.logarithmic("frequency", "Frequency", "Hz"),
                Axis.linear("phase", "\u2212Phase", "deg"),
                layers((f, re, im) -> f, (f, re, im) -> -Math.toDegrees(Math.atan2(im, re))));
    }

    private static List<Series> layers(Coordinate x, Coordinate y) {
        Random random = new Random(7);
        int n = 61;
        double[] f = new double[n];
        double[] xs = new double[n];
        double[] ys = new double[n];
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            f[i] = 1e6 * Math.pow(10, -7.0 * i / (n - 1));
            double[] z = impedance(f[i]);
            double noise = 0.004 * Math.hypot(z[0], z[1]);
            double re = z[0] + noise * random.nextGaussian();
            double im = z[1] + noise * random.nextGaussian();
            xs[i] = x.of(f[i], re, im);
            ys[i] = y.of(f[i], re, im);
            rows[i] = i;
        }
        int out = 6;
        double[] fx = new double[300];
        double[] fy = new double[300];
        for (int i = 0; i < 300; i++) {
            double w = 1e6 * Math.pow(10, -7.0 * i / 299);
            double[] z = impedance(w);
            fx[i] = x.of(w, z[0], z[1]);
            fy[i] = y.of(w, z[0], z[1]);
        }
        List<Series> layers = new ArrayList<>();
        layers.add(
                Series.excluded("left out", 0, Arrays.copyOf(xs, out), Arrays.copyOf(ys, out))
                        .withRows(Arrays.copyOf(rows, out))
                        .withLabels("Frequency / Hz", Arrays.copyOf(f, out)));
        layers.add(
                Series.measured(
                                "EIS 60 \u00b0C",
                                0,
                                Arrays.copyOfRange(xs, out, n),
                                Arrays.copyOfRange(ys, out, n))
                        .withRows(Arrays.copyOfRange(rows, out, n))
                        .withLabels("Frequency / Hz", Arrays.copyOfRange(f, out, n)));
        layers.add(Series.fit("R0-p(R1,CPE1)-p(R2,CPE2)-CPE3", 0, fx, fy));
        return layers;
    }

    static Plot arrhenius() {
        double[] celsius = {30, 40, 50, 60, 70, 80};
        int n = celsius.length;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] error = new double[n];
        Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            double t = celsius[i] + 273.15;
            x[i] = 1000 / t;
            double line = 2e6 * Math.exp(-0.48 / (8.617e-5 * t));
            y[i] = line * (1 + 0.06 * random.nextGaussian());
            error[i] = 0.07 * y[i];
        }
        int m = 60;
        double[] lx = new double[m];
        double[] ly = new double[m];
        double[] low = new double[m];
        double[] high = new double[m];
        for (int i = 0; i < m; i++) {
            lx[i] = x[n - 1] + (x[0] - x[n - 1]) * i / (m - 1);
            ly[i] = 2e6 * Math.exp(-0.48 / (8.617e-5 * 1000 / lx[i]));
            double width = 1.08 + 3.6 * Math.pow(lx[i] - 3.05, 2);
            low[i] = ly[i] / width;
            high[i] = ly[i] * width;
        }
        return Plot.of(
                "arrhenius",
                "Arrhenius plot of the conductivity",
                Axis.linear("reciprocal-temperature", "1000/T", "1000/K").withCelsius(),
                Axis.logarithmic("conductivity", "\u03c3T", "S K/cm"),
                List.of(
                        Series.band("95 % confidence", 0, lx, low, high),
                        Series.fit("E_A = 0.480(12) eV", 0, lx.clone(), ly),
                        Series.measured("measured", 0, x, y).withErrors(error)));
    }

    static Plot curve() {
        return Plot.of(
                "curve",
                "Voltage over time",
                Axis.linear("time", "t", "s"),
                Axis.linear("voltage", "E vs Li\u207a/Li", "V"),
                List.of(Series.curve("cell C-07", 0, new Points.Columns(LONG, "t", "E", 1, 1))));
    }

    /** Capacities that fade by 0.5 a cycle, with a constant efficiency on the right. */
    static Plot cycles() {
        double[] cycle = new double[40];
        double[] capacity = new double[40];
        double[] efficiency = new double[40];
        for (int i = 0; i < cycle.length; i++) {
            cycle[i] = i + 1.0;
            capacity[i] = 180 - 0.5 * i;
            efficiency[i] = i == 0 ? 0.93 : 0.998;
        }
        Axis x = Axis.linear("cycle", "Cycle", "1");
        Plot right =
                Plot.of(
                        "efficiency",
                        "Coulombic efficiency over cycles",
                        x,
                        Axis.linear("efficiency", "Coulombic efficiency", "1"),
                        List.of(Series.measured("efficiency", 0, cycle, efficiency)));
        return Plot.of(
                        "capacity",
                        "Capacity over cycles",
                        x,
                        Axis.linear("capacity", "Q", "mAh/g"),
                        List.of(Series.measured("discharge", 0, cycle, capacity)))
                .withRight(right);
    }

    static Plot loop() {
        return Plot.of(
                "cv",
                "Cyclic voltammogram",
                Axis.linear("voltage", "E vs Li\u207a/Li", "V"),
                Axis.linear("current", "I", "A/cm2"),
                List.of(Series.curve("scan", 1, new Points.Columns(CV, "E", "I", 1, 1e-4))));
    }

    /** The recordings of {@link #curve} and {@link #loop}. */
    static Optional<Table> table(String recording) {
        return switch (recording) {
            case LONG -> Optional.of(cycling(ROWS));
            case CV -> Optional.of(voltammogram(200_000));
            default -> Optional.empty();
        };
    }

    static Table cycling(int rows) {
        double[] t = new double[rows];
        double[] e = new double[rows];
        Random random = new Random(1);
        for (int i = 0; i < rows; i++) {
            t[i] = 0.5 * i;
            double phase = t[i] / 36_000 % 1;
            double charge = phase < 0.5 ? 2 * phase : 2 - 2 * phase;
            double sign = phase < 0.5 ? 1 : -1;
            e[i] =
                    3.3
                            + 0.9 * charge
                            + 0.12 * Math.pow(2 * charge - 1, 7)
                            + 0.05 * sign
                            + 0.002 * random.nextGaussian();
        }
        e[rows / 3] = 4.75;
        return ArrayTable.rows(rows)
                .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), t)
                .column(ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V"), e)
                .build();
    }

    static Table voltammogram(int rows) {
        double[] e = new double[rows];
        double[] j = new double[rows];
        for (int i = 0; i < rows; i++) {
            double cycle = 5.0 * i / rows;
            double phase = cycle % 1;
            boolean up = phase < 0.5;
            e[i] = up ? -0.5 + 3 * 2 * phase : 2.5 - 3 * (2 * phase - 1);
            double peak = up ? 0.9 : 0.7;
            double shape = Math.exp(-Math.pow((e[i] - peak) / 0.16, 2));
            j[i] = (up ? 1 : -1) * (0.08 + shape * (1 - 0.06 * (int) cycle)) + 0.1 * (e[i] - 1);
            j[i] *= 0.25;
        }
        return ArrayTable.rows(rows)
                .column(ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V"), e)
                .column(ColumnSpec.of("I").as(QuantityKind.CURRENT_DENSITY, "A/m2"), j)
                .build();
    }
}
