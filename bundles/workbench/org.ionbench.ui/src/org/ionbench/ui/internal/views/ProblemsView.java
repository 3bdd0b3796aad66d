// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.ionbench.api.problem.Problem;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.RunState;
import org.ionbench.model.Recording;
import org.ionbench.ui.internal.commands.Act;
import org.ionbench.ui.internal.commands.CopyText;
import org.ionbench.ui.internal.editors.Open;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.ProjectsListener;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was found wrong in the open projects: in their files, their recordings and their runs. */
public final class ProblemsView extends ViewPart implements ProjectsListener {
    /** The view's id in plugin.xml. */
    public static final String ID = "org.ionbench.ui.problems";

    private Projects projects;
    private Pictures pictures;
    private SortedTable<ProblemRow> table;
    private Settled refresh;
    private RecordingProblems recordingProblems;

    @Override
    public void createPartControl(Composite parent) {
        projects = getSite().getService(Projects.class);
        pictures = new Pictures();
        table =
                new SortedTable<>(parent, ProblemRow.class, "problems")
                        .pictured(r -> pictures.image(r.problem().severity().id()))
                        .told(r -> r.problem().toString());
        table.add(
                new SortedTable.Column<>(
                        "Problem",
                        60,
                        r -> r.problem().message(),
                        Comparator.comparing(r -> r.problem().severity())));
        add("What to do", 22, ProblemsView::whatToDo);
        add("Of", 18, ProblemRow::of);
        add("Place", 8, r -> r.problem().place());
        add("Project", 10, r -> r.project().name());
        table.viewer().addDoubleClickListener(e -> open());
        getSite()
                .getService(IHandlerService.class)
                .activateHandler("org.eclipse.ui.edit.copy", new CopyText(this::copied));
        menu();
        refresh = new Settled(parent.getDisplay(), this::fill);
        recordingProblems = new RecordingProblems(refresh::soon);
        projects.addListener(this);
        projectsChanged();
    }

    /** The change that would mend it, else the sentence that says what would. */
    private static String whatToDo(ProblemRow row) {
        return row.problem().changes().isEmpty()
                ? row.problem().mend()
                : row.problem().changes().getFirst().sentence() + " (Ctrl+1)";
    }

    private void menu() {
        Mending mending = new Mending(projects);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(
                m -> {
                    mending.actions(table.selected()).forEach(m::add);
                    m.add(new Separator());
                    m.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
                });
        Table control = table.viewer().getTable();
        control.setMenu(menu.createContextMenu(control));
        getSite().registerContextMenu(menu, table.viewer());
        getSite()
                .getService(IHandlerService.class)
                .activateHandler(
                        "org.ionbench.ui.mend", new Act(() -> mending.first(table.selected())));
    }

    private void add(String title, int weight, Function<ProblemRow, String> text) {
        table.add(new SortedTable.Column<>(title, weight, text));
    }

    private void open() {
        table.selected().stream()
                .findFirst()
                .filter(row -> !row.id().isEmpty())
                .ifPresent(
                        row -> {
                            projects.reveal(row.project(), row.id());
                            if (row.project()
                                    .session()
                                    .find(Recording.class, row.id())
                                    .isPresent()) {
                                Open.recording(getSite().getPage(), row.project(), row.id());
                            } else {
                                Open.run(getSite().getPage(), row.project(), row.id());
                            }
                        });
    }

    private String copied() {
        return table.selected().stream()
                .map(r -> r.name() + "\t" + r.problem())
                .collect(Collectors.joining("\n"));
    }

    private void fill() {
        List<ProblemRow> all = new ArrayList<>();
        for (OpenProject project : projects.open()) {
            project.session()
                    .problems()
                    .forEach(p -> all.add(new ProblemRow(project, "", project.name(), p)));
            project.importProblems()
                    .forEach(p -> all.add(new ProblemRow(project, "", "Import", p)));
            project.verified()
                    .forEach(f -> all.add(new ProblemRow(project, f.id(), f.name(), f.problem())));
            for (RunResult run : project.runs().results()) {
                if (run.state() == RunState.FAILED) {
                    String why = run.why().orElse("The run failed.");
                    all.add(row(project, run, Problem.error("run.failed", why)));
                }
                run.report()
                        .ifPresent(
                                report ->
                                        report.problems()
                                                .forEach(p -> all.add(row(project, run, p))));
            }
            for (Recording r : project.session().project().getRecordings()) {
                recordingProblems
                        .of(r)
                        .forEach(p -> all.add(new ProblemRow(project, r.getId(), r.getName(), p)));
            }
            recordingProblems.read(project);
        }
        List<ProblemRow> rows = ProblemRow.joined(all);
        table.show(rows);
        setPartName(rows.isEmpty() ? "Problems" : "Problems (" + rows.size() + ")");
    }

    private static ProblemRow row(OpenProject project, RunResult run, Problem problem) {
        return new ProblemRow(project, run.id(), run.label(), problem);
    }

    @Override
    public void projectsChanged() {
        setTitleImage(pictures.image("problems"));
        refresh.soon();
    }

    @Override
    public void projectChanged(OpenProject project) {
        refresh.soon();
    }

    @Override
    public void resultsChanged(OpenProject project) {
        refresh.soon();
    }

    @Override
    public void setFocus() {
        table.viewer().getTable().setFocus();
    }

    @Override
    public void dispose() {
        projects.removeListener(this);
        pictures.dispose();
        super.dispose();
    }
}
