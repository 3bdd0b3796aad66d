// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random problems against Hipparchus. */
class HipparchusComparisonTest {

    private static LeastSquaresOptimizer.Optimum hipparchus(ResidualModel model, double[] start) {
        int rows = model.residualCount();
        int n = model.parameterCount();
        return new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(1e-15)
                .withParameterRelativeTolerance(1e-15)
                .withOrthoTolerance(1e-15)
                .optimize(
                        new LeastSquaresBuilder()
                                .start(start)
                                .target(new double[rows])
                                .maxEvaluations(10000)
                                .maxIterations(10000)
                                .model(
                                        point -> {
                                            double[] r = new double[rows];
                                            double[] j = new double[rows * n];
                                            model.residualsAndJacobian(point.toArray(), r, j);
                                            RealMatrix matrix = new Array2DRowRealMatrix(rows, n);
                                            for (int i = 0; i < rows * n; i++) {
                                                matrix.setEntry(i % rows, i / rows, j[i]);
                                            }
                                            RealVector value = new ArrayRealVector(r, false);
                                            return new Pair<>(value, matrix);
                                        })
                                .build());
    }

    @Test
    void certifiedProblems() throws Exception {
        for (String name :
                List.of("Misra1a", "Chwirut1", "Gauss1", "Thurber", "Rat43", "Kirby2", "ENSO")) {
            NistDataset set = NistDataset.read(name);
            LeastSquaresOptimizer.Optimum theirs = hipparchus(set.model(), set.starts()[1]);
            compare(name, set.model(), set.starts()[1], theirs, 1e-6);
        }
    }

    @Test
    void randomDecays() {
        Random random = new Random(20260101);
        for (int trial = 0; trial < 300; trial++) {
            double[] truth = {
                Math.exp(random.nextGaussian()), 0.3 + random.nextDouble(), random.nextGaussian()
            };
            double[] y = new double[12 + random.nextInt(30)];
            for (int i = 0; i < y.length; i++) {
                y[i] =
                        truth[0] * Math.exp(-truth[1] * 0.5 * i)
                                + truth[2]
                                + 0.01 * truth[0] * random.nextGaussian();
            }
            double[] start = {
                truth[0] * Math.exp(0.3 * random.nextGaussian()),
                truth[1] * Math.exp(0.3 * random.nextGaussian()),
                truth[2] + 0.3 * random.nextGaussian()
            };
            TestModel model = TestModel.decay(y);
            compare("trial " + trial, model, start, hipparchus(model, start), 1e-6);
        }
    }

    private static void compare(
            String what,
            ResidualModel model,
            double[] start,
            LeastSquaresOptimizer.Optimum theirs,
            double tolerance) {
        List<Parameter> parameters = new ArrayList<>();
        for (int j = 0; j < start.length; j++) {
            parameters.add(Parameter.linear("p" + j, start[j]));
        }
        LeastSquaresFit ours = LevenbergMarquardt.fit(model, parameters, FitOptions.tight());
        assertTrue(ours.converged(), what);
        RealMatrix expected = theirs.getCovariances(1e-14);
        Covariance covariance = ours.covarianceForKnownErrors();
        for (int i = 0; i < start.length; i++) {
            double value = theirs.getPoint().getEntry(i);
            double error = Math.sqrt(expected.getEntry(i, i));
            double scatter = error * Math.sqrt(ours.reducedChiSquare());
            assertEquals(value, ours.value(i), tolerance * (Math.abs(value) + scatter), what);
            for (int j = 0; j < start.length; j++) {
                double unit = error * Math.sqrt(expected.getEntry(j, j));
                assertEquals(
                        expected.getEntry(i, j),
                        covariance.covariance(i, j),
                        1e-4 * unit,
                        what + " covariance");
            }
        }
    }

    @Test
    void linearProblemsInRandomBoxes() {
        Random random = new Random(4711);
        int resting = 0;
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(5);
            int rows = n + 2 + random.nextInt(6);
            double[][] matrix = new double[rows][n];
            double[] y = new double[rows];
            for (int i = 0; i < rows; i++) {
                y[i] = 3 * random.nextGaussian();
                for (int j = 0; j < n; j++) {
                    matrix[i][j] = random.nextGaussian();
                }
            }
            double[] low = new double[n];
            double[] high = new double[n];
            List<Parameter> parameters = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                low[j] = -random.nextDouble();
                high[j] = random.nextDouble();
                double start = low[j] + random.nextDouble() * (high[j] - low[j]);
                parameters.add(Parameter.linear("p" + j, start).between(low[j], high[j]));
            }
            double[] expected = bestOfAllFaces(matrix, y, low, high);
            LeastSquaresFit fit =
                    LevenbergMarquardt.fit(
                            TestModel.linear(matrix, y), parameters, FitOptions.tight());
            assertTrue(fit.converged());
            for (int j = 0; j < n; j++) {
                assertEquals(expected[j], fit.value(j), 1e-6, "trial " + trial);
                resting += fit.atBound(j) ? 1 : 0;
            }
        }
        assertTrue(resting > 200, "bounds were met " + resting + " times");
    }

    /**
     * Solves for every choice of free, lower and upper parameters; the best one in the box wins.
     */
    private static double[] bestOfAllFaces(
            double[][] matrix, double[] y, double[] low, double[] high) {
        int n = low.length;
        double best = Double.POSITIVE_INFINITY;
        double[] winner = new double[n];
        for (int code = 0; code < Math.pow(3, n); code++) {
            double[] p = new double[n];
            List<Integer> free = new ArrayList<>();
            for (int j = 0, c = code; j < n; j++, c /= 3) {
                if (c % 3 == 0) {
                    free.add(j);
                } else {
                    p[j] = c % 3 == 1 ? low[j] : high[j];
                }
            }
            RealMatrix all = new Array2DRowRealMatrix(matrix);
            RealVector rest = new ArrayRealVector(y).subtract(all.operate(new ArrayRealVector(p)));
            if (!free.isEmpty()) {
                int[] chosen = free.stream().mapToInt(Integer::intValue).toArray();
                int[] rows = new int[y.length];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = i;
                }
                RealMatrix part = all.getSubMatrix(rows, chosen);
                RealVector solution = new QRDecomposition(part).getSolver().solve(rest);
                boolean inside = true;
                for (int k = 0; k < chosen.length; k++) {
                    p[chosen[k]] = solution.getEntry(k);
                    inside &= p[chosen[k]] >= low[chosen[k]] && p[chosen[k]] <= high[chosen[k]];
                }
                if (!inside) {
                    continue;
                }
                rest = rest.subtract(part.operate(solution));
            }
            if (rest.getNorm() < best) {
                best = rest.getNorm();
                winner = p;
            }
        }
        return winner;
    }
}
