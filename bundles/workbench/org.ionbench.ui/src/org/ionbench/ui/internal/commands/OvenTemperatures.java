// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.engine.conditions.OvenMatch;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
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
        IWorkbenchWindow window = Commands.window(event);
        Projects projects = Commands.projects(event);
        List<Node> nodes = Selected.nodes(Commands.selection(window));
        Optional<OpenProject> project =
                nodes.stream().map(Node::project).findFirst().or(projects::active);
        if (project.isEmpty()) {
            projects.say("Open a project with recordings first.");
            return null;
        }
        if (project.get().session().isReadOnly()) {
            projects.say(project.get().session().readOnlyReason().orElseThrow());
            return null;
        }
        List<String> ids =
                nodes.stream()
                        .filter(n -> n.project() == project.get() && n.kind() != Kind.PROJECT)
                        .flatMap(Node::all)
                        .filter(n -> n.kind() == Kind.RECORDING)
                        .map(Node::id)
                        .distinct()
                        .toList();
        OvenWizard.open(
                window,
                project.get(),
                ids.isEmpty() ? OvenMatch.all(project.get().session()) : ids);
        return null;
    }
}
