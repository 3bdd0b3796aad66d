// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.circuit;

import java.util.List;

/**
 * Computes the impedance of a circuit and its derivatives by all parameters over one grid of
 * frequencies. Made once for a fit: it owns its working arrays and allocates nothing when it
 * evaluates. Not to be shared between threads.
 *
 * <p>Impedances in series add, and derivatives pass through. Of two branches in parallel Z = Z1 Z2
 * / (Z1 + Z2), so dZ/dp is dZ1/dp times (Z2 / (Z1 + Z2)) squared, and the like for the other
 * branch; this form stands for a branch that is a short circuit as well. Arrays of complex numbers
 * are interleaved: real part at {@code 2 i}, imaginary part at {@code 2 i + 1}.
 */
public final class CircuitEvaluator {
    private final Circuit circuit;
    private final FrequencyGrid grid;
    private final int parameterCount;
    private final Node root;

    private CircuitEvaluator(Circuit circuit, FrequencyGrid grid) {
        this.circuit = circuit;
        this.grid = grid;
        int[] next = {0};
        root = compile(circuit, grid, next);
        parameterCount = next[0];
    }

    /** An evaluator for a circuit over a grid. */
    public static CircuitEvaluator of(Circuit circuit, FrequencyGrid grid) {
        return new CircuitEvaluator(circuit, grid);
    }

    public Circuit circuit() {
        return circuit;
    }

    public FrequencyGrid grid() {
        return grid;
    }

    public int parameterCount() {
        return parameterCount;
    }

    /**
     * Evaluates the impedance alone.
     *
     * @param p parameters in the order of {@link Circuit#parameters()}
     * @param z receives the impedance, interleaved, {@code 2 * grid.size()} numbers
     */
    public void evaluate(double[] p, double[] z) {
        root.evaluate(p, z, null);
    }

    /**
     * Evaluates impedance and derivatives.
     *
     * @param p parameters in the order of {@link Circuit#parameters()}
     * @param z receives the impedance, interleaved, {@code 2 * grid.size()} numbers
     * @param dz receives dZ/dp for each parameter, in the same layout
     */
    public void evaluate(double[] p, double[] z, double[][] dz) {
        root.evaluate(p, z, dz);
    }

    /** The impedance as a new interleaved array. */
    public double[] impedance(double[] p) {
        double[] z = new double[2 * grid.size()];
        evaluate(p, z);
        return z;
    }

    private static Node compile(Circuit circuit, FrequencyGrid grid, int[] next) {
        return switch (circuit) {
            case Circuit.Leaf leaf -> {
                int first = next[0];
                next[0] += leaf.element().parameters().size();
                yield new Single(leaf.element(), grid, first, next[0]);
            }
            case Circuit.Series s -> {
                Node[] parts = new Node[s.parts().size()];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = compile(s.parts().get(i), grid, next);
                }
                yield new Chain(parts, new double[2 * grid.size()]);
            }
            case Circuit.Parallel p -> {
                List<Circuit> parts = p.parts();
                int first = next[0];
                Node node = compile(parts.getFirst(), grid, next);
                for (int i = 1; i < parts.size(); i++) {
                    int middle = next[0];
                    Node other = compile(parts.get(i), grid, next);
                    node = new Pair(node, other, first, middle, next[0], grid.size());
                }
                yield node;
            }
        };
    }

    private interface Node {
        void evaluate(double[] p, double[] z, double[][] dz);
    }

    private static final class Single implements Node {
        private final Element element;
        private final FrequencyGrid grid;
        private final int first;
        private final double[][] own;

        Single(Element element, FrequencyGrid grid, int first, int end) {
            this.element = element;
            this.grid = grid;
            this.first = first;
            own = new double[end - first][];
        }

        @Override
        public void evaluate(double[] p, double[] z, double[][] dz) {
            if (dz == null) {
                element.evaluate(p, first, grid, z, null);
            } else {
                for (int k = 0; k < own.length; k++) {
                    own[k] = dz[first + k];
                }
                element.evaluate(p, first, grid, z, own);
            }
        }
    }

    private record Chain(Node[] parts, double[] part) implements Node {
        @Override
        public void evaluate(double[] p, double[] z, double[][] dz) {
            parts[0].evaluate(p, z, dz);
            for (int k = 1; k < parts.length; k++) {
                parts[k].evaluate(p, part, dz);
                for (int i = 0; i < part.length; i++) {
                    z[i] += part[i];
                }
            }
        }
    }

    /** Two branches in parallel: parameters first..middle and middle..end. */
    private static final class Pair implements Node {
        private final Node left;
        private final Node right;
        private final int first;
        private final int middle;
        private final int end;
        private final double[] zLeft;
        private final double[] zRight;
        private final double[] left2;
        private final double[] right2;

        Pair(Node left, Node right, int first, int middle, int end, int points) {
            this.left = left;
            this.right = right;
            this.first = first;
            this.middle = middle;
            this.end = end;
            zLeft = new double[2 * points];
            zRight = new double[2 * points];
            left2 = new double[2 * points];
            right2 = new double[2 * points];
        }

        @Override
        public void evaluate(double[] p, double[] z, double[][] dz) {
            left.evaluate(p, zLeft, dz);
            right.evaluate(p, zRight, dz);
            for (int i = 0; i < zLeft.length; i += 2) {
                double a = zLeft[i];
                double b = zLeft[i + 1];
                double c = zRight[i];
                double d = zRight[i + 1];
                double re = a + c;
                double im = b + d;
                double inverse = 1 / (re * re + im * im);
                // share of the current through the right branch: Z1 / (Z1 + Z2)
                double sr = (a * re + b * im) * inverse;
                double si = (b * re - a * im) * inverse;
                z[i] = sr * c - si * d;
                z[i + 1] = sr * d + si * c;
                if (dz != null) {
                    double tr = (c * re + d * im) * inverse;
                    double ti = (d * re - c * im) * inverse;
                    right2[i] = sr * sr - si * si;
                    right2[i + 1] = 2 * sr * si;
                    left2[i] = tr * tr - ti * ti;
                    left2[i + 1] = 2 * tr * ti;
                }
            }
            if (dz != null) {
                for (int k = first; k < end; k++) {
                    multiply(dz[k], k < middle ? left2 : right2);
                }
            }
        }

        private static void multiply(double[] x, double[] factor) {
            for (int i = 0; i < x.length; i += 2) {
                double re = x[i];
                double im = x[i + 1];
                x[i] = re * factor[i] - im * factor[i + 1];
                x[i + 1] = re * factor[i + 1] + im * factor[i];
            }
        }
    }
}
