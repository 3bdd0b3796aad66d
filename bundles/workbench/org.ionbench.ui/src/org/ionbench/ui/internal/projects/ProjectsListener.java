// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

/** Hears what becomes of the open projects, on the user interface's thread. */
public interface ProjectsListener {

    /** A project was opened or closed, or another one became the active one. */
    default void projectsChanged() {}

    /** A project's content, star or read-only mark changed. */
    default void projectChanged(OpenProject project) {}

    /** Results of a project changed: something was computed, became stale, or failed. */
    default void resultsChanged(OpenProject project) {}

    /** An object of a project is to be selected where it can be seen. */
    default void revealed(OpenProject project, String id) {}

    /** Something the user should know, in one sentence. */
    default void said(String sentence) {}
}
