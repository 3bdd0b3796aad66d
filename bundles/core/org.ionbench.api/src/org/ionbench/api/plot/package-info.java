// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What a plot shows, without saying how it is drawn: axes with quantity and unit, series of points,
 * handles for the settings that are touched on the chart. Screen, SVG and PDF draw the same plot.
 */
package org.ionbench.api.plot;
