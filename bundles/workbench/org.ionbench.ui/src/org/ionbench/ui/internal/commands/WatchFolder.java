// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.Watching;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Goes on importing what an instrument writes into a folder, for the selected cell, until the job
 * is cancelled in the Progress view or the project is closed. A parameter names the folder.
 */
public final class WatchFolder extends AbstractHandler {
    private static final String FOLDER = "org.ionbench.ui.watchFolder.folder";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = Commands.window(event);
        Projects projects = Commands.projects(event);
        Optional<OpenProject> project =
                Commands.writable(
                        event, "Open a project to import into before you watch a folder.");
        if (project.isEmpty()) {
            return null;
        }
        Optional<Path> folder =
                Optional.ofNullable(event.getParameter(FOLDER))
                        .or(() -> Optional.ofNullable(asked(window)))
                        .map(Path::of);
        if (folder.isEmpty()) {
            return null;
        }
        if (!Files.isDirectory(folder.get())) {
            projects.say("There is no folder " + folder.get() + ".");
            return null;
        }
        ImportChoices choices =
                Selected.node(Commands.selection(window))
                        .flatMap(Node::cell)
                        .map(c -> ImportChoices.NONE.withCell(c.label()))
                        .orElse(ImportChoices.NONE);
        new Watching(projects, project.get(), folder.get(), choices).schedule();
        projects.say(
                "Watching "
                        + folder.get()
                        + ": new files are imported, grown ones read again. The Progress view ends"
                        + " it.");
        return null;
    }

    private static String asked(IWorkbenchWindow window) {
        DirectoryDialog dialog = new DirectoryDialog(window.getShell(), SWT.OPEN);
        dialog.setText("Folder to watch");
        dialog.setMessage("What an instrument writes into this folder is imported as it comes.");
        return dialog.open();
    }
}
