// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.ionbench.ui.internal.projects.Projects;

import java.nio.file.Path;
import java.util.Map;

/** The projects that were open lately. */
public final class RecentMenu extends CompoundContributionItem {
    private final IWorkbenchWindow window;

    public RecentMenu(IWorkbenchWindow window) {
        super("org.ionbench.ui.recent");
        this.window = window;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        return window.getService(Projects.class).recent().stream()
                .map(this::item)
                .toArray(IContributionItem[]::new);
    }

    private IContributionItem item(Path folder) {
        Path name = folder.getFileName();
        return new ActionContributionItem(
                new Action((name == null ? folder : name) + "  \u2013  " + folder) {
                    @Override
                    public void run() {
                        Commands.execute(
                                window,
                                OpenFolder.ID,
                                Map.of(OpenFolder.FOLDER, folder.toString()));
                    }
                });
    }
}
