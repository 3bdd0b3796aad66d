// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import static java.util.Map.entry;

import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A nonlinear regression problem of the NIST Statistical Reference Datasets with its certified
 * results. The derivatives of the models come from Hipparchus' automatic differentiation.
 */
record NistDataset(
        String name,
        double[][] starts,
        double[] certified,
        double[] deviations,
        double squares,
        double[][] points) {

    private interface Curve {
        Gradient at(Gradient[] b, double x);
    }

    private static final Map<String, Curve> CURVES =
            Map.ofEntries(
                    entry("Bennett5", (b, x) -> b[0].multiply(b[1].add(x).pow(over(-1, b[2])))),
                    entry("BoxBOD", (b, x) -> rise(b[0], b[1], x)),
                    entry("Chwirut1", NistDataset::chwirut),
                    entry("Chwirut2", NistDataset::chwirut),
                    entry("DanWood", (b, x) -> b[0].multiply(b[1].multiply(Math.log(x)).exp())),
                    entry("ENSO", NistDataset::enso),
                    entry(
                            "Eckerle4",
                            (b, x) -> b[0].divide(b[1]).multiply(bell(b[2], b[1], x, 0.5))),
                    entry("Gauss1", NistDataset::gauss),
                    entry("Gauss2", NistDataset::gauss),
                    entry("Gauss3", NistDataset::gauss),
                    entry("Hahn1", NistDataset::cubicRatio),
                    entry("Kirby2", NistDataset::quadraticRatio),
                    entry("Lanczos1", NistDataset::lanczos),
                    entry("Lanczos2", NistDataset::lanczos),
                    entry("Lanczos3", NistDataset::lanczos),
                    entry(
                            "MGH09",
                            (b, x) ->
                                    b[0].multiply(b[1].multiply(x).add(x * x))
                                            .divide(b[2].multiply(x).add(b[3]).add(x * x))),
                    entry("MGH10", (b, x) -> b[0].multiply(b[1].divide(b[2].add(x)).exp())),
                    entry(
                            "MGH17",
                            (b, x) -> b[0].add(decay(b[1], b[3], x)).add(decay(b[2], b[4], x))),
                    entry("Misra1a", (b, x) -> rise(b[0], b[1], x)),
                    entry("Misra1b", (b, x) -> misra(b, x, 0.5, -2)),
                    entry("Misra1c", (b, x) -> misra(b, x, 2, -0.5)),
                    entry(
                            "Misra1d",
                            (b, x) ->
                                    b[0].multiply(b[1])
                                            .multiply(x)
                                            .divide(b[1].multiply(x).add(1))),
                    entry("Rat42", (b, x) -> b[0].divide(sigmoid(b, x))),
                    entry("Rat43", (b, x) -> b[0].divide(sigmoid(b, x).pow(over(1, b[3])))),
                    entry(
                            "Roszman1",
                            (b, x) ->
                                    b[0].subtract(b[1].multiply(x))
                                            .subtract(
                                                    over(1, b[3].negate().add(x))
                                                            .multiply(b[2])
                                                            .atan()
                                                            .divide(Math.PI))),
                    entry("Thurber", NistDataset::cubicRatio));

    static List<String> names() {
        List<String> names = new ArrayList<>(CURVES.keySet());
        names.add("Nelson");
        names.sort(null);
        return names;
    }

    static NistDataset read(String name) throws IOException {
        double[][] starts = new double[2][];
        double[] certified = {};
        double[] deviations = {};
        double squares = Double.NaN;
        List<double[]> points = new ArrayList<>();
        try (InputStream in = NistDataset.class.getResourceAsStream("nist/" + name + ".txt");
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("#")) {
                    continue;
                }
                double[] numbers =
                        Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
                switch (words[0]) {
                    case "start1" -> starts[0] = numbers;
                    case "start2" -> starts[1] = numbers;
                    case "certified" -> certified = numbers;
                    case "deviation" -> deviations = numbers;
                    case "squares" -> squares = numbers[0];
                    default -> points.add(numbers);
                }
            }
        }
        return new NistDataset(
                name, starts, certified, deviations, squares, points.toArray(double[][]::new));
    }

    ResidualModel model() {
        NistDataset set = this;
        return new ResidualModel() {
            @Override
            public int residualCount() {
                return points.length;
            }

            @Override
            public int parameterCount() {
                return certified.length;
            }

            @Override
            public void residuals(double[] parameters, double[] residuals) {
                residualsAndJacobian(
                        parameters, residuals, new double[points.length * parameters.length]);
            }

            @Override
            public void residualsAndJacobian(
                    double[] parameters, double[] residuals, double[] jacobian) {
                Gradient[] b = new Gradient[parameters.length];
                for (int j = 0; j < b.length; j++) {
                    b[j] = Gradient.variable(b.length, j, parameters[j]);
                }
                for (int i = 0; i < points.length; i++) {
                    Gradient residual = set.residual(b, points[i]);
                    residuals[i] = residual.getValue();
                    for (int j = 0; j < b.length; j++) {
                        jacobian[j * points.length + i] = residual.getPartialDerivative(j);
                    }
                }
            }
        };
    }

    private Gradient residual(Gradient[] b, double[] point) {
        if (name.equals("Nelson")) {
            Gradient logarithm = b[0].subtract(decay(b[1], b[2], point[2]).multiply(point[1]));
            return logarithm.subtract(FastMath.log(point[0]));
        }
        return CURVES.get(name).at(b, point[1]).subtract(point[0]);
    }

    private static Gradient over(double numerator, Gradient denominator) {
        return denominator.reciprocal().multiply(numerator);
    }

    private static Gradient decay(Gradient height, Gradient rate, double x) {
        return height.multiply(rate.multiply(-x).exp());
    }

    private static Gradient rise(Gradient height, Gradient rate, double x) {
        return height.subtract(decay(height, rate, x));
    }

    private static Gradient bell(Gradient centre, Gradient width, double x, double factor) {
        Gradient z = centre.negate().add(x).divide(width);
        return z.multiply(z).multiply(-factor).exp();
    }

    private static Gradient chwirut(Gradient[] b, double x) {
        return b[0].multiply(-x).exp().divide(b[1].add(b[2].multiply(x)));
    }

    private static Gradient gauss(Gradient[] b, double x) {
        return decay(b[0], b[1], x)
                .add(b[2].multiply(bell(b[3], b[4], x, 1)))
                .add(b[5].multiply(bell(b[6], b[7], x, 1)));
    }

    private static Gradient lanczos(Gradient[] b, double x) {
        return decay(b[0], b[1], x).add(decay(b[2], b[3], x)).add(decay(b[4], b[5], x));
    }

    private static Gradient misra(Gradient[] b, double x, double factor, double exponent) {
        return b[0].subtract(b[0].multiply(b[1].multiply(factor * x).add(1).pow(exponent)));
    }

    private static Gradient sigmoid(Gradient[] b, double x) {
        return b[1].subtract(b[2].multiply(x)).exp().add(1);
    }

    private static Gradient cubicRatio(Gradient[] b, double x) {
        Gradient top = b[3].multiply(x).add(b[2]).multiply(x).add(b[1]).multiply(x).add(b[0]);
        Gradient bottom = b[6].multiply(x).add(b[5]).multiply(x).add(b[4]).multiply(x).add(1);
        return top.divide(bottom);
    }

    private static Gradient quadraticRatio(Gradient[] b, double x) {
        Gradient top = b[2].multiply(x).add(b[1]).multiply(x).add(b[0]);
        Gradient bottom = b[4].multiply(x).add(b[3]).multiply(x).add(1);
        return top.divide(bottom);
    }

    private static Gradient wave(Gradient cosine, Gradient sine, Gradient period, double x) {
        Gradient angle = over(2 * Math.PI * x, period);
        return cosine.multiply(angle.cos()).add(sine.multiply(angle.sin()));
    }

    private static Gradient enso(Gradient[] b, double x) {
        Gradient year = Gradient.constant(b.length, 12);
        return b[0].add(wave(b[1], b[2], year, x))
                .add(wave(b[4], b[5], b[3], x))
                .add(wave(b[7], b[8], b[6], x));
    }
}
