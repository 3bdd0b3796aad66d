// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The report of a project as one HTML page with its figures and tables. Start with {@link
 * org.ionbench.engine.output.html.HtmlReport}. The parts know findings, not analyses: what a lab's
 * own analysis reports is typeset like ours.
 */
package org.ionbench.engine.output.html;
