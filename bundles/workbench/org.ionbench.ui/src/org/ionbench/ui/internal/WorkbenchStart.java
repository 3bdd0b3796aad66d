// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.ionbench.ui.internal.projects.Projects;

/** What the workbench begins with: the perspective, and the projects that were open last. */
final class WorkbenchStart extends WorkbenchAdvisor {

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
    public String getInitialWindowPerspectiveId() {
        return ImpedancePerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(
            IWorkbenchWindowConfigurer configurer) {
        return new WorkbenchWindow(configurer);
    }
}
