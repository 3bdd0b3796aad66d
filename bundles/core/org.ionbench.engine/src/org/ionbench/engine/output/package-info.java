// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Results on paper: numbers with their uncertainty, plots as SVG, reports as HTML, tables as CSV.
 * Nothing here draws on a screen, reads a clock or opens a connection; the same results give the
 * same bytes.
 */
package org.ionbench.engine.output;
