// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

/**
 * A tick with its label.
 *
 * @param value where it stands, in the unit of the plot's axis
 * @param label what is written beside it, in the unit of the axis label
 */
public record Tick(double value, String label) {}
