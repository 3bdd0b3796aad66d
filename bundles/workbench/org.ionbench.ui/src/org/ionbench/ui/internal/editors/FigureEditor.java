// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.ionbench.engine.figures.Figure;
import org.ionbench.engine.figures.Figures;
import org.ionbench.ui.internal.editors.plots.PlotGrid;

/** The editor of any figure: its panels as they are today, and its caption. */
public final class FigureEditor extends ProjectEditor {
    private static final String NOTHING =
            "None of its runs has what this figure shows; see their results.";

    private Composite page;
    private PlotGrid grid;
    private Label caption;

    @Override
    public void createPartControl(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        grid = new PlotGrid(page, this::table);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
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
        grid.show(figure.panels().stream().map(Figure.Panel::plot).toList());
        String text = figure.panels().isEmpty() ? NOTHING : figure.caption();
        if (!text.equals(caption.getText())) {
            caption.setText(text);
            ((GridData) caption.getLayoutData()).exclude = text.isEmpty();
            caption.setVisible(!text.isEmpty());
            page.layout(true);
        }
    }

    @Override
    public void setFocus() {
        super.setFocus();
        grid.setFocus();
    }
}
