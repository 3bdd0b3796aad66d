// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** Pellets of one batch: mean, standard deviation and number of what was found of each. */
package org.ionbench.analysis.eis.pellets;
