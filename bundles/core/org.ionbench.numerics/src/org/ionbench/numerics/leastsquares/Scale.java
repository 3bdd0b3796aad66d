// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

/** How the solver moves a parameter. */
public enum Scale {
    /** In the parameter itself: it may be zero or change its sign. */
    LINEAR,
    /**
     * In its natural logarithm: it stays positive and a step is a factor. For quantities such as
     * resistances whose order of magnitude is searched for. The result, its bounds and its
     * covariance are those of the parameter, not of the logarithm.
     */
    LOGARITHMIC
}
