// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.util.Map;
import java.util.Optional;

/** Running commands, and what their handlers need. */
public final class Commands {

    private Commands() {}

    /** Runs a command by its id, if it can be run now. */
    public static void execute(IServiceLocator site, String id) {
        execute(site, id, Map.of());
    }

    /** Runs a command with parameters. */
    public static void execute(IServiceLocator site, String id, Map<String, String> parameters) {
        Command command = site.getService(ICommandService.class).getCommand(id);
        try {
            ParameterizedCommand call =
                    ParameterizedCommand.generateCommand(command, Map.copyOf(parameters));
            site.getService(IHandlerService.class).executeCommand(call, null);
        } catch (NotEnabledException | NotHandledException e) {
            // Nothing to do just now: the menu shows it greyed.
            return;
        } catch (ExecutionException | NotDefinedException e) {
            site.getService(Projects.class).report(id + " failed", e);
        }
    }

    static IWorkbenchWindow window(ExecutionEvent event) throws ExecutionException {
        return HandlerUtil.getActiveWorkbenchWindowChecked(event);
    }

    static Projects projects(ExecutionEvent event) throws ExecutionException {
        return window(event).getService(Projects.class);
    }

    /** The selection of the window: that of the explorer or another view. */
    static ISelection selection(IWorkbenchWindow window) {
        ISelection selection = window.getService(ISelectionService.class).getSelection();
        return selection == null ? StructuredSelection.EMPTY : selection;
    }

    /** The project of the selection, else the one the user works on; says a sentence if none. */
    static Optional<OpenProject> project(ExecutionEvent event, String otherwise)
            throws ExecutionException {
        Projects projects = projects(event);
        Optional<OpenProject> project =
                Selected.nodes(selection(window(event))).stream()
                        .map(Node::project)
                        .findFirst()
                        .or(projects::active);
        if (project.isEmpty()) {
            projects.say(otherwise);
        }
        return project;
    }

    /** The same, if it can be changed; says why if it cannot. */
    static Optional<OpenProject> writable(ExecutionEvent event, String otherwise)
            throws ExecutionException {
        Projects projects = projects(event);
        Optional<OpenProject> project = project(event, otherwise);
        Optional<String> readOnly = project.flatMap(p -> p.session().readOnlyReason());
        readOnly.ifPresent(projects::say);
        return project.filter(p -> !p.session().isReadOnly());
    }
}
