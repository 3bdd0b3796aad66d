// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.engine.conditions.OvenMatch;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.wizards.OvenWizard;

import java.util.List;
import java.util.Optional;

/**
 * Asks for a logger's file and gives the selected recordings, those of the selected cells, or all
 * of the project the oven temperature of their time.
 */
public final class OvenTemperatures extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<OpenProject> project =
                Commands.writable(event, "Open a project with recordings first.");
        if (project.isEmpty()) {
            return null;
        }
        IWorkbenchWindow window = Commands.window(event);
        List<String> ids = Selected.recordings(Commands.selection(window), project.get());
        OvenWizard.open(
                window,
                project.get(),
                ids.isEmpty() ? OvenMatch.all(project.get().session()) : ids);
        return null;
    }
}
