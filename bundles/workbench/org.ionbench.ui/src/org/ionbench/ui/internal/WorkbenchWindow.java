// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.ionbench.ui.internal.commands.ProjectCommands;
import org.ionbench.ui.internal.editors.ProjectInput;
import org.ionbench.ui.internal.pictures.ThemeIcons;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.ProjectsListener;

/** The window: its bars, its title, and the sentences it shows. */
final class WorkbenchWindow extends WorkbenchWindowAdvisor
        implements ProjectsListener, IPartListener2 {

    WorkbenchWindow(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new MenusAndToolbar(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(new Point(1280, 800));
        window.setShowCoolBar(true);
        window.setShowStatusLine(true);
        window.setShowProgressIndicator(true);
        window.setShowPerspectiveBar(true);
        window.setTitle("Ionbench");
        new ProjectCommands(window.getWindow()).activate();
    }

    @Override
    public void postWindowOpen() {
        window().getService(Projects.class).addListener(this);
        window().getPartService().addPartListener(this);
        Projects projects = window().getService(Projects.class);
        new ThemeIcons(window(), projects::repaint).watch();
        projectsChanged();
    }

    @Override
    public void postWindowClose() {
        window().getService(Projects.class).removeListener(this);
    }

    private IWorkbenchWindow window() {
        return getWindowConfigurer().getWindow();
    }

    @Override
    public void projectsChanged() {
        getWindowConfigurer()
                .setTitle(
                        window().getService(Projects.class)
                                .active()
                                .map(p -> p.name() + " \u2013 Ionbench")
                                .orElse("Ionbench"));
        updateBars();
    }

    @Override
    public void projectChanged(OpenProject project) {
        projectsChanged();
    }

    /** The platform asks handlers of bars whether they are enabled only when it is told to. */
    private void updateBars() {
        window().getService(IEventBroker.class)
                .post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID);
    }

    @Override
    public void said(String sentence) {
        if (window().getShell() != null && !window().getShell().isDisposed()) {
            new Popup(window().getShell(), sentence).open();
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        if (part.getPart(false) instanceof IEditorPart editor
                && editor.getEditorInput() instanceof ProjectInput input) {
            window().getService(Projects.class).activate(input.project());
        }
    }
}
