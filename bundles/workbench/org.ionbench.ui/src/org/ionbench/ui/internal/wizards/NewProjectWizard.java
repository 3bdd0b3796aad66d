// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.ui.internal.projects.Projects;

/** Asks for a folder and a template and makes a project. */
public final class NewProjectWizard extends Wizard {
    private final Projects projects;
    private final NewProjectPage page = new NewProjectPage();

    private NewProjectWizard(Projects projects) {
        this.projects = projects;
        setWindowTitle("New project");
    }

    /** Shows the wizard. */
    public static void open(IWorkbenchWindow window) {
        WizardDialog dialog =
                new WizardDialog(
                        window.getShell(), new NewProjectWizard(window.getService(Projects.class)));
        dialog.create();
        dialog.getShell().setData("org.ionbench.ui.id", "newProject");
        dialog.open();
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        projects.create(page.folder(), page.template(), project -> {});
        return true;
    }
}
