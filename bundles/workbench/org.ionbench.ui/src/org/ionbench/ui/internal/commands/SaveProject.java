// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.ProjectsListener;

/** Saves the active project, whichever part is in front. */
final class SaveProject extends AbstractHandler implements ProjectsListener {
    private final Projects projects;

    SaveProject(Projects projects) {
        this.projects = projects;
        projects.addListener(this);
        projectsChanged();
    }

    @Override
    public Object execute(ExecutionEvent event) {
        projects.active().filter(OpenProject::isDirty).ifPresent(OpenProject::save);
        return null;
    }

    @Override
    public void projectsChanged() {
        setBaseEnabled(projects.active().filter(OpenProject::isDirty).isPresent());
    }

    @Override
    public void projectChanged(OpenProject project) {
        projectsChanged();
    }

    @Override
    public void dispose() {
        projects.removeListener(this);
    }
}
