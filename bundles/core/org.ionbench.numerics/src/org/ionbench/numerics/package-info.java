// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Mathematics in SI doubles without electrochemistry: least squares, straight lines, statistics.
 * The only bundle that imports Hipparchus.
 */
package org.ionbench.numerics;
