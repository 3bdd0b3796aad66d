// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.recordings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * All rows of a recording as the vendor stored them. The widget holds no more rows than are to be
 * seen, so a table of millions opens at once and takes no memory; a slider of its own moves over
 * them. Rows are counted from 0, as masks name them.
 */
public final class RowsTable extends Composite {
    private static final int MOST_COPIED = 200_000;
    private static final int WIDEST = 260;
    private static final double LARGEST_WHOLE = 1e15;
    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e9;
    private static final int CHARACTER = 8;

    private final Button asInFile;
    private final Label vendor;
    private final org.eclipse.swt.widgets.Table widget;
    private final Slider slider;
    private Table table = ArrayTable.rows(0).build();
    private Rows selected = (from, to) -> {};
    private int top;
    private int anchor;
    private int lead;

    /** Takes a range of rows, both ends included. */
    @FunctionalInterface
    public interface Rows {
        void rows(int from, int to);
    }

    public RowsTable(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(this);
        widget =
                new org.eclipse.swt.widgets.Table(
                        this, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        widget.setHeaderVisible(true);
        widget.setData("org.ionbench.ui.id", "recording.table");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(widget);
        slider = new Slider(this, SWT.VERTICAL);
        slider.setData("org.ionbench.ui.id", "recording.slider");
        GridDataFactory.fillDefaults().grab(false, true).applyTo(slider);
        Composite line = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 2).spacing(14, 0).applyTo(line);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(line);
        asInFile = new Button(line, SWT.CHECK);
        asInFile.setText("Names as in the file");
        asInFile.setData("org.ionbench.ui.id", "recording.vendor-names");
        asInFile.addListener(SWT.Selection, e -> name());
        vendor = new Label(line, SWT.NONE);
        vendor.setData("org.ionbench.ui.id", "recording.vendor-name");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(vendor);
        widget.addListener(SWT.SetData, this::fill);
        widget.addListener(SWT.Resize, e -> arrange());
        widget.addListener(SWT.Selection, this::selected);
        widget.addListener(SWT.KeyDown, this::key);
        widget.addListener(SWT.MouseVerticalWheel, this::wheel);
        slider.addListener(SWT.Selection, e -> scroll(slider.getSelection()));
        menu();
    }

    private void menu() {
        Menu menu = new Menu(widget);
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText("Copy selected rows");
        copy.addListener(SWT.Selection, e -> copy());
        MenuItem all = new MenuItem(menu, SWT.PUSH);
        all.setText("Select all rows");
        all.addListener(SWT.Selection, e -> select(0, table.rows() - 1));
        widget.setMenu(menu);
    }

    /** Shows a table. */
    public void show(Table now) {
        if (now == table) {
            return;
        }
        table = now;
        Arrays.stream(widget.getColumns()).forEach(TableColumn::dispose);
        TableColumn row = new TableColumn(widget, SWT.RIGHT);
        row.setText("Row");
        row.setWidth(Math.max(48, CHARACTER * (2 + Integer.toString(now.rows()).length())));
        for (Column column : now.columns()) {
            TableColumn c = new TableColumn(widget, column.spec().isText() ? SWT.LEFT : SWT.RIGHT);
            int longest =
                    2
                            + IntStream.of(
                                            10,
                                            column.spec().name().length(),
                                            column.spec().vendorName().length())
                                    .max()
                                    .getAsInt();
            c.setWidth(Math.min(WIDEST, CHARACTER * longest));
            c.addListener(SWT.Selection, e -> name(column));
        }
        new TableColumn(widget, SWT.LEFT); // takes what room is left, so that no number has to
        name(now);
        name();
        top = 0;
        anchor = 0;
        lead = 0;
        arrange();
    }

    /** Writes the canonical names into the headers, or those of the file. */
    private void name() {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSpec spec = columns.get(i).spec();
            boolean isVendor = asInFile.getSelection();
            TableColumn header = widget.getColumn(i + 1);
            header.setText(isVendor ? spec.vendorName() : spec.name());
            header.setToolTipText(isVendor ? spec.name() : "In the file: " + spec.vendorName());
        }
    }

    private void name(Table shown) {
        vendor.setText(
                String.format(Locale.ROOT, "%,d", shown.rows()).replace(',', '\u2009')
                        + " rows, "
                        + shown.columns().size()
                        + " columns");
    }

    private void name(Column column) {
        vendor.setText(
                column.spec().name()
                        + " is named \u201c"
                        + column.spec().vendorName()
                        + "\u201d in the file"
                        + (column.spec().isNegated() ? " and has the opposite sign there" : "")
                        + ".");
    }

    private int visible() {
        int height = widget.getClientArea().height - widget.getHeaderHeight();
        return Math.max(1, height / Math.max(1, widget.getItemHeight()));
    }

    private void arrange() {
        int rows = Math.min(visible(), table.rows());
        if (widget.getItemCount() != rows) {
            widget.setItemCount(rows);
        }
        int last = Math.max(0, table.rows() - rows);
        slider.setValues(
                Math.min(top, last), 0, Math.max(1, table.rows()), Math.max(1, rows), 1, rows + 1);
        slider.setEnabled(last > 0);
        scroll(Math.min(top, last));
    }

    private void scroll(int row) {
        top = Math.clamp(row, 0, Math.max(0, table.rows() - widget.getItemCount()));
        if (slider.getSelection() != top) {
            slider.setSelection(top);
        }
        widget.clearAll();
        mark();
    }

    private void fill(Event e) {
        TableItem item = (TableItem) e.item;
        int row = top + widget.indexOf(item);
        if (row >= table.rows()) {
            return;
        }
        item.setText(0, Integer.toString(row));
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            item.setText(i + 1, text(columns.get(i), row));
        }
    }

    private static String text(Column column, int row) {
        if (column.spec().isText()) {
            return column.text(row);
        }
        double x = column.at(row);
        if (Double.isNaN(x)) {
            return "";
        }
        double size = Math.abs(x);
        if (x == Math.rint(x) && size < LARGEST_WHOLE) {
            return Long.toString((long) x);
        }
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? BigDecimal.valueOf(x).toPlainString()
                : Double.toString(x).replace('E', 'e');
    }

    // ---- selection is of rows, whether they are to be seen or not

    private void mark() {
        int from = Math.max(Math.min(anchor, lead), top) - top;
        int to = Math.min(Math.max(anchor, lead), top + widget.getItemCount() - 1) - top;
        widget.deselectAll();
        if (from <= to) {
            widget.select(from, to);
        }
    }

    /** Asks to be told which rows the user selects. */
    public void onSelect(Rows listener) {
        selected = listener;
    }

    private void tell() {
        selected.rows(Math.min(anchor, lead), Math.max(anchor, lead));
    }

    private void selected(Event e) {
        int row = top + widget.indexOf((TableItem) e.item);
        if ((e.stateMask & SWT.SHIFT) == 0) {
            anchor = row;
        }
        lead = row;
        mark();
        tell();
    }

    private void select(int from, int to) {
        anchor = Math.max(0, from);
        lead = Math.max(0, to);
        mark();
    }

    private void key(Event e) {
        if ((e.stateMask & SWT.MOD1) != 0 && (e.keyCode == 'c' || e.keyCode == 'a')) {
            if (e.keyCode == 'c') {
                copy();
            } else {
                select(0, table.rows() - 1);
            }
            e.doit = false;
            return;
        }
        int page = Math.max(1, widget.getItemCount() - 1);
        int to =
                switch (e.keyCode) {
                    case SWT.ARROW_DOWN -> lead + 1;
                    case SWT.ARROW_UP -> lead - 1;
                    case SWT.PAGE_DOWN -> lead + page;
                    case SWT.PAGE_UP -> lead - page;
                    case SWT.HOME -> 0;
                    case SWT.END -> table.rows() - 1;
                    default -> -2;
                };
        if (to == -2 || table.rows() == 0) {
            return;
        }
        e.doit = false;
        lead = Math.clamp(to, 0, table.rows() - 1);
        if ((e.stateMask & SWT.SHIFT) == 0) {
            anchor = lead;
        }
        show(lead);
        tell();
    }

    private void show(int row) {
        if (row < top) {
            scroll(row);
        } else if (row >= top + widget.getItemCount()) {
            scroll(row - widget.getItemCount() + 1);
        } else {
            mark();
        }
    }

    private void wheel(Event e) {
        if ((e.stateMask & SWT.SHIFT) == 0) {
            scroll(top - e.count);
            e.doit = false;
        }
    }

    /** Selects a row that was picked elsewhere; several from the first to the last. */
    public void reveal(int... rows) {
        if (rows.length > 0) {
            int first = Arrays.stream(rows).min().getAsInt();
            int last = Arrays.stream(rows).max().getAsInt();
            if (first >= 0 && last < table.rows()) {
                select(first, last);
                show(first);
            }
        }
    }

    private void copy() {
        int from = Math.min(anchor, lead);
        int to = Math.min(Math.max(anchor, lead), from + MOST_COPIED - 1);
        StringBuilder s = new StringBuilder("Row");
        table.columns().forEach(c -> s.append('\t').append(c.spec().name()));
        for (int row = from; row <= to && row < table.rows(); row++) {
            s.append(System.lineSeparator()).append(row);
            for (Column c : table.columns()) {
                s.append('\t').append(text(c, row));
            }
        }
        Clipboard clipboard = new Clipboard(getDisplay());
        clipboard.setContents(
                new Object[] {s.toString()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Override
    public boolean setFocus() {
        return widget.setFocus();
    }
}
