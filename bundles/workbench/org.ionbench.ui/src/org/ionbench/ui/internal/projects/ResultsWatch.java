// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.ionbench.engine.runs.RunsListener;

import java.util.Set;

/** Passes on what becomes of a project's results. */
record ResultsWatch(OpenProject project, Projects projects) implements RunsListener {

    @Override
    public void changed(Set<String> runIds) {
        projects.tellResults(project);
    }

    @Override
    public void busy(boolean isBusy) {
        projects.tellResults(project);
    }
}
