// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Straight lines through points: ordinary, weighted, and with errors in both variables, each with
 * covariance, confidence intervals and confidence band.
 */
package org.ionbench.numerics.regression;
