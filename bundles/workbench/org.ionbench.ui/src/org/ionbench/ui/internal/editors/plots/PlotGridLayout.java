// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.plots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import org.ionbench.api.plot.Plot;
import org.ionbench.charts.PlotView;

import java.util.List;

/**
 * A plot with equal axes stands at the left in nearly a square, the others one below the other
 * beside it; so does the first of three. Otherwise two stand side by side where that is wide
 * enough.
 */
final class PlotGridLayout extends Layout {
    private static final int LEAST_HEIGHT = 92;
    private static final int LABEL = 18;
    private static final int GAP = 4;
    private static final double WIDEST_LEFT = 0.5;
    private static final double NARROWEST_LEFT = 0.4;
    private static final double LEFT_TO_HEIGHT = 1.25;

    private final PlotGrid grid;

    PlotGridLayout(PlotGrid grid) {
        this.grid = grid;
    }

    /** How many of the plots can be seen well in an area. */
    static int room(List<Plot> plots, Rectangle area) {
        int rows = Math.max(1, (area.height - LABEL) / LEAST_HEIGHT);
        if (isLed(plots)) {
            return 1 + rows;
        }
        return isWide(area) ? 2 * rows : rows;
    }

    private static boolean isLed(List<Plot> plots) {
        return !plots.isEmpty() && plots.getFirst().equalAspect();
    }

    private static boolean isWide(Rectangle area) {
        return area.width > 1.6 * area.height;
    }

    /** Whether the first of three has the left half, so that it is not the smallest of them. */
    private static boolean isLeading(int shown, Rectangle area) {
        return shown == 3 && isWide(area) && area.height >= 2 * LEAST_HEIGHT + LABEL;
    }

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flush) {
        return new Point(wHint == SWT.DEFAULT ? 600 : wHint, hHint == SWT.DEFAULT ? 400 : hHint);
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
        Rectangle area = composite.getClientArea();
        List<Integer> shown = grid.shown();
        for (int i = 0; i < grid.plots().size(); i++) {
            grid.view(i).setVisible(shown.contains(i));
        }
        if (shown.isEmpty()) {
            return;
        }
        boolean square = grid.plots().get(shown.getFirst()).equalAspect();
        boolean led = square || isLeading(shown.size(), area);
        if (led && shown.size() > 1) {
            double wanted = square ? LEFT_TO_HEIGHT * area.height : area.width;
            int left =
                    (int) Math.clamp(wanted, NARROWEST_LEFT * area.width, WIDEST_LEFT * area.width);
            grid.view(shown.getFirst()).label(true);
            grid.view(shown.getFirst()).setBounds(area.x, area.y, left, area.height);
            rows(
                    shown.subList(1, shown.size()),
                    1,
                    new Rectangle(
                            area.x + left + GAP, area.y, area.width - left - GAP, area.height));
        } else {
            boolean sideBySide = shown.size() > 1 && isWide(area);
            rows(shown, sideBySide ? 2 : 1, area);
        }
    }

    /**
     * Of plots in a column with the same axis only the lowest has its label, and more height; those
     * of the last row share its width.
     */
    private void rows(List<Integer> places, int columns, Rectangle area) {
        int rows = (places.size() + columns - 1) / columns;
        int label = rows > 1 ? LABEL : 0;
        int height = area.height - label;
        for (int i = 0; i < places.size(); i++) {
            int row = i / columns;
            int column = i % columns;
            boolean isLowest = i + columns >= places.size();
            int top = height * row / rows;
            int bottom = height * (row + 1) / rows + (row + 1 < rows ? -GAP / 2 : label);
            int beside = Math.min(columns, places.size() - row * columns);
            int left = area.width * column / beside;
            int right = area.width * (column + 1) / beside - (column + 1 < beside ? GAP : 0);
            PlotView view = grid.view(places.get(i));
            view.label(isLowest || !sharesAxis(places.get(i), places.get(i + columns)));
            view.setBounds(area.x + left, area.y + top, right - left, bottom - top);
        }
    }

    private boolean sharesAxis(int above, int below) {
        return grid.plots().get(above).x().equals(grid.plots().get(below).x());
    }
}
