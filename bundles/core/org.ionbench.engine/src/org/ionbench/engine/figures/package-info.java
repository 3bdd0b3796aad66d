// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Figures over several runs: what a project keeps of them, and the plots they become once the runs
 * have reports. Reports on paper and the workbench show the same.
 */
package org.ionbench.engine.figures;
