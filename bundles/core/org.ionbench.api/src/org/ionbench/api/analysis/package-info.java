// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What an analysis contributes: settings as an annotated record, a declaration of what it needs,
 * and a stateless {@link org.ionbench.api.analysis.Analysis#run} that turns immutable inputs into a
 * {@link org.ionbench.api.report.Report}. Contributed through the extension point {@code
 * org.ionbench.api.analyses}.
 */
package org.ionbench.api.analysis;
