// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.conduction;

import org.ionbench.analysis.eis.conduction.ArrheniusLine.Point;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.statistics.Distributions;

import java.util.ArrayList;
import java.util.List;

/** Whether the points of an Arrhenius plot lie on a line: curvature, and one that stands out. */
final class LineChecks {
    private static final double SIGNIFICANT = 0.01;

    private LineChecks() {}

    static List<Problem> of(ArrheniusLine line, List<Point> points) {
        List<Problem> problems = new ArrayList<>();
        curvature(line, problems);
        outlier(line, points, problems);
        return problems;
    }

    /** F test of a parabola against the line, of those points' own weights. */
    private static void curvature(ArrheniusLine line, List<Problem> problems) {
        int n = line.points();
        if (n < 4 || !(line.chiSquare() > 0)) {
            return;
        }
        // the part of x^2 that is orthogonal to 1 and x takes up what a parabola explains
        double[] x = line.x();
        double mean = 0;
        for (double v : x) {
            mean += v / n;
        }
        double[] w = new double[n];
        double[][] basis = new double[3][n];
        for (int i = 0; i < n; i++) {
            w[i] = line.own()[i] > 0 ? 1 / line.own()[i] : 1;
            double u = (x[i] - mean) / mean;
            basis[0][i] = w[i];
            basis[1][i] = w[i] * u;
            basis[2][i] = w[i] * u * u;
        }
        for (int k = 0; k < 3; k++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int l = 0; l < k; l++) {
                    double dot = dot(basis[k], basis[l]);
                    for (int i = 0; i < n; i++) {
                        basis[k][i] -= dot * basis[l][i];
                    }
                }
            }
            double length = Math.sqrt(dot(basis[k], basis[k]));
            if (!(length > 1e-12)) {
                return;
            }
            for (int i = 0; i < n; i++) {
                basis[k][i] /= length;
            }
        }
        double projection = 0;
        for (int i = 0; i < n; i++) {
            projection += basis[2][i] * w[i] * (line.y()[i] - line.at(x[i]));
        }
        double explained = Math.min(projection * projection, line.chiSquare());
        double rest = line.chiSquare() - explained;
        double f = explained / (Math.max(rest, 1e-12 * line.chiSquare()) / (n - 3));
        // bending that the known uncertainties allow for is none
        boolean known = line.own()[0] > 0;
        double p =
                known
                        ? Math.max(
                                Distributions.fisherTail(f, 1, n - 3),
                                Distributions.chiSquareTail(explained, 1))
                        : Distributions.fisherTail(f, 1, n - 3);
        if (p < SIGNIFICANT) {
            problems.add(
                    Problem.warning(
                                    "eis.arrhenius.curved",
                                    "The points do not lie on a line but bend "
                                            + (projection > 0 ? "upwards" : "downwards")
                                            + " (F test, p = "
                                            + NumberText.of(p)
                                            + "): one activation energy does not describe them.")
                            .with(p));
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Each point against the line through the others, with Bonferroni's correction. */
    private static void outlier(ArrheniusLine line, List<Point> points, List<Problem> problems) {
        int n = points.size();
        if (n < 5) {
            return;
        }
        int worst = -1;
        double most = 0;
        for (int i = 0; i < n; i++) {
            List<Point> others = new ArrayList<>(points);
            others.remove(i);
            try {
                ArrheniusLine without = ArrheniusLine.of(line.form(), others, 0);
                double u =
                        Math.hypot(
                                without.errorAt(line.x()[i]),
                                (line.own()[i] > 0 ? line.own()[i] : 1)
                                        * Math.sqrt(
                                                line.own()[i] > 0
                                                        ? Math.max(1, without.reducedChiSquare())
                                                        : without.reducedChiSquare()));
                double t = Math.abs(line.y()[i] - without.at(line.x()[i])) / u;
                if (t > most) {
                    most = t;
                    worst = i;
                }
            } catch (UndeterminedException e) {
                return;
            }
        }
        if (worst >= 0 && Distributions.studentTwoSidedTail(most, n - 3) * n < SIGNIFICANT) {
            double celsius = points.get(worst).kelvin() - 273.15;
            problems.add(
                    Problem.warning(
                                    "eis.arrhenius.outlier",
                                    "The conductivity at "
                                            + NumberText.celsius(points.get(worst).kelvin())
                                            + " lies "
                                            + NumberText.of(most)
                                            + " standard errors off the line through the others.")
                            .with(celsius, most)
                            .mend("Look at that spectrum and its temperature."));
        }
    }
}
