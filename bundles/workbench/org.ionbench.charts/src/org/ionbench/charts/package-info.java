// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Plots on screen. The only bundle that imports SWTChart; SWT, no workbench. */
package org.ionbench.charts;
