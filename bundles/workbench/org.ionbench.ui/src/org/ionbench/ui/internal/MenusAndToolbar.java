// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.ionbench.ui.internal.commands.AnalysesMenu;
import org.ionbench.ui.internal.commands.ExportersMenu;
import org.ionbench.ui.internal.commands.RecentMenu;
import org.ionbench.ui.internal.pictures.Pictures;

/**
 * The menu bar and the toolbar. Plug-ins add to the menus at {@code file}, {@code edit}, {@code
 * project}, {@code analyse}, {@code window} and {@code help} by menu contributions.
 */
final class MenusAndToolbar extends ActionBarAdvisor {
    private final IWorkbenchWindow window;

    MenusAndToolbar(IActionBarConfigurer configurer) {
        super(configurer);
        window = configurer.getWindowConfigurer().getWindow();
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(file());
        bar.add(edit());
        bar.add(project());
        bar.add(analyse());
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(windowMenu());
        bar.add(help());
    }

    private MenuManager file() {
        MenuManager menu = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
        add(menu, "org.ionbench.ui.newProject", "&New project...", "new-project");
        add(menu, "org.ionbench.ui.openProject", "&Open project...", "open-project");
        MenuManager recent = new MenuManager("Open &recent", "recent");
        recent.add(new RecentMenu(window));
        menu.add(recent);
        add(menu, "org.ionbench.ui.openExample", "Open the &example", "example");
        menu.add(new Separator());
        add(menu, "org.ionbench.ui.importFiles", "&Import files...", "import");
        menu.add(new ExportersMenu().as("&Export recordings"));
        menu.add(new Separator());
        add(menu, "org.eclipse.ui.file.save", "&Save", "save");
        add(menu, "org.eclipse.ui.file.saveAll", "Save a&ll", null);
        menu.add(new Separator());
        add(menu, "org.eclipse.ui.file.close", "&Close editor", null);
        add(menu, "org.ionbench.ui.closeProject", "Close &project", null);
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, "org.eclipse.ui.file.exit", "E&xit", null);
        return menu;
    }

    private MenuManager edit() {
        MenuManager menu = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
        add(menu, "org.eclipse.ui.edit.undo", null, "undo");
        add(menu, "org.eclipse.ui.edit.redo", null, "redo");
        menu.add(new Separator());
        add(menu, "org.eclipse.ui.edit.copy", "&Copy", "copy");
        add(menu, "org.eclipse.ui.edit.delete", "&Delete", "delete");
        add(menu, "org.eclipse.ui.edit.rename", "Re&name", "rename");
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private MenuManager project() {
        MenuManager menu = new MenuManager("&Project", "project");
        add(menu, "org.ionbench.ui.addCell", "Add &cell", "cell");
        add(menu, "org.ionbench.ui.importFiles", "&Import files...", "import");
        add(menu, "org.ionbench.ui.watchFolder", "Watch &folder...", "import");
        add(menu, "org.ionbench.ui.ovenTemperatures", "&Oven temperatures...", "recording");
        add(menu, "org.ionbench.ui.joinRecordings", "&Join as one recording", "group");
        menu.add(new Separator());
        add(menu, "org.ionbench.ui.recompute", "&Recompute", "recompute");
        add(menu, "org.ionbench.ui.writeReport", "&Write report...", "report");
        add(menu, "org.ionbench.ui.verifyProject", "&Verify project", "state-current");
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private MenuManager analyse() {
        MenuManager menu = new MenuManager("&Analyse", "analyse");
        menu.add(new AnalysesMenu());
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private MenuManager windowMenu() {
        MenuManager menu = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
        MenuManager views = new MenuManager("Show &view", "views");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        MenuManager perspectives = new MenuManager("&Perspective", "perspectives");
        perspectives.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
        perspectives.add(new Separator());
        add(perspectives, "org.eclipse.ui.window.resetPerspective", "&Reset layout", null);
        menu.add(perspectives);
        add(menu, "org.ionbench.ui.toggleTheme", "Light or dark &theme", "theme");
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, "org.eclipse.ui.window.preferences", "Pre&ferences", null);
        return menu;
    }

    private MenuManager help() {
        MenuManager menu = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
        add(menu, "org.ionbench.ui.help", "&Contents", "info");
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, "org.eclipse.ui.help.aboutAction", "&About Ionbench", "about");
        return menu;
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        add(tools, "org.ionbench.ui.newProject", null, "new-project");
        add(tools, "org.ionbench.ui.openProject", null, "open-project");
        add(tools, "org.ionbench.ui.importFiles", null, "import");
        add(tools, "org.eclipse.ui.file.save", null, "save");
        tools.add(new Separator());
        add(tools, "org.eclipse.ui.edit.undo", null, "undo");
        add(tools, "org.eclipse.ui.edit.redo", null, "redo");
        tools.add(new Separator());
        add(tools, "org.ionbench.ui.recompute", null, "recompute");
        add(tools, "org.ionbench.ui.writeReport", null, "report");
        tools.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(new ToolBarContributionItem(tools, "org.ionbench.ui.toolbar"));
    }

    private void add(IContributionManager to, String command, String label, String icon) {
        CommandContributionItemParameter item =
                new CommandContributionItemParameter(
                        window, null, command, CommandContributionItem.STYLE_PUSH);
        item.label = label;
        if (icon != null) {
            item.icon = Pictures.descriptor(icon);
        }
        to.add(new CommandContributionItem(item));
    }
}
