// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.Objects;

/** Something of an open project that an editor shows, named by its id. */
public abstract sealed class ProjectInput implements IEditorInput, IPersistableElement
        permits RecordingInput, RunInput, FigureInput {
    static final String FOLDER = "folder";
    static final String ID = "id";

    private final OpenProject project;
    private final String id;

    ProjectInput(OpenProject project, String id) {
        this.project = project;
        this.id = id;
    }

    /** The project it belongs to. */
    public final OpenProject project() {
        return project;
    }

    /** The recording's, run's or figure's id. */
    public final String id() {
        return id;
    }

    abstract String icon();

    @Override
    public final ImageDescriptor getImageDescriptor() {
        return Pictures.descriptor(icon());
    }

    @Override
    public final String getToolTipText() {
        return getName() + " - " + project.name();
    }

    @Override
    public final IPersistableElement getPersistable() {
        return exists() ? this : null;
    }

    @Override
    public final void saveState(IMemento memento) {
        memento.putString(FOLDER, project.folder().toString());
        memento.putString(ID, id);
    }

    @Override
    public final <T> T getAdapter(Class<T> adapter) {
        return adapter == OpenProject.class ? adapter.cast(project) : null;
    }

    @Override
    public final boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && ((ProjectInput) other).project == project
                && ((ProjectInput) other).id.equals(id);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(System.identityHashCode(project), id);
    }
}
