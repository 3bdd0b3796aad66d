// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.ionbench.api.exporting.Exporter;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.Projects;

import java.util.Map;

/** One entry for each format that recordings can be exported to, whoever contributes it. */
public final class ExportersMenu extends CompoundContributionItem {

    public ExportersMenu() {
        super("org.ionbench.ui.exporters");
    }

    /** A menu that holds the entries. */
    public MenuManager as(String title) {
        MenuManager menu =
                new MenuManager(
                        title, Pictures.descriptor("exporter"), "org.ionbench.ui.export.menu");
        menu.add(this);
        return menu;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        Projects projects = window.getService(Projects.class);
        return projects.catalog().exporters().stream()
                .map(exporter -> item(window, projects, exporter))
                .toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(
            IWorkbenchWindow window, Projects projects, Contribution<Exporter> exporter) {
        Action action =
                new Action(exporter.name() + "...") {
                    @Override
                    public void run() {
                        Commands.execute(
                                window,
                                ExportRecordings.ID,
                                Map.of(ExportRecordings.EXPORTER, exporter.id()));
                    }
                };
        action.setEnabled(projects.active().isPresent());
        return new ActionContributionItem(action);
    }
}
