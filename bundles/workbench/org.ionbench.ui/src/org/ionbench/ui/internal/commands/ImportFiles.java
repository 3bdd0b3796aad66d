// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.wizards.ImportWizard;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Imports files into the project and the cell that are selected. A parameter names files to begin
 * with, one a line.
 */
public final class ImportFiles extends AbstractHandler {
    private static final String FILES = "org.ionbench.ui.importFiles.files";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = Commands.window(event);
        Optional<Node> node = Selected.node(Commands.selection(window));
        ImportWizard.open(
                window,
                node.map(Node::project).or(window.getService(Projects.class)::active),
                node.flatMap(Node::cell).map(Node::label),
                Optional.ofNullable(event.getParameter(FILES)).stream()
                        .flatMap(String::lines)
                        .map(Path::of)
                        .toList());
        return null;
    }
}
