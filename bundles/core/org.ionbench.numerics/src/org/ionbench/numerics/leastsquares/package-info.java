// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Nonlinear least squares. A {@link ResidualModel} gives weighted residuals and their derivatives,
 * a {@link Parameter} says where to start, within which bounds and on which scale, {@link
 * LevenbergMarquardt} fits from one start and {@link Multistart} from many, and {@link
 * LeastSquaresFit} holds the result with its {@link Covariance}. Nothing is kept between calls; any
 * number of threads may fit at once, each with a model of its own.
 */
package org.ionbench.numerics.leastsquares;
