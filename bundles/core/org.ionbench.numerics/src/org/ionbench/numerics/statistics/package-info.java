// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Location and spread of samples, and the distributions that confidence intervals need. */
package org.ionbench.numerics.statistics;
