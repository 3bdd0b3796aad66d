// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What can go wrong, in three kinds: a {@link org.ionbench.api.problem.Problem} is bad data that
 * goes into the result while work goes on; a {@link org.ionbench.api.problem.FormatException} or
 * {@link org.ionbench.api.problem.AnalysisException} ends one file or one run with a sentence; our
 * own defects stay unchecked exceptions.
 */
package org.ionbench.api.problem;
