// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.ionbench.ui.internal.Hint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A table with a filter above it, sorted by a click on a column.
 *
 * @param <T> what a row is
 */
final class SortedTable<T> {

    /**
     * A column.
     *
     * @param title its header
     * @param weight its share of the width
     * @param least how many letters it must show in the least
     * @param text what it shows
     * @param order how it is sorted
     */
    record Column<T>(
            String title, int weight, int least, Function<T, String> text, Comparator<T> order) {

        Column(String title, int weight, Function<T, String> text, Comparator<T> order) {
            this(title, weight, title.length(), text, order);
        }

        Column(String title, int weight, Function<T, String> text) {
            this(title, weight, text, Comparator.comparing(text));
        }
    }

    private static final int MINIMUM = 50;

    private final Class<T> type;
    private final TableViewer viewer;
    private final Text filter;
    private final List<Column<T>> columns = new ArrayList<>();
    private final TableColumnLayout layout = new TableColumnLayout();
    private Optional<Comparator<T>> order = Optional.empty();
    private Optional<Function<T, Image>> picture = Optional.empty();
    private Optional<Function<T, String>> tip = Optional.empty();
    private Predicate<T> faint = row -> false;

    SortedTable(Composite parent, Class<T> type, String id) {
        this.type = type;
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter");
        filter.setData("org.ionbench.ui.id", id + ".filter");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        Composite below = new Composite(parent, SWT.NONE);
        below.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
        viewer = new TableViewer(below, SWT.MULTI | SWT.FULL_SELECTION | SWT.VIRTUAL);
        viewer.setUseHashlookup(true);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setLinesVisible(true);
        viewer.getTable().setData("org.ionbench.ui.id", id + ".table");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.setComparator(new Order());
        viewer.addFilter(new Wanted());
        filter.addModifyListener(e -> viewer.refresh());
    }

    /** Gives the first column pictures. */
    SortedTable<T> pictured(Function<T, Image> by) {
        picture = Optional.of(by);
        return this;
    }

    /** Says more of a row where the pointer rests on it. */
    SortedTable<T> told(Function<T, String> by) {
        tip = Optional.of(by);
        return this;
    }

    /** Shows some rows in grey. */
    SortedTable<T> faint(Predicate<T> which) {
        faint = which;
        return this;
    }

    /** Adds a column. */
    void add(Column<T> column) {
        TableViewerColumn shown = new TableViewerColumn(viewer, SWT.LEFT);
        shown.getColumn().setText(column.title());
        shown.getColumn().setMoveable(true);
        shown.setLabelProvider(new Labels(column.text(), columns.isEmpty()));
        layout.setColumnData(
                shown.getColumn(),
                new ColumnWeightData(column.weight(), width(column.least()), true));
        shown.getColumn().addListener(SWT.Selection, e -> sort(shown.getColumn(), column));
        columns.add(column);
    }

    /** As wide as some letters in bold with the arrow of sorting. */
    private int width(int least) {
        GC gc = new GC(viewer.getTable());
        try {
            int letters = least + 4;
            return Math.max(
                    MINIMUM,
                    (int) Math.ceil(letters * gc.getFontMetrics().getAverageCharacterWidth()));
        } finally {
            gc.dispose();
        }
    }

    private void sort(TableColumn column, Column<T> by) {
        boolean down =
                viewer.getTable().getSortColumn() == column
                        && viewer.getTable().getSortDirection() == SWT.UP;
        viewer.getTable().setSortColumn(column);
        viewer.getTable().setSortDirection(down ? SWT.DOWN : SWT.UP);
        order = Optional.of(down ? by.order().reversed() : by.order());
        viewer.refresh();
    }

    /** Shows other rows; those that read as one that was selected stay so. */
    void show(List<T> rows) {
        if (viewer.getTable().isDisposed()) {
            return;
        }
        Set<String> selected = selected().stream().map(this::text).collect(Collectors.toSet());
        viewer.setInput(rows);
        if (!selected.isEmpty()) {
            List<T> again = rows.stream().filter(r -> selected.contains(text(r))).toList();
            viewer.setSelection(new StructuredSelection(again));
        }
    }

    private String text(Object row) {
        StringBuilder text = new StringBuilder();
        columns.forEach(c -> text.append(c.text().apply(type.cast(row))).append('\n'));
        return text.toString();
    }

    /** The selected rows. */
    List<T> selected() {
        List<T> rows = new ArrayList<>();
        for (Object row : viewer.getStructuredSelection().toList()) {
            rows.add(type.cast(row));
        }
        return rows;
    }

    TableViewer viewer() {
        return viewer;
    }

    private final class Labels extends ColumnLabelProvider {
        private final Function<T, String> text;
        private final boolean isFirst;

        Labels(Function<T, String> text, boolean isFirst) {
            this.text = text;
            this.isFirst = isFirst;
        }

        @Override
        public String getText(Object element) {
            return text.apply(type.cast(element));
        }

        @Override
        public Image getImage(Object element) {
            return picture.filter(p -> isFirst).map(p -> p.apply(type.cast(element))).orElse(null);
        }

        @Override
        public String getToolTipText(Object element) {
            return tip.map(t -> Hint.wrapped(t.apply(type.cast(element)))).orElse(null);
        }

        @Override
        public Color getForeground(Object element) {
            return faint.test(type.cast(element))
                    ? JFaceColors.getInformationViewerForegroundColor(Display.getCurrent())
                    : null;
        }
    }

    private final class Order extends ViewerComparator {

        @Override
        public int compare(Viewer v, Object a, Object b) {
            return order.map(o -> o.compare(type.cast(a), type.cast(b))).orElse(0);
        }

        @Override
        public void sort(Viewer v, Object[] elements) {
            if (order.isPresent()) {
                super.sort(v, elements);
            }
        }
    }

    private final class Wanted extends ViewerFilter {

        @Override
        public boolean select(Viewer v, Object parent, Object element) {
            String[] words = filter.getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
            String text = text(element).toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        }
    }
}
