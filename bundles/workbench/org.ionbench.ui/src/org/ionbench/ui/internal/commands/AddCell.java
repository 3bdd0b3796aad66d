// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.ionbench.engine.session.Session;
import org.ionbench.ui.internal.projects.Projects;

/** Adds a cell to the active project; it is named in the Properties view. */
public final class AddCell extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Projects projects = Commands.projects(event);
        projects.active()
                .ifPresentOrElse(
                        project -> {
                            if (project.session().isReadOnly()) {
                                projects.say(project.session().readOnlyReason().orElseThrow());
                                return;
                            }
                            String id = project.session().cell(free(project.session()));
                            projects.reveal(project, id);
                        },
                        () -> projects.say("Open a project before you add a cell."));
        return null;
    }

    private static String free(Session session) {
        int n = session.outline().cells().size() + 1;
        while (session.findCell("cell " + n).isPresent()) {
            n++;
        }
        return "cell " + n;
    }
}
