// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.ionbench.ui.internal.projects.Projects;

import java.nio.file.Path;
import java.util.Optional;

/** Opens a project: the folder given as a parameter, or one that is chosen. */
public final class OpenFolder extends AbstractHandler {
    static final String ID = "org.ionbench.ui.openProject";
    static final String FOLDER = "org.ionbench.ui.openProject.folder";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Projects projects = Commands.projects(event);
        Optional.ofNullable(event.getParameter(FOLDER))
                .or(() -> Optional.ofNullable(choose(event)))
                .ifPresent(folder -> projects.open(Path.of(folder), project -> {}));
        return null;
    }

    private static String choose(ExecutionEvent event) {
        DirectoryDialog dialog =
                new DirectoryDialog(
                        org.eclipse.ui.handlers.HandlerUtil.getActiveShell(event), SWT.OPEN);
        dialog.setText("Open project");
        dialog.setMessage("Choose the folder of a project: the one that holds project.ionbench.");
        return dialog.open();
    }
}
