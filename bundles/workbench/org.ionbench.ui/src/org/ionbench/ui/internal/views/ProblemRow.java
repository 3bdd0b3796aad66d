// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.ionbench.api.problem.Problem;
import org.ionbench.ui.internal.projects.OpenProject;

/**
 * A problem and what has it.
 *
 * @param project where; the project itself where nothing in it is meant
 * @param id the recording or run that has it; empty for the project
 * @param name what has it, as shown
 */
record ProblemRow(OpenProject project, String id, String name, Problem problem) {}
