// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Mathematics in double precision and SI values, without a word of electrochemistry: the shared
 * value types. Least squares, straight lines, statistics and interpolation have packages of their
 * own below; the only bundle that imports Hipparchus.
 */
package org.ionbench.numerics;
