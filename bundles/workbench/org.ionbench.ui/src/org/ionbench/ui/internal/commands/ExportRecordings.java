// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.api.exporting.Exporter;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.session.Outline;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.Exporting;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a folder and writes the selected recordings into it in one format: those selected, those
 * of the selected cells, or all of the project. A parameter names the folder.
 */
public final class ExportRecordings extends AbstractHandler {
    static final String ID = "org.ionbench.ui.exportRecordings";
    static final String EXPORTER = "org.ionbench.ui.exportRecordings.exporter";
    private static final String FOLDER = "org.ionbench.ui.exportRecordings.folder";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Projects projects = Commands.projects(event);
        Optional<OpenProject> project =
                Commands.project(event, "Open a project whose recordings you want to export.");
        Optional<Contribution<Exporter>> chosen =
                projects.catalog().exporters().stream()
                        .filter(c -> c.id().equals(event.getParameter(EXPORTER)))
                        .findFirst();
        if (project.isEmpty() || chosen.isEmpty()) {
            return null;
        }
        Optional<Exporter> exporter = chosen.get().instance();
        if (exporter.isEmpty()) {
            chosen.get().failure().ifPresent(projects::say);
            return null;
        }
        IWorkbenchWindow window = Commands.window(event);
        List<String> recordings = recordings(window, project.get());
        if (recordings.isEmpty()) {
            projects.say("There are no recordings to export; import files first.");
            return null;
        }
        Optional.ofNullable(event.getParameter(FOLDER))
                .or(() -> Optional.ofNullable(asked(window, recordings.size(), chosen.get())))
                .ifPresent(
                        folder ->
                                Exporting.begin(
                                        projects,
                                        project.get(),
                                        recordings,
                                        exporter.get(),
                                        Path.of(folder)));
        return null;
    }

    private static List<String> recordings(IWorkbenchWindow window, OpenProject project) {
        List<String> selected = Selected.recordings(Commands.selection(window), project);
        return selected.isEmpty()
                ? project.session().outline().recordings().stream()
                        .map(Outline.RecordingItem::id)
                        .toList()
                : selected;
    }

    private static String asked(
            IWorkbenchWindow window, int recordings, Contribution<Exporter> exporter) {
        DirectoryDialog dialog = new DirectoryDialog(window.getShell(), SWT.SAVE);
        dialog.setText("Folder to export to");
        dialog.setMessage(
                (recordings == 1 ? "One recording is" : recordings + " recordings are")
                        + " written here as "
                        + exporter.name()
                        + ". Nothing that is there is written over.");
        return dialog.open();
    }
}
