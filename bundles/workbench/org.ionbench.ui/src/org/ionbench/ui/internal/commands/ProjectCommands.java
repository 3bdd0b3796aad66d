// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.ionbench.ui.internal.projects.Projects;

/** Answers the platform's own commands for projects, whichever part of the window is in front. */
public final class ProjectCommands {
    private final IWorkbenchWindow window;

    public ProjectCommands(IWorkbenchWindow window) {
        this.window = window;
    }

    public void activate() {
        Projects projects = window.getService(Projects.class);
        ICommandService commands = window.getService(ICommandService.class);
        IHandlerService handlers = window.getService(IHandlerService.class);
        handlers.activateHandler("org.eclipse.ui.file.save", new SaveProject(projects));
        handlers.activateHandler(EditHistory.UNDO, new EditHistory(projects, commands, true));
        handlers.activateHandler(EditHistory.REDO, new EditHistory(projects, commands, false));
    }
}
