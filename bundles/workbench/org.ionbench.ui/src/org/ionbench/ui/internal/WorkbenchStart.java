// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.ionbench.ui.internal.projects.Projects;

import java.nio.file.Path;
import java.util.List;

/** What the workbench begins with: the perspective, and the projects that were open last. */
final class WorkbenchStart extends WorkbenchAdvisor {
    private final List<Path> named;
    private final Handover handover;

    /**
     * A start.
     *
     * @param named folders of projects to open besides
     * @param handover where later starts leave theirs
     */
    WorkbenchStart(List<Path> named, Handover handover) {
        this.named = named;
        this.handover = handover;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        PlatformUI.getPreferenceStore()
                .setDefault(IWorkbenchPreferenceConstants.SHOW_PROGRESS_ON_STARTUP, false);
        PlatformUI.getPreferenceStore()
                .setDefault(IWorkbenchPreferenceConstants.SHOW_MEMORY_MONITOR, false);
    }

    @Override
    public void preStartup() {
        PlatformUI.getWorkbench().getService(Projects.class).reopen();
    }

    @Override
    public void postStartup() {
        Projects projects = PlatformUI.getWorkbench().getService(Projects.class);
        named.forEach(folder -> projects.open(folder, project -> {}));
        handover.receive(
                folders ->
                        projects.owner()
                                .execute(
                                        () -> {
                                            folders.forEach(f -> projects.open(f, p -> {}));
                                            comeForward();
                                        }));
    }

    private static void comeForward() {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            window.getShell().setMinimized(false);
            window.getShell().forceActive();
        }
    }

    @Override
    public void postShutdown() {
        handover.close();
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return ImpedancePerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(
            IWorkbenchWindowConfigurer configurer) {
        return new WorkbenchWindow(configurer);
    }
}
