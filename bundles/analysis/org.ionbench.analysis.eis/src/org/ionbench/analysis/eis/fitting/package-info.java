// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The analysis that fits a circuit to a spectrum: correction for the fixture, the fit, the arcs it
 * shows, the resistance of the electrolyte, and the report with its plots.
 */
package org.ionbench.analysis.eis.fitting;
