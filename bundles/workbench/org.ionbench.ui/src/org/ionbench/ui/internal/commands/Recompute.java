// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.ionbench.ui.internal.projects.OpenProject;

/** Computes what is stale, failed or was never computed. */
public final class Recompute extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Commands.projects(event).active().ifPresent(OpenProject::recompute);
        return null;
    }
}
