// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.conditions.OvenMatch;
import org.ionbench.engine.conditions.TemperatureLog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.maps.ColumnMaps;
import org.ionbench.ui.internal.projects.MonitorProgress;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Gives recordings the oven temperature that a logger's file has for their time. */
public final class OvenWizard extends Wizard {
    private final Projects projects;
    private final OpenProject project;
    private final List<String> recordings;
    private final OvenPage page;

    private OvenWizard(Projects projects, OpenProject project, List<String> recordings) {
        this.projects = projects;
        this.project = project;
        this.recordings = List.copyOf(recordings);
        page = new OvenPage(recordings.size());
        setWindowTitle("Oven temperatures");
    }

    /** Shows the wizard for recordings of a project. */
    public static void open(IWorkbenchWindow window, OpenProject project, List<String> recordings) {
        WizardDialog dialog =
                new WizardDialog(
                        window.getShell(),
                        new OvenWizard(window.getService(Projects.class), project, recordings));
        dialog.create();
        dialog.getShell().setData("org.ionbench.ui.id", "oven");
        dialog.open();
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Path file = page.file();
        double ahead = page.ahead();
        Map<String, String> options = page.options();
        Job.create(
                        "Oven temperatures from " + file.getFileName(),
                        (ICoreRunnable)
                                monitor -> find(file, ahead, options, new MonitorProgress(monitor)))
                .schedule();
        return true;
    }

    /** Reads the log and the recordings, on a job; the project's own thread sets what was found. */
    private void find(Path file, double ahead, Map<String, String> options, Progress progress) {
        try {
            progress.task("Reading " + file.getFileName(), 2);
            TemperatureLog log =
                    TemperatureLog.read(
                            new FileReading(projects.catalog(), ColumnMaps.of(project.folder())),
                            file,
                            options,
                            progress.split(1));
            OvenMatch match =
                    OvenMatch.find(project.session(), recordings, log, ahead, progress.split(1));
            progress.checkCancelled();
            project.session().owner().execute(() -> set(match));
        } catch (CancellationException e) {
            projects.say("The oven temperatures were cancelled; none was set.");
        } catch (IllegalArgumentException e) {
            projects.say(e.getMessage());
        } catch (IOException e) {
            projects.report("The temperatures were not set: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            if (!project.isClosed()) {
                throw e;
            }
            projects.say("The project was closed while its oven temperatures were found.");
        }
    }

    private void set(OvenMatch match) {
        if (project.isClosed()) {
            return;
        }
        OvenMatch.Result result = match.set();
        List<Problem> outside = new ArrayList<>();
        result.outside().values().forEach(s -> outside.add(Problem.warning("oven.outside", s)));
        project.noteImport(outside, project.imported());
        projects.say(result.summary());
    }
}
