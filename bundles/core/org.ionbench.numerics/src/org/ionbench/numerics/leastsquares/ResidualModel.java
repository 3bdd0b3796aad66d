// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

/**
 * Residuals r(p) of a model, already weighted: the fit minimises the sum of their squares. With
 * known standard deviations s the residual is (model - data) / s. Complex data contribute two
 * residuals a point.
 *
 * <p>The solver calls from one thread, passes the same arrays again and again and expects no
 * allocation. Values that are not finite mark a point where the model does not exist; the solver
 * then steps back.
 */
public interface ResidualModel {

    /** Number of residuals. */
    int residualCount();

    /** Number of parameters, fixed ones included. */
    int parameterCount();

    /**
     * Computes the residuals.
     *
     * @param parameters {@link #parameterCount()} values in their own units, not to be changed
     * @param residuals receives {@link #residualCount()} values
     */
    void residuals(double[] parameters, double[] residuals);

    /**
     * Computes the residuals and their derivatives.
     *
     * @param parameters {@link #parameterCount()} values in their own units, not to be changed
     * @param residuals receives {@link #residualCount()} values
     * @param jacobian receives dr<sub>i</sub>/dp<sub>j</sub> at {@code [j * residualCount() + i]},
     *     derived by the parameter itself whatever its {@link Scale}
     */
    void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian);
}
