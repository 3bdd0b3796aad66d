// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.internal;

/**
 * Minimum of the convex quadratic q(h) = g<sup>T</sup>h + h<sup>T</sup>(A + diag(d))h / 2 inside a
 * box that holds h = 0. Primal active-set method (Nocedal and Wright, Numerical Optimization, 2nd
 * ed., 2006, section 16.5) with a Cholesky factor of the free part in each round: exact and finite
 * for the handful of unknowns of a fit. One object serves many solves of the same size.
 */
public final class BoxedQuadratic {
    private static final byte FREE = 0;
    private static final byte LOWER = 1;
    private static final byte UPPER = 2;

    private final int size;
    private final double[] factor;
    private final double[] target;
    private final int[] free;
    private final byte[] state;

    /**
     * @param size number of unknowns
     */
    public BoxedQuadratic(int size) {
        this.size = size;
        factor = new double[size * size];
        target = new double[size];
        free = new int[size];
        state = new byte[size];
    }

    /**
     * Solves for h.
     *
     * @param matrix A, n x n, symmetric
     * @param diagonal d, added to the diagonal of A
     * @param gradient g
     * @param lower lower ends of the box, none above 0, may be -infinity
     * @param upper upper ends of the box, none below 0, may be +infinity
     * @param h receives the minimum
     * @return false if A + diag(d) is not positive definite in working precision
     */
    public boolean solve(
            double[] matrix,
            double[] diagonal,
            double[] gradient,
            double[] lower,
            double[] upper,
            double[] h) {
        int n = size;
        for (int i = 0; i < n; i++) {
            h[i] = 0;
            if (lower[i] >= 0 && gradient[i] >= 0) {
                state[i] = LOWER;
            } else if (upper[i] <= 0 && gradient[i] <= 0) {
                state[i] = UPPER;
            } else {
                state[i] = FREE;
            }
        }
        for (int round = 0; round < 4 * n + 4; round++) {
            if (!solveFree(matrix, diagonal, gradient, h)) {
                return false;
            }
            double fraction = 1;
            int blocking = -1;
            for (int i = 0; i < n; i++) {
                if (state[i] != FREE) {
                    continue;
                }
                double limit;
                if (target[i] > upper[i]) {
                    limit = (upper[i] - h[i]) / (target[i] - h[i]);
                } else if (target[i] < lower[i]) {
                    limit = (lower[i] - h[i]) / (target[i] - h[i]);
                } else {
                    continue;
                }
                if (limit < fraction || blocking < 0) {
                    fraction = Math.min(limit, fraction);
                    blocking = i;
                }
            }
            for (int i = 0; i < n; i++) {
                if (state[i] == FREE) {
                    h[i] = blocking < 0 ? target[i] : h[i] + fraction * (target[i] - h[i]);
                }
            }
            if (blocking >= 0) {
                boolean up = target[blocking] > upper[blocking];
                state[blocking] = up ? UPPER : LOWER;
                h[blocking] = up ? upper[blocking] : lower[blocking];
            } else if (!releaseOne(matrix, diagonal, gradient, h)) {
                return true;
            }
        }
        return true;
    }

    /** Whether unknown {@code i} ended on a side of the box that pushes back. */
    public boolean held(int i) {
        return state[i] != FREE;
    }

    private boolean releaseOne(double[] matrix, double[] diagonal, double[] gradient, double[] h) {
        int n = size;
        int worst = -1;
        double worstPull = 0;
        for (int i = 0; i < n; i++) {
            if (state[i] == FREE) {
                continue;
            }
            double slope = gradient[i] + diagonal[i] * h[i];
            double magnitude = Math.abs(gradient[i]) + Math.abs(diagonal[i] * h[i]);
            for (int k = 0; k < n; k++) {
                double term = matrix[i * n + k] * h[k];
                slope += term;
                magnitude += Math.abs(term);
            }
            double pull = state[i] == LOWER ? -slope : slope;
            if (pull > 1e-12 * magnitude) {
                double weight = pull / Math.sqrt(matrix[i * n + i] + diagonal[i]);
                if (weight > worstPull) {
                    worstPull = weight;
                    worst = i;
                }
            }
        }
        if (worst < 0) {
            return false;
        }
        state[worst] = FREE;
        return true;
    }

    /** Cholesky solve for the free unknowns, the others staying where they are. */
    private boolean solveFree(double[] matrix, double[] diagonal, double[] gradient, double[] h) {
        int n = size;
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (state[i] == FREE) {
                free[count++] = i;
            }
        }
        double[] c = factor;
        for (int a = 0; a < count; a++) {
            int i = free[a];
            double right = -gradient[i];
            if (count < n) {
                for (int k = 0; k < n; k++) {
                    if (state[k] != FREE) {
                        right -= matrix[i * n + k] * h[k];
                    }
                }
            }
            int rowA = a * n;
            for (int b = 0; b < a; b++) {
                int rowB = b * n;
                double sum = matrix[i * n + free[b]];
                for (int k = 0; k < b; k++) {
                    sum -= c[rowA + k] * c[rowB + k];
                }
                sum *= c[rowB + b];
                c[rowA + b] = sum;
                right -= sum * target[free[b]];
            }
            double total = matrix[i * n + i] + diagonal[i];
            double pivot = total;
            for (int k = 0; k < a; k++) {
                pivot -= c[rowA + k] * c[rowA + k];
            }
            if (!(pivot > 4e-16 * total)) {
                return false;
            }
            double inverse = 1 / Math.sqrt(pivot);
            c[rowA + a] = inverse;
            target[i] = right * inverse;
        }
        for (int a = count - 1; a >= 0; a--) {
            double sum = target[free[a]];
            for (int b = a + 1; b < count; b++) {
                sum -= c[b * n + a] * target[free[b]];
            }
            target[free[a]] = sum * c[a * n + a];
        }
        return true;
    }
}
