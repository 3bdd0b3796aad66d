// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

/**
 * Result of a search from many starts.
 *
 * @param best the fit with the smallest sum of squares; its counts are those of all starts together
 * @param starts number of starts used, the guess included
 * @param agreeing how many of them ended at the sum of squares of the best; one alone is a reason
 *     to doubt, none means that the best itself did not converge
 */
public record MultistartFit(LeastSquaresFit best, int starts, int agreeing) {}
