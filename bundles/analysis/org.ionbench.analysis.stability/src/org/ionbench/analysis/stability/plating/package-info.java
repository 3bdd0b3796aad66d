// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Metal that is plated and stripped again in a cyclic scan: charges, efficiency, the overpotential
 * of nucleation, and what was reduced before the plating began.
 */
package org.ionbench.analysis.stability.plating;
