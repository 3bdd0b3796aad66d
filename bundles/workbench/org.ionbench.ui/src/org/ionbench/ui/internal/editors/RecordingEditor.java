// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.ionbench.api.importing.Recording;
import org.ionbench.engine.session.Outline.RecordingItem;
import org.ionbench.ui.internal.editors.recordings.MetadataPage;
import org.ionbench.ui.internal.editors.recordings.PlotPage;
import org.ionbench.ui.internal.editors.recordings.RowsTable;
import org.ionbench.ui.internal.explorer.Words;

import java.io.IOException;
import java.util.Optional;

/** The editor of any recording: its natural plot, its table, and all that is known about it. */
public final class RecordingEditor extends ProjectEditor {
    private CTabFolder pages;
    private PlotPage plot;
    private RowsTable table;
    private MetadataPage metadata;

    @Override
    public void createPartControl(Composite parent) {
        pages = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        pages.setData("org.ionbench.ui.id", "recording.pages");
        plot = new PlotPage(pages, this::table);
        table = new RowsTable(pages);
        metadata = new MetadataPage(pages);
        page("Plot", plot);
        page("Table", table);
        page("Metadata", metadata);
        plot.onPick(table::reveal);
        table.onSelect(plot::highlight);
        pages.setSelection(0);
        refresh();
    }

    @Override
    String icon() {
        return ((RecordingInput) getEditorInput())
                .recording()
                .map(RecordingItem::technique)
                .map(Words::recordingIcon)
                .orElse("recording");
    }

    private void page(String name, Control control) {
        CTabItem item = new CTabItem(pages, SWT.NONE);
        item.setText(name);
        item.setControl(control);
    }

    @Override
    void refresh() {
        Optional<Recording> recording = recording();
        recording.ifPresent(
                r -> {
                    plot.show(r, reference());
                    table.show(r.table());
                    project()
                            .session()
                            .find(org.ionbench.model.Recording.class, id())
                            .ifPresent(live -> metadata.show(r, live));
                });
    }

    /** The reference electrode of the cell. */
    private String reference() {
        return project()
                .session()
                .find(org.ionbench.model.Recording.class, id())
                .flatMap(r -> Optional.ofNullable(r.getCell()))
                .map(c -> c.getReference())
                .orElse("");
    }

    private Optional<Recording> recording() {
        try {
            return Optional.of(project().session().recording(id()));
        } catch (IOException e) {
            projects().report(getPartName() + " cannot be read: " + e.getMessage(), e);
            return Optional.empty();
        }
    }

    @Override
    public void setFocus() {
        super.setFocus();
        pages.getSelection().getControl().setFocus();
    }
}
