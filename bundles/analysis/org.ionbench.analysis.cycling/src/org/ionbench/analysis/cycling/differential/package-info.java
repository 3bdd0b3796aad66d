// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** Differential capacity dQ/dV and differential voltage dV/dQ with a smoothing that is stated. */
package org.ionbench.analysis.cycling.differential;
