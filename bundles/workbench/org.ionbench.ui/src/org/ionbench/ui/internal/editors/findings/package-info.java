// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The findings of a report below its plots: quantities, parameters, tables, texts and problems.
 * Numbers are printed as in the HTML report.
 */
package org.ionbench.ui.internal.editors.findings;
