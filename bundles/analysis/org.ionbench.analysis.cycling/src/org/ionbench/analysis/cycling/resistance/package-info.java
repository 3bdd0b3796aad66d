// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** Resistance of a cell from steps of its current, at stated times after them. */
package org.ionbench.analysis.cycling.resistance;
