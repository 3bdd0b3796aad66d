// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import org.ionbench.numerics.Interval;
import org.ionbench.numerics.internal.SingularValues;
import org.ionbench.numerics.statistics.Distributions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Covariance matrix of the parameters of a fit, in the parameters themselves whatever their {@link
 * Scale}, from a singular value decomposition of the Jacobian with columns scaled to equal length.
 *
 * <p>Indices are those of the model. A parameter that was fixed or rests on a bound has no
 * covariance: its entries are NaN and it counts as known for the others. A parameter that the data
 * do not determine has an infinite standard error and NaN correlations; the others keep theirs.
 */
public final class Covariance {
    /** Directions weaker than this are taken for no influence at all. */
    private static final double RANK_TOLERANCE = 1e-9;

    private static final double INVOLVED = 1e-6;

    private final String[] names;
    private final int[] place;
    private final double[] lengths;
    private final SingularValues decomposition;
    private final double[] matrix;
    private final double[] values;
    private final double degreesOfFreedom;
    private final int n;

    private Covariance(
            LeastSquaresFit fit, double[] jacobian, double variance, double degreesOfFreedom) {
        int all = fit.parameters().size();
        this.degreesOfFreedom = degreesOfFreedom;
        values = fit.values();
        place = new int[all];
        int count = 0;
        for (int j = 0; j < all; j++) {
            place[j] = fit.parameters().get(j).varies() && !fit.atBound(j) ? count++ : -1;
        }
        n = count;
        names = new String[n];
        lengths = new double[n];
        int rows = fit.residualCount();
        int height = Math.max(rows, n);
        double[] scaled = new double[height * n];
        for (int j = 0; j < all; j++) {
            int k = place[j];
            if (k >= 0) {
                names[k] = fit.parameters().get(j).name();
                double length = SingularValues.norm(jacobian, j * rows, rows);
                lengths[k] = length;
                for (int i = 0; i < rows && length > 0; i++) {
                    scaled[k * height + i] = jacobian[j * rows + i] / length;
                }
            }
        }
        decomposition = new SingularValues(scaled, height, n);
        matrix = invert(variance);
    }

    static Covariance of(
            LeastSquaresFit fit, double[] jacobian, double variance, double degreesOfFreedom) {
        return new Covariance(fit, jacobian, variance, degreesOfFreedom);
    }

    private double[] invert(double variance) {
        double[] result = new double[n * n];
        boolean[] lost = new boolean[n];
        double least = n == 0 ? 0 : RANK_TOLERANCE * decomposition.value(0);
        for (int s = 0; s < n; s++) {
            double value = decomposition.value(s);
            for (int a = 0; a < n; a++) {
                double part = decomposition.vector(s, a);
                if (value <= least) {
                    lost[a] |= Math.abs(part) > INVOLVED;
                } else {
                    double x = part / value / lengths[a];
                    for (int b = 0; b < n && lengths[a] > 0; b++) {
                        double y = decomposition.vector(s, b) / value;
                        result[a * n + b] += lengths[b] > 0 ? x * (y / lengths[b]) : 0;
                    }
                }
            }
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (lost[a] || lost[b]) {
                    result[a * n + b] = a == b ? Double.POSITIVE_INFINITY : Double.NaN;
                } else {
                    result[a * n + b] *= variance;
                }
            }
        }
        return result;
    }

    /** Covariance of two parameters, the variance for twice the same. */
    public double covariance(int first, int second) {
        int a = place[first];
        int b = place[second];
        return a < 0 || b < 0 ? Double.NaN : matrix[a * n + b];
    }

    /** Standard error: the root of the variance. */
    public double standardError(int index) {
        return Math.sqrt(covariance(index, index));
    }

    /** Coefficient of correlation between -1 and 1. */
    public double correlation(int first, int second) {
        double correlation =
                covariance(first, second) / standardError(first) / standardError(second);
        return Math.max(-1, Math.min(1, correlation));
    }

    /**
     * Two-sided confidence interval of a parameter, symmetric about the fitted value.
     *
     * @param index of the parameter
     * @param level confidence, for example 0.95
     */
    public Interval interval(int index, double level) {
        double factor = Distributions.coverageFactor(level, degreesOfFreedom);
        return Interval.around(values[index], factor * standardError(index));
    }

    /**
     * Standard error of a smooth function of the parameters.
     *
     * @param gradient derivatives of the function by each parameter of the model
     * @return root of g<sup>T</sup> C g; parameters without covariance count as known
     */
    public double standardErrorOf(double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                if (place[i] >= 0 && place[j] >= 0 && gradient[i] != 0 && gradient[j] != 0) {
                    sum += gradient[i] * gradient[j] * covariance(i, j);
                }
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /** Degrees of freedom of the variance, +infinity for known errors. */
    public double degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** Ratio of largest to smallest singular value, +infinity for a singular problem. */
    public double conditionNumber() {
        return n == 0 ? 1 : decomposition.value(0) / decomposition.value(n - 1);
    }

    /** Whether the data leave a parameter or a combination of parameters undetermined. */
    public boolean singular() {
        return !weakDirections(RANK_TOLERANCE).isEmpty();
    }

    /** The undetermined directions, see {@link #weakDirections(double)}. */
    public List<WeakDirection> undeterminedDirections() {
        return weakDirections(RANK_TOLERANCE);
    }

    /**
     * Combinations of parameters that the residuals hardly feel, weakest first.
     *
     * @param threshold largest strength that counts as weak, the strongest direction being 1; at
     *     1e-4 two parameters are correlated to within about 1e-8 of 1
     */
    public List<WeakDirection> weakDirections(double threshold) {
        List<WeakDirection> found = new ArrayList<>();
        for (int s = n - 1; s >= 0; s--) {
            double strength =
                    decomposition.value(0) > 0
                            ? decomposition.value(s) / decomposition.value(0)
                            : 0;
            if (strength <= threshold) {
                found.add(new WeakDirection(strength, components(s)));
            }
        }
        return found;
    }

    private Map<String, Double> components(int direction) {
        List<Integer> order = new ArrayList<>();
        double largest = 0;
        for (int a = 0; a < n; a++) {
            order.add(a);
            largest = Math.max(largest, Math.abs(decomposition.vector(direction, a)));
        }
        order.sort(
                (a, b) ->
                        Double.compare(
                                Math.abs(decomposition.vector(direction, b)),
                                Math.abs(decomposition.vector(direction, a))));
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int a : order) {
            double part = decomposition.vector(direction, a);
            if (Math.abs(part) >= 0.1 * largest) {
                parts.put(names[a], part);
            }
        }
        return parts;
    }
}
