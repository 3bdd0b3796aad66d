// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.Saveable;
import org.ionbench.ui.internal.pictures.Pictures;

/** A project as the workbench's prompts see it. */
final class ProjectSaveable extends Saveable {
    private final OpenProject project;

    ProjectSaveable(OpenProject project) {
        this.project = project;
    }

    @Override
    public String getName() {
        return project.name();
    }

    @Override
    public String getToolTipText() {
        return project.folder().toString();
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Pictures.descriptor("project");
    }

    @Override
    public void doSave(IProgressMonitor monitor) throws CoreException {
        if (!project.saveAndWait()) {
            throw new CoreException(Status.error(project.name() + " cannot be saved."));
        }
    }

    @Override
    public boolean isDirty() {
        return project.isDirty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProjectSaveable o && o.project == project;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(project);
    }
}
