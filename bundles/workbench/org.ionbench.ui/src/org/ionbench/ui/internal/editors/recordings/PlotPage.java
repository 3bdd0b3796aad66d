// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.recordings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;
import org.ionbench.engine.plotting.RecordingPlots;
import org.ionbench.ui.internal.editors.plots.PlotGrid;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The plots of a recording: its natural ones, or two columns against each other, which are chosen
 * where there is no natural plot.
 */
public final class PlotPage extends Composite {
    private static final List<QuantityKind> ACROSS =
            List.of(QuantityKind.FREQUENCY, QuantityKind.TIME);
    private static final List<QuantityKind> UP =
            List.of(
                    QuantityKind.IMPEDANCE_MODULUS,
                    QuantityKind.IMPEDANCE_REAL,
                    QuantityKind.POTENTIAL,
                    QuantityKind.CELL_VOLTAGE,
                    QuantityKind.CURRENT);

    private static final int COMBO = 190;
    private static final int MOST_HIGHLIGHTED = 10_000;

    private final PlotGrid grid;
    private final Button natural;
    private final Button choice;
    private final Combo x;
    private final Combo y;
    private final Label empty;
    private Optional<Recording> shown = Optional.empty();
    private List<Plot> plots = List.of();
    private String reference = "";

    public PlotPage(Composite parent, Function<String, Optional<Table>> tables) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite bar = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(6).margins(6, 2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        natural = radio(bar, "Usual plot", "recording.natural");
        choice = radio(bar, "Columns", "recording.columns");
        y = columns(bar, "recording.y");
        new Label(bar, SWT.NONE).setText("against");
        x = columns(bar, "recording.x");
        empty = new Label(this, SWT.WRAP);
        empty.setText("This recording has no two columns of numbers to plot; see its table.");
        GridDataFactory.swtDefaults().indent(8, 8).exclude(true).applyTo(empty);
        grid = new PlotGrid(this, tables);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
    }

    private Button radio(Composite parent, String text, String id) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(text);
        button.setData("org.ionbench.ui.id", id);
        button.addListener(SWT.Selection, e -> draw());
        return button;
    }

    private Combo columns(Composite parent, String id) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setData("org.ionbench.ui.id", id);
        GridDataFactory.fillDefaults().hint(COMBO, SWT.DEFAULT).applyTo(combo);
        combo.addListener(
                SWT.Selection,
                e -> {
                    natural.setSelection(false);
                    choice.setSelection(true);
                    draw();
                });
        return combo;
    }

    /**
     * Shows a recording.
     *
     * @param electrode the reference electrode of its cell; empty if it is not known
     */
    public void show(Recording recording, String electrode) {
        boolean isSame =
                shown.filter(
                                r ->
                                        r.table() == recording.table()
                                                && reference.equals(electrode)
                                                && r.technique().equals(recording.technique())
                                                && r.name().equals(recording.name()))
                        .isPresent();
        if (isSame) {
            return;
        }
        shown = Optional.of(recording);
        reference = electrode;
        plots = RecordingPlots.of(recording, reference);
        List<Column> columns = RecordingPlots.columns(recording);
        String[] names = columns.stream().map(c -> c.spec().name()).toArray(String[]::new);
        x.setItems(names);
        y.setItems(names);
        int across = place(columns, ACROSS, -1);
        x.select(across);
        y.select(place(columns, UP, across));
        boolean hasNatural = !plots.isEmpty();
        boolean hasColumns = names.length > 1;
        natural.setSelection(hasNatural);
        choice.setSelection(!hasNatural && hasColumns);
        natural.setEnabled(hasNatural);
        choice.setEnabled(hasColumns);
        x.setEnabled(hasColumns);
        y.setEnabled(hasColumns);
        empty.setVisible(!hasNatural && !hasColumns);
        ((GridData) empty.getLayoutData()).exclude = hasNatural || hasColumns;
        layout(true, true);
        draw();
    }

    /** The place of the first column of these kinds, else of any column but another one. */
    private static int place(List<Column> columns, List<QuantityKind> kinds, int other) {
        for (QuantityKind kind : kinds) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).spec().kind() == kind) {
                    return i;
                }
            }
        }
        return other == 0 ? 1 : 0;
    }

    private void draw() {
        Recording recording = shown.orElseThrow();
        if (natural.getSelection()) {
            grid.show(plots);
        } else if (choice.getSelection()) {
            List<Column> columns = RecordingPlots.columns(recording);
            grid.show(
                    List.of(
                            RecordingPlots.of(
                                    recording,
                                    columns.get(x.getSelectionIndex()),
                                    columns.get(y.getSelectionIndex()),
                                    reference)));
        }
    }

    /** Asks to be told which rows the user picks. */
    public void onPick(Consumer<int[]> listener) {
        grid.onPick(listener);
    }

    /** Highlights rows from the first to the last, if they are not too many to be told apart. */
    public void highlight(int from, int to) {
        grid.highlight(
                to - from < MOST_HIGHLIGHTED
                        ? IntStream.rangeClosed(from, to).toArray()
                        : new int[0]);
    }

    @Override
    public boolean setFocus() {
        return grid.setFocus();
    }
}
