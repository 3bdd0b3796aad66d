// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.projects.ProjectsListener;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What became of each file of the last import of the open projects. */
public final class ImportsView extends ViewPart implements ProjectsListener {
    /** The view's id in plugin.xml. */
    public static final String ID = "org.ionbench.ui.imports";

    private Projects projects;
    private Pictures pictures;
    private SortedTable<Row> table;
    private Settled refresh;

    private record Row(OpenProject project, ImportedFile file) {
        String what() {
            return file.duplicate()
                    ? "was there already"
                    : file.error()
                            .or(() -> file.problems().stream().findFirst())
                            .map(p -> p.message())
                            .orElse("");
        }

        String icon() {
            return file.isFailed() ? "error" : file.problems().isEmpty() ? "recording" : "warning";
        }
    }

    /** Brings the view to the front of the window the user works in. */
    public static void show() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            return;
        }
        try {
            window.getActivePage().showView(ID, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            ILog.of(ImportsView.class).error("The list of imported files cannot be shown", e);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        projects = getSite().getService(Projects.class);
        pictures = new Pictures();
        table =
                new SortedTable<>(parent, Row.class, "imports")
                        .pictured(r -> pictures.image(r.icon()))
                        .told(r -> r.file.file().toString());
        add("File", 26, r -> r.file.file().getFileName().toString());
        add("Importer", 18, r -> r.file.importer().orElse(""));
        numbers("Recordings", 8, r -> r.file.recordings().size());
        numbers("Rows", 8, r -> r.file.rows());
        add("Cell", 12, r -> r.file.cell().orElse(""));
        add("Problems", 40, Row::what);
        table.viewer()
                .addDoubleClickListener(
                        e ->
                                table.selected().stream()
                                        .filter(r -> !r.file.recordings().isEmpty())
                                        .findFirst()
                                        .ifPresent(
                                                r ->
                                                        projects.reveal(
                                                                r.project,
                                                                r.file.recordings().getFirst())));
        refresh = new Settled(parent.getDisplay(), this::fill);
        projects.addListener(this);
        projectsChanged();
    }

    private void numbers(String title, int weight, ToLongFunction<Row> number) {
        table.add(
                new SortedTable.Column<>(
                        title,
                        weight,
                        r -> Long.toString(number.applyAsLong(r)),
                        Comparator.comparingLong(number)));
    }

    private void add(String title, int weight, Function<Row, String> text) {
        table.add(new SortedTable.Column<>(title, weight, text));
    }

    private void fill() {
        List<Row> rows = new ArrayList<>();
        for (OpenProject project : projects.open()) {
            project.imported().forEach(f -> rows.add(new Row(project, f)));
        }
        table.show(rows);
        long failed = rows.stream().filter(r -> r.file.isFailed()).count();
        setContentDescription(
                rows.isEmpty()
                        ? "Nothing was imported yet."
                        : rows.size()
                                + (rows.size() == 1 ? " file" : " files")
                                + (failed == 0 ? "" : ", " + failed + " failed"));
    }

    @Override
    public void projectsChanged() {
        setTitleImage(pictures.image("import"));
        refresh.soon();
    }

    @Override
    public void projectChanged(OpenProject project) {
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
