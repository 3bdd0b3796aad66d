// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What every analysis of a battery cycler's data rests on: the steps of a schedule, read from the
 * rows in one pass; the cycles they make up; what a cell's properties make of a charge (per gram of
 * active material, per area, as a C-rate). A current is positive where the cell is charged.
 */
package org.ionbench.analysis.cycling;
