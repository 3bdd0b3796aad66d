// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** Replicate cells: mean, standard deviation and number, cycle by cycle. */
package org.ionbench.analysis.cycling.replicates;
