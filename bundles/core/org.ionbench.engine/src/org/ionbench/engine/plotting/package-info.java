// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * How a plot is laid out, whoever draws it: the windows of its axes, equal aspect, ticks and their
 * labels, the unit chosen for an axis, colours and symbols. Screen and paper ask here, so they
 * agree. Knows no toolkit: lengths are pixels at 96 to the inch, text is 9 pt, colours are
 * 0xRRGGBB.
 *
 * <p>Start with {@link org.ionbench.engine.plotting.PlotFrame}: it holds both windows, and its two
 * {@link org.ionbench.engine.plotting.AxisScale}s map values to pixels and know their ticks.
 */
package org.ionbench.engine.plotting;
