// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.ProjectsListener;

import java.util.Map;
import java.util.Optional;

/** Undo, or Redo, of the active project; its menu entry names what it takes back. */
final class EditHistory extends AbstractHandler implements IElementUpdater, ProjectsListener {
    static final String UNDO = "org.eclipse.ui.edit.undo";
    static final String REDO = "org.eclipse.ui.edit.redo";

    private final Projects projects;
    private final ICommandService commands;
    private final boolean isUndo;

    EditHistory(Projects projects, ICommandService commands, boolean isUndo) {
        this.projects = projects;
        this.commands = commands;
        this.isUndo = isUndo;
        projects.addListener(this);
        projectsChanged();
    }

    private Optional<String> label() {
        return projects.active()
                .map(OpenProject::session)
                .flatMap(s -> isUndo ? s.undoLabel() : s.redoLabel());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (label().isPresent()) {
            OpenProject project = projects.active().orElseThrow();
            if (isUndo) {
                project.session().undo();
            } else {
                project.session().redo();
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        String verb = isUndo ? "Undo" : "Redo";
        String text = label().map(l -> verb + " " + small(l)).orElse(verb);
        element.setText(text);
        element.setTooltip(text);
    }

    private static String small(String label) {
        boolean isAcronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return isAcronym || label.isEmpty()
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    @Override
    public void projectsChanged() {
        setBaseEnabled(label().isPresent());
        commands.refreshElements(isUndo ? UNDO : REDO, null);
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
