// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The projects that are open in this workbench. {@link org.ionbench.ui.internal.projects.Projects}
 * is a service of the workbench: views, editors and commands ask their site for it. Each {@link
 * org.ionbench.ui.internal.projects.OpenProject} has one session and its runs, owned by the user
 * interface's thread, one star and one prompt for all its editors, and saves, autosaves and
 * computes on jobs.
 */
package org.ionbench.ui.internal.projects;
