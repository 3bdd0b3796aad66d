// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitEvaluator;
import org.ionbench.api.circuit.ElementParameter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Start values for any circuit from the spectrum alone.
 *
 * <p>Each draw gives every part of the circuit a characteristic frequency within the spectrum
 * (parts in series in the order of the code, the first the fastest) and every element a value that
 * is as large as the measured impedance there; exponents are drawn between 0.5 and 1. Then the
 * parts of the outermost series (or parallel) are scaled to the data by non-negative linear least
 * squares, since impedances (or admittances) scale by multiplying ohms and dividing farads: so only
 * the frequencies and exponents are left to chance. Draws are ranked by their chi-square.
 */
final class StartValues {
    private final Circuit circuit;
    private final CircuitModel model;
    private final double[] logFrequency;
    private final double[] size;
    private final double least;
    private final double most;
    private final List<Circuit> parts;
    private final CircuitEvaluator[] evaluators;
    private final int[] firsts;
    private final List<ElementParameter> specs = new ArrayList<>();
    private final double[][] columns;
    private final double[] residuals;

    StartValues(Circuit circuit, Spectrum s, CircuitModel model) {
        this.circuit = circuit;
        this.model = model;
        int n = s.size();
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, Comparator.comparingDouble(s::frequency));
        logFrequency = new double[n];
        size = new double[n];
        for (int i = 0; i < n; i++) {
            logFrequency[i] = Math.log(2 * Math.PI * s.frequency(order[i]));
            size[i] = Math.hypot(s.re(order[i]), s.im(order[i]));
        }
        least = logFrequency[0];
        most = logFrequency[n - 1];
        parts =
                switch (circuit) {
                    case Circuit.Leaf leaf -> List.of(leaf);
                    case Circuit.Series series -> series.parts();
                    case Circuit.Parallel parallel -> parallel.parts();
                };
        evaluators = new CircuitEvaluator[parts.size()];
        firsts = new int[parts.size() + 1];
        for (int k = 0; k < evaluators.length; k++) {
            evaluators[k] = CircuitEvaluator.of(parts.get(k), s.grid());
            firsts[k + 1] = firsts[k] + evaluators[k].parameterCount();
        }
        circuit.parameters().forEach(p -> specs.add(p.spec()));
        columns = new double[parts.size()][2 * n];
        residuals = new double[2 * n];
    }

    /** A set of start values and its chi-square. */
    record Start(double[] values, double chiSquare) {}

    /**
     * Draws sets of start values.
     *
     * @param count how many
     * @param random the source of chance
     * @param fixed values that are given, NaN where free
     * @return those with a finite chi-square, the best first
     */
    List<Start> draw(int count, SplittableRandom random, double[] fixed) {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] p = new double[specs.size()];
            fill(circuit, p, 0, random, most, least, i % 2 == 0 ? 0.75 : 0.5);
            scale(p);
            for (int j = 0; j < p.length; j++) {
                if (!Double.isNaN(fixed[j])) {
                    p[j] = fixed[j];
                }
            }
            model.residuals(p, residuals);
            double sum = 0;
            for (double r : residuals) {
                sum += r * r;
            }
            if (Double.isFinite(sum)) {
                starts.add(new Start(p, sum));
            }
        }
        starts.sort(Comparator.comparingDouble(Start::chiSquare));
        return starts;
    }

    /** Gives the parameters of a part, from {@code next} on; returns the next free index. */
    private int fill(
            Circuit part,
            double[] p,
            int next,
            SplittableRandom random,
            double fast,
            double slow,
            double leastExponent) {
        switch (part) {
            case Circuit.Leaf leaf -> {
                double w = slow + (fast - slow) * random.nextDouble();
                return element(leaf, p, next, random, w, impedanceAt(w), leastExponent);
            }
            case Circuit.Series s -> {
                int n = s.parts().size();
                double[] at = sorted(random, n + 1, fast, slow);
                int j = next;
                for (int k = 0; k < n; k++) {
                    j = fill(s.parts().get(k), p, j, random, at[k], at[k + 1], leastExponent);
                }
                return j;
            }
            case Circuit.Parallel q -> {
                double w = slow + (fast - slow) * random.nextDouble();
                double z = impedanceAt(w) * Math.exp(random.nextDouble(-1.5, 0.5));
                int j = next;
                for (Circuit child : q.parts()) {
                    j =
                            child instanceof Circuit.Leaf leaf
                                    ? element(leaf, p, j, random, w, z, leastExponent)
                                    : fill(child, p, j, random, w, slow, leastExponent);
                }
                return j;
            }
        }
    }

    /** Falling values, the outer two being the ends. */
    private static double[] sorted(SplittableRandom random, int n, double fast, double slow) {
        double[] u = new double[n];
        for (int i = 1; i < n - 1; i++) {
            u[i] = random.nextDouble();
        }
        u[n - 1] = 1;
        java.util.Arrays.sort(u);
        for (int i = 0; i < n; i++) {
            u[i] = fast + (slow - fast) * u[i];
        }
        return u;
    }

    private int element(
            Circuit.Leaf leaf,
            double[] p,
            int next,
            SplittableRandom random,
            double logOmega,
            double z,
            double leastExponent) {
        List<ElementParameter> list = leaf.element().parameters();
        double n = 1;
        for (int k = 0; k < list.size(); k++) {
            ElementParameter spec = list.get(k);
            if (!spec.logarithmic()) {
                double top = Math.min(spec.max(), 1);
                n =
                        spec.fixed()
                                ? spec.typical()
                                : Math.max(spec.min(), random.nextDouble(leastExponent, top));
                if (!(top > leastExponent) || !Double.isFinite(n)) {
                    n = spec.typical();
                }
                p[next + k] = n;
            }
        }
        for (int k = 0; k < list.size(); k++) {
            ElementParameter spec = list.get(k);
            if (spec.logarithmic()) {
                double value =
                        switch (spec.unit()) {
                            case "ohm" -> z;
                            case "F" -> Math.exp(-logOmega) / z;
                            case "H" -> z * Math.exp(-logOmega);
                            case "s" -> Math.exp(-logOmega);
                            case "ohm^-1 s^n" -> Math.exp(-n * logOmega) / z;
                            case "ohm s^n" -> z * Math.exp(-n * logOmega);
                            case "ohm s^-1/2" -> z * Math.exp(logOmega / 2);
                            default -> spec.typical() * Math.exp(random.nextDouble(-3, 3));
                        };
                p[next + k] = Math.min(Math.max(value, spec.min()), spec.max());
            }
        }
        return next + list.size();
    }

    private double impedanceAt(double logOmega) {
        int i = java.util.Arrays.binarySearch(logFrequency, logOmega);
        int k = i >= 0 ? i : Math.min(-i - 1, size.length - 1);
        return size[k];
    }

    /** Scales the outermost parts so that their sum meets the data. */
    private void scale(double[] p) {
        int m = parts.size();
        boolean admittance = circuit instanceof Circuit.Parallel;
        double[] data = model.measured();
        double[] w = model.weights();
        double[] gram = new double[m * m];
        double[] right = new double[m];
        for (int k = 0; k < m; k++) {
            double[] own = java.util.Arrays.copyOfRange(p, firsts[k], firsts[k + 1]);
            double[] c = columns[k];
            evaluators[k].evaluate(own, c);
            if (admittance) {
                // relative to the measured admittance: Z / Zk
                for (int i = 0; i < c.length; i += 2) {
                    double s = 1 / (c[i] * c[i] + c[i + 1] * c[i + 1]);
                    double re = (data[i] * c[i] + data[i + 1] * c[i + 1]) * s;
                    double im = (data[i + 1] * c[i] - data[i] * c[i + 1]) * s;
                    c[i] = re;
                    c[i + 1] = im;
                    right[k] += re;
                }
            } else {
                for (int i = 0; i < c.length; i++) {
                    c[i] *= w[i];
                    right[k] += c[i] * data[i] * w[i];
                }
            }
            for (int l = 0; l <= k; l++) {
                double sum = 0;
                for (int i = 0; i < c.length; i++) {
                    sum += c[i] * columns[l][i];
                }
                gram[k * m + l] = sum;
                gram[l * m + k] = sum;
            }
        }
        double[] factor = nonNegative(gram, right, m);
        for (int k = 0; k < m; k++) {
            double f = factor[k] > 1e-6 ? factor[k] : 1e-6;
            if (!Double.isFinite(f) || factor[k] == 0) {
                f = 0.01;
            }
            double ohms = admittance ? 1 / f : f;
            for (int j = firsts[k]; j < firsts[k + 1]; j++) {
                p[j] *= Math.pow(ohms, ohmPower(specs.get(j)));
            }
        }
    }

    /** How a parameter changes when the impedance of its element is multiplied. */
    static int ohmPower(ElementParameter spec) {
        String unit = spec.unit();
        if (unit.equals("F") || unit.startsWith("ohm^-1") || unit.equals("S")) {
            return -1;
        }
        return unit.equals("H") || unit.startsWith("ohm") ? 1 : 0;
    }

    /** Coordinate descent for x >= 0 on the normal equations of a few columns. */
    private static double[] nonNegative(double[] gram, double[] right, int m) {
        double[] x = new double[m];
        for (int sweep = 0; sweep < 60; sweep++) {
            double change = 0;
            for (int k = 0; k < m; k++) {
                double g = gram[k * m + k];
                if (!(g > 0)) {
                    continue;
                }
                double sum = right[k];
                for (int l = 0; l < m; l++) {
                    sum -= gram[k * m + l] * x[l];
                }
                double moved = Math.max(0, x[k] + sum / g);
                change = Math.max(change, Math.abs(moved - x[k]) * Math.sqrt(g));
                x[k] = moved;
            }
            if (change < 1e-3) {
                break;
            }
        }
        return x;
    }
}
