// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.findings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small native table of texts that can be selected and copied. */
public final class TextGrid extends Composite {
    private static final int ROOM = 10;
    private static final int EDGE = 4;
    private static final int LEAST_FIRST = 140;
    private static final int LEAST_OTHER = 100;
    private static final String ELLIPSIS = "\u2026";
    private static final int BAR = 14;

    private final Table table;
    private List<String> headers;
    private List<List<String>> rows = List.of();

    /**
     * An empty grid.
     *
     * @param headers one for each column
     * @param right the places of columns that hold numbers
     */
    public TextGrid(Composite parent, List<String> headers, List<Integer> right) {
        super(parent, SWT.NONE);
        this.headers = List.copyOf(headers);
        setLayout(new FillLayout());
        table = new Table(this, SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        Set<Integer> numbers = Set.copyOf(right);
        for (int i = 0; i < headers.size(); i++) {
            TableColumn column = new TableColumn(table, numbers.contains(i) ? SWT.RIGHT : SWT.LEFT);
            column.setText(headers.get(i));
        }
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.MouseMove, e -> tell(new Point(e.x, e.y)));
        addListener(SWT.Resize, e -> fit());
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

    /** Writes other headers, as many as before, which are laid out with the next rows. */
    public void headers(List<String> now) {
        headers = List.copyOf(now);
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(table.getColumn(i).getText())) {
                table.getColumn(i).setText(now.get(i));
            }
        }
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
            column.setData(column.getWidth() + ROOM);
        }
        fit();
        table.setRedraw(true);
    }

    /** All columns as wide as their texts, but for texts that give way where there is no room. */
    private void fit() {
        int[] widths = widths(getClientArea().width - EDGE);
        for (int i = 0; i < widths.length; i++) {
            TableColumn column = table.getColumn(i);
            if (column.getWidth() != widths[i]) {
                column.setWidth(widths[i]);
            }
            if (isText(column)) {
                shorten(i, widths[i] - ROOM, widths[i] < own(column));
            }
        }
    }

    /** Texts at the end give way first; numbers never. */
    private int[] widths(int room) {
        int[] widths = Arrays.stream(table.getColumns()).mapToInt(TextGrid::own).toArray();
        int lacking = Arrays.stream(widths).sum() - room;
        for (int i = widths.length - 1; i >= 0 && lacking > 0 && room > 0; i--) {
            if (isText(table.getColumn(i))) {
                int least = i == 0 ? LEAST_FIRST : LEAST_OTHER;
                int give = Math.clamp(widths[i] - least, 0, lacking);
                widths[i] -= give;
                lacking -= give;
            }
        }
        return widths;
    }

    private static boolean isText(TableColumn column) {
        return (column.getStyle() & SWT.RIGHT) == 0;
    }

    /** The texts of a column, with an ellipsis where they are cut. */
    private void shorten(int column, int room, boolean isCut) {
        GC gc = new GC(table);
        for (int i = 0; i < table.getItemCount(); i++) {
            String whole = rows.get(i).get(column);
            String text = whole;
            while (isCut && text.length() > 4 && gc.textExtent(text).x > room) {
                text = text.substring(0, text.length() - 2).stripTrailing() + ELLIPSIS;
            }
            TableItem item = table.getItem(i);
            if (!text.equals(item.getText(column))) {
                item.setText(column, text);
            }
        }
        gc.dispose();
    }

    private int width() {
        return Arrays.stream(table.getColumns()).mapToInt(TextGrid::own).sum();
    }

    private static int own(TableColumn column) {
        return column.getData() instanceof Integer width ? width : column.getWidth();
    }

    /** The whole of a text that was cut. */
    private void tell(Point at) {
        TableItem item = table.getItem(at);
        String text = null;
        for (int i = 0; item != null && i < table.getColumnCount(); i++) {
            String whole = rows.get(table.indexOf(item)).get(i);
            if (item.getBounds(i).contains(at) && !whole.equals(item.getText(i))) {
                text = whole;
            }
        }
        if (!Objects.equals(text, table.getToolTipText())) {
            table.setToolTipText(text);
        }
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int width = width() + 2 * table.getBorderWidth() + EDGE;
        int height = table.getHeaderHeight() + rows.size() * table.getItemHeight() + EDGE;
        boolean scrolls =
                wHint != SWT.DEFAULT && Arrays.stream(widths(wHint - EDGE)).sum() > wHint - EDGE;
        height += scrolls ? BAR : 0;
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
