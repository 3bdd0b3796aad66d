// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.api.table.Table;
import org.ionbench.engine.figures.Figures;
import org.ionbench.engine.output.html.HtmlReport;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Recording;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes the report of the active project, its figures and its tables, and shows the page. */
public final class WriteReport extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = Commands.window(event);
        Projects projects = Commands.projects(event);
        Optional<OpenProject> project = projects.active();
        if (project.isEmpty()) {
            projects.say("Open a project before you write its report.");
            return null;
        }
        DirectoryDialog dialog = new DirectoryDialog(window.getShell(), SWT.SAVE);
        dialog.setText("Folder of the report");
        dialog.setFilterPath(project.get().folder().toString());
        Optional.ofNullable(dialog.open())
                .ifPresent(folder -> write(projects, project.get(), Path.of(folder)));
        return null;
    }

    /** Within a project's own folder the report has one of its own. */
    private static Path beside(OpenProject project, Path chosen) {
        return chosen.equals(project.folder()) ? chosen.resolve("report") : chosen;
    }

    private static void write(Projects projects, OpenProject project, Path folder) {
        List<RunResult> results = project.runs().results();
        HtmlReport report =
                HtmlReport.titled(project.name())
                        .dated(LocalDate.now(projects.clock()))
                        .program("Ionbench")
                        .figures(new Figures(project.session(), project.runs()).drawn())
                        .tables(tables(project.session()));
        Job job =
                Job.create(
                        "Write the report of " + project.name(),
                        (ICoreRunnable)
                                monitor -> {
                                    try {
                                        Path page = report.write(beside(project, folder), results);
                                        projects.say("The report is " + page + ".");
                                        projects.owner()
                                                .execute(() -> Program.launch(page.toString()));
                                    } catch (IOException e) {
                                        projects.report(
                                                "The report cannot be written: " + e.getMessage(),
                                                e);
                                    }
                                });
        job.schedule();
    }

    /** Tables by recording, which may be asked for on any thread. */
    private static Function<String, Optional<Table>> tables(Session session) {
        Map<String, String> tableOf = new HashMap<>();
        for (Recording r : session.project().getRecordings()) {
            tableOf.put(r.getId(), r.getTableId());
        }
        return recording -> {
            try {
                return tableOf.containsKey(recording)
                        ? Optional.of(session.table(tableOf.get(recording)))
                        : Optional.empty();
            } catch (IOException e) {
                // The figure says that it lacks its points; the Problems view says why.
                return Optional.empty();
            }
        };
    }
}
