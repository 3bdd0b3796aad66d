// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The plots of an editor: laid out with the Nyquist plot at the left, shown and hidden by name,
 * highlighted together, with the handles and the brush of settings that are touched on the chart.
 */
package org.ionbench.ui.internal.editors.plots;
