// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Plots on screen: {@link org.ionbench.charts.PlotView} shows an {@link org.ionbench.api.plot.Plot}
 * and lets the user look closer, pick points, drag windows and leave points out. Plain SWT, no
 * workbench; what stands where is decided by {@code org.ionbench.engine.plotting}, which points are
 * worth drawing by {@code org.ionbench.engine.sampling}.
 */
package org.ionbench.charts;
