// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Verifying;

import java.util.Optional;

/** Checks the project's files, tables and results; the Problems view shows what is wrong. */
public final class VerifyProject extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<OpenProject> project =
                Commands.project(event, "Open the project that you want to verify.");
        if (project.isPresent()) {
            new Verifying(Commands.projects(event), project.get()).schedule();
        }
        return null;
    }
}
