// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

/** Why an iteration ended. */
public enum Termination {
    /** No step promises or brought a relevant decrease of the sum of squares. */
    SMALL_REDUCTION(true),
    /** The steps have become smaller than the tolerance. */
    SMALL_STEP(true),
    /** The gradient vanishes, or points out of the box at the bounds the fit rests on. */
    SMALL_GRADIENT(true),
    /** The number of iterations has been used up. */
    ITERATION_LIMIT(false),
    /** The number of evaluations of the model has been used up. */
    EVALUATION_LIMIT(false),
    /** The caller asked to stop; the fit holds the best point so far. */
    CANCELLED(false),
    /** The model gives no finite residuals or derivatives at the starting point. */
    NOT_FINITE(false),
    /** No decrease was found although the gradient does not vanish: wrong derivatives or noise. */
    NO_PROGRESS(false);

    private final boolean converged;

    Termination(boolean converged) {
        this.converged = converged;
    }

    /** Whether the end is a minimum within the tolerances. */
    public boolean converged() {
        return converged;
    }
}
