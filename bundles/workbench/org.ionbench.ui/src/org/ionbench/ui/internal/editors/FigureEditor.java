// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.engine.figures.Figure;
import org.ionbench.engine.figures.Figures;
import org.ionbench.ui.internal.editors.findings.FindingsPane;
import org.ionbench.ui.internal.editors.plots.PlotGrid;

/** The editor of any figure: its plots and tables as they are today, and its caption. */
public final class FigureEditor extends ProjectEditor {
    private static final String NOTHING =
            "None of its runs has what this figure shows; see their results.";

    private Composite page;
    private PlotGrid grid;
    private FindingsPane tables;
    private Label caption;

    @Override
    public void createPartControl(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        grid = new PlotGrid(page, this::table);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        tables = new FindingsPane(page, project().runs().catalog().elements(), pictures());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tables);
        caption = new Label(page, SWT.WRAP);
        caption.setData("org.ionbench.ui.id", "figure.caption");
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).applyTo(caption);
        refresh();
    }

    @Override
    String icon() {
        return "figure";
    }

    @Override
    void refresh() {
        ((FigureInput) getEditorInput())
                .figure()
                .map(new Figures(project().session(), project().runs())::draw)
                .ifPresent(this::show);
    }

    private void show(Figure figure) {
        grid.show(figure);
        Report.Builder listed = Report.builder();
        figure.tables()
                .forEach(t -> listed.table(new DataTable(figure.name(), t.headers(), t.rows())));
        tables.show(listed.build());
        String text = figure.isEmpty() ? NOTHING : figure.caption();
        caption.setText(text);
        shown(grid, !figure.panels().isEmpty());
        shown(tables, !figure.tables().isEmpty());
        shown(caption, !text.isEmpty());
        page.layout(true);
    }

    private static void shown(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }

    @Override
    public void setFocus() {
        super.setFocus();
        grid.setFocus();
    }
}
