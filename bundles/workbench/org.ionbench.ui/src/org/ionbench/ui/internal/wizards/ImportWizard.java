// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.window.IShellProvider;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.services.IServiceLocator;
import org.ionbench.api.problem.Problem;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.importing.ImportResult;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.importing.ProjectImport;
import org.ionbench.engine.maps.ColumnMap;
import org.ionbench.engine.maps.ColumnMaps;
import org.ionbench.ui.internal.projects.MonitorProgress;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.views.ImportsView;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Imports files into a project, or into a new one where none is open. Files are looked at while the
 * wizard is open and imported by a job after it; what became of each stands in the Imports view.
 */
public final class ImportWizard extends Wizard {
    private static final int MANY = 20;

    private final Projects projects;
    private final Optional<OpenProject> project;
    private final NewProjectPage newProject = new NewProjectPage();
    private final ImportFilesPage files;
    private final ImportColumnsPage columns;
    private final ImportChoicesPage choices;

    private ImportWizard(
            Projects projects,
            Optional<OpenProject> project,
            Optional<String> cell,
            List<Path> files) {
        this.projects = projects;
        this.project = project;
        ColumnMaps maps = project.map(p -> ColumnMaps.of(p.folder())).orElseGet(ColumnMaps::none);
        this.files = new ImportFilesPage(new FileReading(projects.catalog(), maps), files);
        columns = new ImportColumnsPage(projects.catalog(), this.files, project);
        choices = new ImportChoicesPage(this.files, project, cell);
        setWindowTitle("Import files");
    }

    /**
     * Shows the wizard.
     *
     * @param site a window or a part's site
     * @param project to import into; empty to make a new one
     * @param cell the name of the cell the files were measured on, if known
     * @param files to begin with
     */
    public static <S extends IServiceLocator & IShellProvider> void open(
            S site, Optional<OpenProject> project, Optional<String> cell, List<Path> files) {
        Projects projects = site.getService(Projects.class);
        if (project.isPresent() && project.get().session().isReadOnly()) {
            projects.say(project.get().session().readOnlyReason().orElseThrow());
            return;
        }
        ImportWizard wizard = new ImportWizard(projects, project, cell, files);
        WizardDialog dialog = new WizardDialog(site.getShell(), wizard);
        dialog.setPageSize(860, 500);
        dialog.create();
        dialog.getShell().setData("org.ionbench.ui.id", "import");
        dialog.open();
    }

    @Override
    public void addPages() {
        if (project.isEmpty()) {
            addPage(newProject);
        }
        addPage(files);
        addPage(choices);
        addPage(columns);
    }

    @Override
    public boolean canFinish() {
        return super.canFinish() && !files.files().isEmpty();
    }

    @Override
    public boolean performCancel() {
        files.stop();
        columns.stop();
        return true;
    }

    @Override
    public boolean performFinish() {
        files.stop();
        columns.stop();
        List<ColumnMap> maps = columns.maps();
        List<Path> chosen = files.files();
        ImportChoices said = choices.choices();
        project.ifPresentOrElse(
                p -> importInto(p, chosen, said, maps),
                () ->
                        projects.create(
                                newProject.folder(),
                                newProject.template(),
                                p -> importInto(p, chosen, said, maps)));
        return true;
    }

    private void importInto(
            OpenProject into, List<Path> chosen, ImportChoices said, List<ColumnMap> maps) {
        Job job =
                Job.create(
                        "Import " + chosen.size() + (chosen.size() == 1 ? " file" : " files"),
                        (ICoreRunnable)
                                monitor -> {
                                    try {
                                        for (ColumnMap map : maps) {
                                            ColumnMaps.of(into.folder()).keep(map);
                                        }
                                        ImportResult result =
                                                new ProjectImport(
                                                                into.session(), projects.catalog())
                                                        .run(
                                                                chosen,
                                                                said,
                                                                new MonitorProgress(monitor));
                                        into.session().owner().execute(() -> tell(into, result));
                                    } catch (CancellationException e) {
                                        projects.say("Nothing was imported.");
                                    } catch (IOException | IllegalStateException e) {
                                        projects.report(
                                                "The files were not imported: " + e.getMessage(),
                                                e);
                                    }
                                });
        job.setPriority(Job.LONG);
        job.schedule();
    }

    private void tell(OpenProject into, ImportResult result) {
        List<Problem> problems = new ArrayList<>();
        int failed = 0;
        for (ImportedFile file : result.files()) {
            String name = file.file().getFileName().toString();
            file.problems()
                    .forEach(
                            p ->
                                    problems.add(
                                            Problem.of(
                                                            p.code(),
                                                            p.severity(),
                                                            name + ": " + p.message())
                                                    .at(p.place())
                                                    .mend(p.mend())));
            if (file.duplicate()) {
                problems.add(
                        Problem.info(
                                "import.duplicate",
                                name + " was in the project already and was left as it is."));
            }
            if (file.recordings().isEmpty()) {
                failed++;
            }
        }
        result.notes().forEach(n -> problems.add(Problem.info("import.note", n)));
        result.refusal().ifPresent(r -> problems.add(Problem.error("import.refused", r)));
        into.noteImport(problems, result.files());
        if (failed > 0 || result.files().size() > MANY) {
            ImportsView.show();
        }
        result.files().stream()
                .flatMap(f -> f.recordings().stream())
                .findFirst()
                .ifPresent(id -> projects.reveal(into, id));
        projects.say(result.refusal().orElse(sentence(result.files().size(), failed)));
    }

    private static String sentence(int all, int failed) {
        String done =
                (all - failed) + (all - failed == 1 ? " file was" : " files were") + " imported.";
        return failed == 0
                ? done
                : done
                        + " "
                        + failed
                        + (failed == 1 ? " was" : " were")
                        + " not; the Problems view says why.";
    }
}
