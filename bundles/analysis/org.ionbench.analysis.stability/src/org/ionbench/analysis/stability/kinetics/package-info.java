// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * How fast a reaction is: Tafel lines and polarisation resistance of a scan, and the diffusion
 * current after a step.
 */
package org.ionbench.analysis.stability.kinetics;
