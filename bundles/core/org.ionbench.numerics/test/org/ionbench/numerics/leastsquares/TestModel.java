// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

/** A model for tests: one residual and its row of derivatives at a time. */
record TestModel(int residualCount, int parameterCount, Row row) implements ResidualModel {

    interface Row {
        /** Writes the derivatives of residual i into the row and returns the residual. */
        double at(int i, double[] p, double[] derivatives);
    }

    /** r = M p - y for a matrix of rows. */
    static TestModel linear(double[][] matrix, double[] y) {
        return new TestModel(
                y.length,
                matrix[0].length,
                (i, p, d) -> {
                    double sum = -y[i];
                    for (int j = 0; j < p.length; j++) {
                        d[j] = matrix[i][j];
                        sum += matrix[i][j] * p[j];
                    }
                    return sum;
                });
    }

    /** Rosenbrock's valley: 10 (p1 - p0 squared), 1 - p0. */
    static TestModel rosenbrock() {
        return new TestModel(
                2,
                2,
                (i, p, d) -> {
                    d[0] = i == 0 ? -20 * p[0] : -1;
                    d[1] = i == 0 ? 10 : 0;
                    return i == 0 ? 10 * (p[1] - p[0] * p[0]) : 1 - p[0];
                });
    }

    /** p0 exp(-p1 t) + p2 less the data y at t = 0, 0.5, 1, ... */
    static TestModel decay(double[] y) {
        return new TestModel(
                y.length,
                3,
                (i, p, d) -> {
                    double t = 0.5 * i;
                    d[0] = Math.exp(-p[1] * t);
                    d[1] = -t * p[0] * d[0];
                    d[2] = 1;
                    return p[0] * d[0] + p[2] - y[i];
                });
    }

    @Override
    public void residuals(double[] parameters, double[] residuals) {
        double[] derivatives = new double[parameterCount];
        for (int i = 0; i < residualCount; i++) {
            residuals[i] = row.at(i, parameters, derivatives);
        }
    }

    @Override
    public void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian) {
        double[] derivatives = new double[parameterCount];
        for (int i = 0; i < residualCount; i++) {
            residuals[i] = row.at(i, parameters, derivatives);
            for (int j = 0; j < parameterCount; j++) {
                jacobian[j * residualCount + i] = derivatives[j];
            }
        }
    }
}
