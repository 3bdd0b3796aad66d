// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.ui.internal.explorer.Words;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.Projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One entry for each analysis that is installed, whoever contributes it, in their categories. */
public final class AnalysesMenu extends CompoundContributionItem {

    public AnalysesMenu() {
        super("org.ionbench.ui.analyses");
    }

    /** A menu that holds the entries. */
    public MenuManager as(String title) {
        MenuManager menu =
                new MenuManager(title, Pictures.descriptor("run"), "org.ionbench.ui.analyse.menu");
        menu.add(this);
        return menu;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        Projects projects = window.getService(Projects.class);
        List<IContributionItem> items = new ArrayList<>();
        String category = "";
        for (Contribution<?> analysis : projects.catalog().analyses()) {
            String its = analysis.attribute("category").orElse("");
            if (!items.isEmpty() && !its.equals(category)) {
                items.add(new Separator());
            }
            category = its;
            items.add(item(window, projects, analysis));
        }
        return items.toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(
            IWorkbenchWindow window, Projects projects, Contribution<?> analysis) {
        Action action =
                new Action(analysis.name(), Pictures.descriptor(Words.runIcon(analysis.id()))) {
                    @Override
                    public void run() {
                        Commands.execute(
                                window,
                                RunAnalysis.ID,
                                Map.of(RunAnalysis.ANALYSIS, analysis.id()));
                    }
                };
        action.setEnabled(projects.active().filter(p -> !p.session().isReadOnly()).isPresent());
        return new ActionContributionItem(action);
    }
}
