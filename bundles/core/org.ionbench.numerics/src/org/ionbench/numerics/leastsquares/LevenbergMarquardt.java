// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import java.util.List;

/**
 * Nonlinear least squares within bounds by the method of Levenberg and Marquardt.
 *
 * <p>Each step minimises the linearised sum of squares plus a damping term inside the box of the
 * bounds, exactly, by an active-set method; so a fit may rest on a bound and leave it again. The
 * damping follows Nielsen (Damping parameter in Marquardt's method, IMM-REP-1999-05, Technical
 * University of Denmark), its scaling the largest column norms seen so far as in Mor&eacute; (The
 * Levenberg-Marquardt algorithm: implementation and theory, Lecture Notes in Mathematics 630, 1978,
 * 105-116). A logarithmic parameter changes by a factor of 4.5 at most in one step. The same input
 * gives the same result to the last bit.
 */
public final class LevenbergMarquardt {
    private LevenbergMarquardt() {}

    /** Fits with {@link FitOptions#standard()}. */
    public static LeastSquaresFit fit(ResidualModel model, List<Parameter> parameters) {
        return fit(model, parameters, FitOptions.standard());
    }

    /**
     * Fits from the starting values of the parameters.
     *
     * @param model residuals and derivatives
     * @param parameters one for each parameter of the model, in its order
     * @param options tolerances and limits
     * @return the best point found; {@link LeastSquaresFit#termination()} says why it ended
     * @throws IllegalArgumentException if the number of parameters is not the model's
     */
    public static LeastSquaresFit fit(
            ResidualModel model, List<Parameter> parameters, FitOptions options) {
        Descent descent = new Descent(model, parameters, options);
        double[] start = new double[parameters.size()];
        for (int j = 0; j < start.length; j++) {
            start[j] = parameters.get(j).start();
        }
        descent.startAt(start);
        Termination termination = descent.run();
        return descent.result(parameters, termination, descent.iterations(), descent.evaluations());
    }
}
