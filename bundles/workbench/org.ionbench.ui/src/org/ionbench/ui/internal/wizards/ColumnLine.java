// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.engine.maps.ColumnMap;
import org.ionbench.engine.maps.MappedColumn;

import java.util.Optional;

/** One column of a table: its heading, and boxes for what it is. Makes four cells of a grid. */
final class ColumnLine {
    private final ColumnSpec read;
    private final MappedColumn recognised;
    private final Combo quantity;
    private final Combo unit;
    private final Button negated;
    private final Runnable changed;

    /**
     * @param read the column as it is read where nothing is said
     * @param number from 0, for the ids of the widgets
     */
    ColumnLine(Composite parent, ColumnSpec read, int number, Runnable changed) {
        this.read = read;
        this.changed = changed;
        recognised = MappedColumn.of(read);
        Label heading = new Label(parent, SWT.NONE);
        heading.setText(read.vendorName().replace("&", "&&"));
        heading.setToolTipText(read.vendorName());
        GridDataFactory.swtDefaults().hint(110, SWT.DEFAULT).applyTo(heading);
        quantity = new Combo(parent, SWT.READ_ONLY);
        quantity.setItems(ColumnUnits.quantities());
        quantity.setData("org.ionbench.ui.id", "columns.quantity." + number);
        quantity.setToolTipText("What " + read.vendorName() + " is");
        quantity.setEnabled(!read.isText());
        unit = new Combo(parent, SWT.DROP_DOWN);
        unit.setData("org.ionbench.ui.id", "columns.unit." + number);
        unit.setToolTipText("The unit of " + read.vendorName());
        GridDataFactory.swtDefaults().hint(60, SWT.DEFAULT).applyTo(unit);
        negated = new Button(parent, SWT.CHECK);
        negated.setText("\u2212");
        negated.setData("org.ionbench.ui.id", "columns.negated." + number);
        negated.setToolTipText("The file has the opposite sign");
        show(recognised);
        quantity.addListener(SWT.Selection, e -> chosen());
        unit.addModifyListener(e -> changed.run());
        negated.addListener(SWT.Selection, e -> changed.run());
    }

    private void chosen() {
        Optional<QuantityKind> kind = kind();
        unit.setItems(kind.map(ColumnUnits::units).orElse(new String[0]));
        unit.setText(kind.map(k -> ColumnMap.usual(k, read)).orElse(""));
        if (unit.getText().isEmpty() && unit.getItemCount() > 0) {
            unit.select(0);
        }
        enable();
        changed.run();
    }

    private Optional<QuantityKind> kind() {
        return QuantityKind.ofId(quantity.getText());
    }

    /** Shows what the column is. */
    void show(MappedColumn column) {
        quantity.setText(column.kind().map(QuantityKind::id).orElse(ColumnUnits.SKIP));
        unit.setItems(column.kind().map(ColumnUnits::units).orElse(new String[0]));
        unit.setText(column.unit());
        negated.setSelection(column.negated());
        enable();
    }

    private void enable() {
        boolean isNumber = !read.isText() && kind().isPresent();
        unit.setEnabled(isNumber);
        negated.setEnabled(isNumber);
    }

    String heading() {
        return read.vendorName();
    }

    /**
     * What is said of the column; empty where it is as it was recognised.
     *
     * @throws IllegalArgumentException with a sentence if the unit is none of the quantity
     */
    Optional<MappedColumn> said() {
        MappedColumn column =
                kind().map(
                                k ->
                                        new MappedColumn(
                                                Optional.of(k),
                                                unit.getText().strip(),
                                                negated.getSelection()))
                        .orElse(MappedColumn.SKIPPED);
        return read.isText() && kind().isPresent() || column.equals(recognised)
                ? Optional.empty()
                : Optional.of(column);
    }
}
