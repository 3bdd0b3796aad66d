// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.ionbench.engine.runs.RunResult;
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
import java.util.stream.Stream;

/** All quantities of all runs of the open projects; those of stale runs are grey. */
public final class ResultsView extends ViewPart implements ProjectsListener {
    /** The view's id in plugin.xml. */
    public static final String ID = "org.ionbench.ui.results";

    /** Letters of a value with its uncertainty and its unit. */
    private static final int VALUE = 26;

    private Projects projects;
    private Pictures pictures;
    private SortedTable<ResultRow> table;
    private Settled refresh;

    @Override
    public void createPartControl(Composite parent) {
        projects = getSite().getService(Projects.class);
        pictures = new Pictures();
        table = new SortedTable<>(parent, ResultRow.class, "results").faint(r -> !r.isCurrent());
        add("Sample", 20, 18, r -> r.run().sample());
        add("Cell", 12, 8, r -> r.run().cell());
        table.add(
                new SortedTable.Column<>(
                        "Temperature",
                        12,
                        ResultRow::temperature,
                        Comparator.comparing(r -> r.kelvin().orElse(0.0))));
        add("Quantity", 22, 20, ResultRow::name);
        table.add(
                new SortedTable.Column<>(
                        "Value",
                        22,
                        VALUE,
                        ResultRow::value,
                        Comparator.comparing(r -> r.quantity().si())));
        add("Conditions", 16, 14, ResultRow::conditions);
        add("Origin", 8, 6, r -> r.quantity().origin().id());
        add("Run", 18, 16, r -> r.run().label());
        table.viewer().addDoubleClickListener(e -> open());
        getSite().setSelectionProvider(table.viewer());
        getSite()
                .getService(IHandlerService.class)
                .activateHandler("org.eclipse.ui.edit.copy", new CopyText(this::copied));
        refresh = new Settled(parent.getDisplay(), this::fill);
        projects.addListener(this);
        projectsChanged();
    }

    private void add(String title, int weight, int least, Function<ResultRow, String> text) {
        table.add(new SortedTable.Column<>(title, weight, least, text, Comparator.comparing(text)));
    }

    private void open() {
        table.selected().stream()
                .findFirst()
                .ifPresent(
                        row -> {
                            projects.reveal(row.project(), row.run().id());
                            Open.run(getSite().getPage(), row.project(), row.run().id());
                        });
    }

    private String copied() {
        return Stream.concat(
                        Stream.of(ResultRow.tabbedHeader()),
                        table.selected().stream().map(ResultRow::tabbed))
                .collect(Collectors.joining("\n"));
    }

    private void fill() {
        List<ResultRow> rows = new ArrayList<>();
        for (OpenProject project : projects.open()) {
            for (RunResult run : project.runs().results()) {
                run.report()
                        .ifPresent(
                                report ->
                                        report.quantities()
                                                .forEach(
                                                        q ->
                                                                rows.add(
                                                                        new ResultRow(
                                                                                project, run, q))));
            }
        }
        table.show(rows);
    }

    @Override
    public void projectsChanged() {
        setTitleImage(pictures.image("results"));
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
        if (pictures != null) {
            pictures.dispose();
        }
        super.dispose();
    }
}
