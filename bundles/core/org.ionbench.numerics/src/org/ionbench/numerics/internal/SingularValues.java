// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.internal;

/**
 * Singular values and right singular vectors of a matrix with few columns: Householder reduction to
 * a triangle, then one-sided Jacobi rotations (Golub and Van Loan, Matrix Computations, 4th ed.,
 * 2013, sections 5.2 and 8.6.3), which find small singular values to high relative accuracy.
 */
public final class SingularValues {
    private static final int MOST_SWEEPS = 60;

    private final int n;
    private final double[] values;
    private final double[] vectors;

    /**
     * @param matrix columns of {@code rows} numbers each, one after the other; overwritten
     * @param rows number of rows, not smaller than the number of columns
     * @param n number of columns
     */
    public SingularValues(double[] matrix, int rows, int n) {
        this.n = n;
        values = new double[n];
        vectors = new double[n * n];
        reduce(matrix, rows);
        double[] triangle = new double[n * n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(matrix, j * rows, triangle, j * n, Math.min(j + 1, n));
            vectors[j * n + j] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && rotateAll(triangle); sweep++) {
            continue;
        }
        for (int j = 0; j < n; j++) {
            values[j] = norm(triangle, j * n, n);
        }
        sort();
    }

    /** Singular value, largest first. */
    public double value(int index) {
        return values[index];
    }

    /** Component of the right singular vector that belongs to a value. */
    public double vector(int index, int component) {
        return vectors[index * n + component];
    }

    private void reduce(double[] a, int rows) {
        for (int k = 0; k < n; k++) {
            int top = k * rows + k;
            int length = rows - k;
            double norm = norm(a, top, length);
            if (norm == 0) {
                continue;
            }
            double head = a[top];
            double image = head > 0 ? -norm : norm;
            a[top] = head - image;
            double half = -image * a[top];
            for (int j = k + 1; j < n; j++) {
                int other = j * rows + k;
                double product = 0;
                for (int i = 0; i < length; i++) {
                    product += a[top + i] * a[other + i];
                }
                double factor = product / half;
                for (int i = 0; i < length; i++) {
                    a[other + i] -= factor * a[top + i];
                }
            }
            a[top] = image;
        }
    }

    /** One sweep over all pairs of columns; false once all are orthogonal. */
    private boolean rotateAll(double[] a) {
        boolean rotated = false;
        for (int p = 0; p < n - 1; p++) {
            for (int q = p + 1; q < n; q++) {
                double pp = 0;
                double pq = 0;
                double qq = 0;
                for (int i = 0; i < n; i++) {
                    double x = a[p * n + i];
                    double y = a[q * n + i];
                    pp += x * x;
                    pq += x * y;
                    qq += y * y;
                }
                if (Math.abs(pq) <= 1e-15 * Math.sqrt(pp) * Math.sqrt(qq)) {
                    continue;
                }
                rotated = true;
                double zeta = (qq - pp) / (2 * pq);
                double t = Math.copySign(1 / (Math.abs(zeta) + Math.hypot(1, zeta)), zeta);
                double c = 1 / Math.sqrt(1 + t * t);
                double s = c * t;
                rotate(a, p, q, c, s);
                rotate(vectors, p, q, c, s);
            }
        }
        return rotated;
    }

    private void rotate(double[] a, int p, int q, double c, double s) {
        for (int i = 0; i < n; i++) {
            double x = a[p * n + i];
            double y = a[q * n + i];
            a[p * n + i] = c * x - s * y;
            a[q * n + i] = s * x + c * y;
        }
    }

    private void sort() {
        for (int i = 0; i < n; i++) {
            int largest = i;
            for (int j = i + 1; j < n; j++) {
                if (values[j] > values[largest]) {
                    largest = j;
                }
            }
            double value = values[i];
            values[i] = values[largest];
            values[largest] = value;
            for (int k = 0; k < n && largest != i; k++) {
                double component = vectors[i * n + k];
                vectors[i * n + k] = vectors[largest * n + k];
                vectors[largest * n + k] = component;
            }
        }
    }

    /** Euclidean length of a stretch of numbers, safe from overflow. */
    public static double norm(double[] a, int from, int count) {
        double largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            double x = a[i] / largest;
            sum += x * x;
        }
        return largest * Math.sqrt(sum);
    }
}
