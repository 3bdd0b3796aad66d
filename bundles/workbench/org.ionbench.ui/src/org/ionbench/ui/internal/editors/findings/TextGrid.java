// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.findings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small native table of texts that can be selected and copied. */
public final class TextGrid extends Composite {
    private static final int ROOM = 10;
    private static final int BAR = 14;

    private final Table table;
    private final List<String> headers;
    private List<List<String>> rows = List.of();

    /**
     * An empty grid.
     *
     * @param headers one for each column
     * @param right the places of columns that hold numbers
     * @param scrolls whether it may be lower than its rows; otherwise what it stands on scrolls
     */
    public TextGrid(Composite parent, List<String> headers, List<Integer> right, boolean scrolls) {
        super(parent, SWT.NONE);
        this.headers = List.copyOf(headers);
        setLayout(new FillLayout());
        table = new Table(this, SWT.MULTI | SWT.FULL_SELECTION | (scrolls ? 0 : SWT.NO_SCROLL));
        table.setHeaderVisible(true);
        Set<Integer> numbers = Set.copyOf(right);
        for (int i = 0; i < headers.size(); i++) {
            TableColumn column = new TableColumn(table, numbers.contains(i) ? SWT.RIGHT : SWT.LEFT);
            column.setText(headers.get(i));
        }
        table.addListener(SWT.KeyDown, this::key);
        Menu menu = new Menu(table);
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText("Copy");
        copy.addListener(SWT.Selection, e -> copy());
        table.setMenu(menu);
    }

    /** Names the native table for tests. */
    public TextGrid named(String id) {
        table.setData("org.ionbench.ui.id", id);
        return this;
    }

    /** Shows rows; where there are as many as before, selection and place stay. */
    public void show(List<List<String>> now) {
        if (now.equals(rows)) {
            return;
        }
        rows = now;
        table.setRedraw(false);
        table.setItemCount(now.size());
        for (int i = 0; i < now.size(); i++) {
            TableItem item = table.getItem(i);
            item.setText(now.get(i).toArray(String[]::new));
        }
        for (TableColumn column : table.getColumns()) {
            column.pack();
            column.setWidth(column.getWidth() + ROOM);
        }
        table.setRedraw(true);
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int width = 2 * table.getBorderWidth() + 4;
        for (TableColumn column : table.getColumns()) {
            width += column.getWidth();
        }
        int height = table.getHeaderHeight() + rows.size() * table.getItemHeight() + 4;
        height += table.getHorizontalBar() == null ? 0 : BAR;
        return new Point(
                wHint == SWT.DEFAULT ? width : Math.min(wHint, width),
                hHint == SWT.DEFAULT ? height : hHint);
    }

    private void key(Event e) {
        if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'c') {
            copy();
        } else if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'a') {
            table.selectAll();
        }
    }

    private void copy() {
        int[] selected = table.getSelectionIndices();
        Arrays.sort(selected);
        IntStream places = selected.length > 0 ? Arrays.stream(selected) : all();
        String text =
                String.join("\t", headers)
                        + places.mapToObj(i -> String.join("\t", rows.get(i)))
                                .collect(
                                        Collectors.joining(
                                                System.lineSeparator(),
                                                System.lineSeparator(),
                                                ""));
        Clipboard clipboard = new Clipboard(getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private IntStream all() {
        return IntStream.range(0, rows.size());
    }
}
