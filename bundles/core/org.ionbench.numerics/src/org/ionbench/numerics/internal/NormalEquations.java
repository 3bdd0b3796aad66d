// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.internal;

/**
 * Normal equations of a linear least-squares problem whose matrix is stored column after column in
 * one flat array.
 */
public final class NormalEquations {
    private NormalEquations() {}

    /**
     * Forms the upper triangle of J<sup>T</sup>J and the vector J<sup>T</sup>r for chosen columns.
     *
     * @param jacobian columns of {@code rows} numbers each, one after the other
     * @param rows number of residuals
     * @param columns indices of the columns to use; the result is ordered as they are
     * @param residuals {@code rows} numbers
     * @param matrix receives n x n numbers row by row, upper triangle and mirror image
     * @param gradient receives n numbers
     */
    public static void form(
            double[] jacobian,
            int rows,
            int[] columns,
            double[] residuals,
            double[] matrix,
            double[] gradient) {
        int n = columns.length;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            int a = columns[i] * rows;
            int b = columns[i + 1] * rows;
            twoByVector(jacobian, a, b, rows, residuals, gradient, i);
            diagonalPair(jacobian, a, b, rows, matrix, i, n);
            int k = i + 2;
            for (; k + 1 < n; k += 2) {
                twoByTwo(
                        jacobian,
                        a,
                        b,
                        columns[k] * rows,
                        columns[k + 1] * rows,
                        rows,
                        matrix,
                        i * n + k,
                        n);
            }
            if (k < n) {
                twoByOne(jacobian, a, b, columns[k] * rows, rows, matrix, i * n + k, n);
            }
        }
        if (i < n) {
            int a = columns[i] * rows;
            double square = 0;
            double product = 0;
            for (int row = 0; row < rows; row++) {
                double v = jacobian[a + row];
                square += v * v;
                product += v * residuals[row];
            }
            matrix[i * n + i] = square;
            gradient[i] = product;
        }
        for (int row = 1; row < n; row++) {
            for (int column = 0; column < row; column++) {
                matrix[row * n + column] = matrix[column * n + row];
            }
        }
    }

    /** Sum of the squares of the first {@code count} numbers. */
    public static double sumOfSquares(double[] values, int count) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < count; i += 2) {
            even += values[i] * values[i];
            odd += values[i + 1] * values[i + 1];
        }
        if (i < count) {
            even += values[i] * values[i];
        }
        return even + odd;
    }

    private static void twoByVector(
            double[] j, int a, int b, int rows, double[] residuals, double[] gradient, int at) {
        double first = 0;
        double second = 0;
        for (int row = 0; row < rows; row++) {
            double r = residuals[row];
            first += j[a + row] * r;
            second += j[b + row] * r;
        }
        gradient[at] = first;
        gradient[at + 1] = second;
    }

    private static void diagonalPair(
            double[] j, int a, int b, int rows, double[] matrix, int i, int n) {
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int row = 0; row < rows; row++) {
            double u = j[a + row];
            double v = j[b + row];
            aa += u * u;
            ab += u * v;
            bb += v * v;
        }
        matrix[i * n + i] = aa;
        matrix[i * n + i + 1] = ab;
        matrix[(i + 1) * n + i + 1] = bb;
    }

    private static void twoByTwo(
            double[] j, int a, int b, int c, int d, int rows, double[] matrix, int at, int n) {
        double ac = 0;
        double ad = 0;
        double bc = 0;
        double bd = 0;
        for (int row = 0; row < rows; row++) {
            double u = j[a + row];
            double v = j[b + row];
            double x = j[c + row];
            double y = j[d + row];
            ac += u * x;
            ad += u * y;
            bc += v * x;
            bd += v * y;
        }
        matrix[at] = ac;
        matrix[at + 1] = ad;
        matrix[at + n] = bc;
        matrix[at + n + 1] = bd;
    }

    private static void twoByOne(
            double[] j, int a, int b, int c, int rows, double[] matrix, int at, int n) {
        double ac = 0;
        double bc = 0;
        for (int row = 0; row < rows; row++) {
            double x = j[c + row];
            ac += j[a + row] * x;
            bc += j[b + row] * x;
        }
        matrix[at] = ac;
        matrix[at + n] = bc;
    }
}
