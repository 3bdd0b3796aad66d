// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.ionbench.ui.internal.editors.ProjectInput;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.util.Optional;

/** Closes the selected project and its editors; asks where there is something to save. */
public final class CloseProject extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = Commands.window(event);
        Projects projects = Commands.projects(event);
        Optional<OpenProject> project =
                Selected.nodes(Commands.selection(window)).stream()
                        .map(Node::project)
                        .findFirst()
                        .or(projects::active);
        if (project.isPresent() && isSettled(window, project.get())) {
            closeEditors(window.getActivePage(), project.get());
            projects.close(project.get());
        }
        return null;
    }

    private static boolean isSettled(IWorkbenchWindow window, OpenProject project) {
        if (!project.isDirty()) {
            return true;
        }
        int answer =
                MessageDialog.open(
                        MessageDialog.QUESTION_WITH_CANCEL,
                        window.getShell(),
                        "Close " + project.name(),
                        project.name() + " has unsaved changes.",
                        org.eclipse.swt.SWT.NONE,
                        "Save",
                        "Discard",
                        "Cancel");
        return switch (answer) {
            case 0 -> project.saveAndWait();
            case 1 -> {
                project.session().discardRecovery();
                yield true;
            }
            default -> false;
        };
    }

    private static void closeEditors(IWorkbenchPage page, OpenProject project) {
        for (IEditorReference editor : page.getEditorReferences()) {
            try {
                if (editor.getEditorInput() instanceof ProjectInput input
                        && input.project() == project) {
                    page.closeEditors(new IEditorReference[] {editor}, false);
                }
            } catch (PartInitException e) {
                // An editor that was never made shows nothing of the project.
                continue;
            }
        }
    }
}
