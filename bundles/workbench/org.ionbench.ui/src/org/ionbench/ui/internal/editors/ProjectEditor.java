// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISaveablesSource;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.Saveable;
import org.eclipse.ui.part.EditorPart;
import org.ionbench.api.table.Table;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.ProjectsListener;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An editor of something in a project: shares the project's star and prompt with all others of it,
 * follows every edit, undo and result, and closes when the project or what it shows is gone.
 */
abstract sealed class ProjectEditor extends EditorPart implements ISaveablesSource, ProjectsListener
        permits RecordingEditor, AnalysisEditor, FigureEditor {
    private final Map<String, Optional<Table>> tables = new HashMap<>();
    private final Pictures pictures = new Pictures();
    private Projects projects;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof ProjectInput of)) {
            throw new PartInitException(input.getName() + " is nothing of a project.");
        }
        setSite(site);
        setInput(input);
        site.setSelectionProvider(new InputSelection(of));
        entitle();
        projects = site.getService(Projects.class);
        projects.addListener(this);
    }

    final OpenProject project() {
        return ((ProjectInput) getEditorInput()).project();
    }

    final String id() {
        return ((ProjectInput) getEditorInput()).id();
    }

    final Projects projects() {
        return projects;
    }

    /** The table of a recording by the recording's id, for plots that name columns. */
    final Optional<Table> table(String recordingId) {
        return tables.computeIfAbsent(
                recordingId,
                id -> {
                    try {
                        return Optional.of(project().session().recording(id).table());
                    } catch (IOException e) {
                        projects.report(
                                "The table of a recording cannot be read: " + e.getMessage(), e);
                        return Optional.empty();
                    } catch (IllegalArgumentException e) {
                        // The recording was deleted; its curve goes.
                        return Optional.empty();
                    }
                });
    }

    private void entitle() {
        String title =
                EditorTitle.of(project().session().outline(), id(), getEditorInput().getName());
        if (!title.equals(getPartName())) {
            setPartName(title);
        }
        setTitleImage(pictures.image(icon()));
    }

    /** The icons of this editor. */
    final Pictures pictures() {
        return pictures;
    }

    /** The name of the icon of what is shown. */
    abstract String icon();

    /** Shows what is there now; cheap where nothing changed. */
    abstract void refresh();

    @Override
    public final void projectsChanged() {
        if (!projects.open().contains(project())) {
            getSite().getPage().closeEditor(this, false);
        }
    }

    @Override
    public final void projectChanged(OpenProject changed) {
        if (changed != project()) {
            return;
        }
        if (!getEditorInput().exists()) {
            getSite().getPage().closeEditor(this, false);
            return;
        }
        entitle();
        firePropertyChange(PROP_DIRTY);
        refresh();
    }

    @Override
    public final void resultsChanged(OpenProject changed) {
        if (changed == project() && getEditorInput().exists()) {
            refresh();
        }
    }

    @Override
    public void setFocus() {
        projects.activate(project());
    }

    // ---- saving is the project's

    @Override
    public final Saveable[] getSaveables() {
        return new Saveable[] {project().saveable()};
    }

    @Override
    public final Saveable[] getActiveSaveables() {
        return getSaveables();
    }

    @Override
    public final boolean isDirty() {
        return project().isDirty();
    }

    @Override
    public final void doSave(IProgressMonitor monitor) {
        project().save();
    }

    @Override
    public final void doSaveAs() {
        // A project is copied as a folder.
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void dispose() {
        if (projects != null) {
            projects.removeListener(this);
        }
        pictures.dispose();
        super.dispose();
    }
}
