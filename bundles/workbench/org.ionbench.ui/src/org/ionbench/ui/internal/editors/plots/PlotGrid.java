// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.plots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.table.Table;
import org.ionbench.charts.PlotView;
import org.ionbench.engine.figures.Figure;
import org.ionbench.engine.output.html.NyquistWindow;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.RightAxis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plots of one editor. As many are shown as there is room for, the first ones first, until the
 * user chooses. A point picked in one is highlighted in all; a series has one colour in all.
 */
public final class PlotGrid extends Composite {
    private static final double MARGIN = 0.04;

    private final Function<String, Optional<Table>> tables;
    private final List<PlotView> views = new ArrayList<>();
    private List<Plot> plots = List.of();
    private List<Figure.Panel> shownPanels = List.of();
    private Optional<Set<String>> chosen = Optional.empty();
    private Consumer<int[]> picked = rows -> {};
    private Runnable arranged = () -> {};

    /**
     * An empty grid.
     *
     * @param tables finds the table of a recording by the recording's id
     */
    public PlotGrid(Composite parent, Function<String, Optional<Table>> tables) {
        super(parent, SWT.NONE);
        this.tables = tables;
        setLayout(new PlotGridLayout(this));
        setData("org.ionbench.ui.id", "plots");
        addListener(SWT.Resize, e -> arranged.run());
    }

    /** Shows plots in place of those before; a window stays where the user has zoomed. */
    public void show(List<Plot> now) {
        boolean sameKind = ids(now).equals(ids(plots));
        plots = List.copyOf(now);
        if (!sameKind) {
            views.forEach(PlotView::dispose);
            views.clear();
            plots.forEach(p -> views.add(view(p)));
            chosen = Optional.empty();
        }
        int groups = groups();
        for (int i = 0; i < views.size(); i++) {
            views.get(i).groups(groups);
            views.get(i)
                    .legend(i == 0 || !names(plots.getFirst()).containsAll(names(plots.get(i))));
            views.get(i).show(plots.get(i));
            if (!sameKind) {
                first(views.get(i), plots.get(i));
            }
        }
        if (!sameKind) {
            layout(true);
            arranged.run();
        }
    }

    /** Shows the panels of a figure, each in its window and with its inset. */
    public void show(Figure figure) {
        List<Figure.Panel> panels = figure.panels();
        show(panels.stream().map(Figure.Panel::plot).toList());
        views.forEach(v -> v.graded(figure.graded()));
        if (panels.equals(shownPanels)) {
            return;
        }
        shownPanels = List.copyOf(panels);
        for (int i = 0; i < views.size(); i++) {
            panels.get(i).window().ifPresent(views.get(i)::window);
            views.get(i).inset(panels.get(i).inset());
        }
    }

    private PlotView view(Plot plot) {
        PlotView view = new PlotView(this, tables);
        view.setData("org.ionbench.ui.id", "plot." + plot.id());
        view.setToolTipText(null);
        view.onPick(this::pick);
        new PlotActions(view, () -> plots.get(views.indexOf(view)), tables).install();
        return view;
    }

    /** At first a spectrum with a long tail shows its arcs; a double click shows the tail too. */
    private static void first(PlotView view, Plot plot) {
        NyquistWindow.of(plot).ifPresent(arcs -> view.window(withMargin(arcs)));
    }

    private static Extent withMargin(Extent box) {
        double x = MARGIN * (box.xHigh() - box.xLow());
        double y = MARGIN * (box.yHigh() - box.yLow());
        return new Extent(box.xLow() - x, box.xHigh() + x, box.yLow() - y, box.yHigh() + y);
    }

    private void pick(int[] rows) {
        highlight(rows);
        picked.accept(rows);
    }

    private static List<String> ids(List<Plot> plots) {
        return plots.stream().map(p -> p.id() + p.x().id() + p.y().id()).toList();
    }

    private static Set<String> names(Plot plot) {
        return Stream.concat(plot.series().stream(), RightAxis.series(plot).stream())
                .map(Series::name)
                .collect(Collectors.toSet());
    }

    private int groups() {
        return plots.stream().mapToInt(RightAxis::groups).max().orElse(1);
    }

    // ---- which plots are shown

    /** The plots, in order. */
    public List<Plot> plots() {
        return plots;
    }

    /** A plot's short name: {@code "Bode modulus"} for the id {@code bode-modulus}. */
    public static String name(Plot plot) {
        String id = plot.id().replace('-', ' ');
        boolean isWord = id.matches("(\\w*[aeiouy]\\w*|\\d+)( (\\w*[aeiouy]\\w*|\\d+))*");
        return isWord && !id.isEmpty()
                ? id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1)
                : plot.title();
    }

    /** Whether a plot is on screen. */
    public boolean isShown(Plot plot) {
        int i = plots.indexOf(plot);
        return i >= 0 && shown().contains(i);
    }

    /** Shows or hides a plot; from now on the user decides and not the room. */
    public void choose(Plot plot, boolean wanted) {
        Set<String> ids = new HashSet<>();
        shown().forEach(i -> ids.add(plots.get(i).id()));
        if (wanted) {
            ids.add(plot.id());
        } else if (ids.size() > 1) {
            ids.remove(plot.id());
        }
        chosen = Optional.of(ids);
        layout(true);
        arranged.run();
    }

    /** Tells whenever other plots may be on screen than before. */
    public void onArranged(Runnable listener) {
        arranged = listener;
    }

    /** The places of the plots that are shown now. */
    List<Integer> shown() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < plots.size(); i++) {
            int place = i;
            if (chosen.map(c -> c.contains(plots.get(place).id())).orElse(true)) {
                all.add(i);
            }
        }
        int room = PlotGridLayout.room(plots, getClientArea());
        return chosen.isPresent() || all.size() <= room ? all : all.subList(0, room);
    }

    PlotView view(int place) {
        return views.get(place);
    }

    // ---- what all of them share

    /** Asks to be told which points the user picks; they are highlighted in all plots already. */
    public void onPick(Consumer<int[]> listener) {
        picked = listener;
    }

    /** Highlights the points of these rows in all plots. */
    public void highlight(int... rows) {
        views.forEach(v -> v.highlight(rows));
    }

    /**
     * Puts a pair of handles on every plot that has the axis; all of them move together.
     *
     * @param key what the pair is known by
     * @param label what the window is, said where an axis has several
     */
    public void handles(
            String key,
            String axis,
            String label,
            Window window,
            Consumer<Window> live,
            Consumer<Window> released) {
        views.forEach(v -> put(v, key, axis, label, window, live, released));
    }

    private void put(
            PlotView view,
            String key,
            String axis,
            String label,
            Window window,
            Consumer<Window> live,
            Consumer<Window> released) {
        view.handles(
                key,
                axis,
                label,
                window,
                w -> {
                    for (PlotView other : views) {
                        if (other != view) {
                            put(other, key, axis, label, w, live, released);
                        }
                    }
                    live.accept(w);
                },
                released);
    }

    /** Takes a pair of handles away. */
    public void removeHandles(String key) {
        views.forEach(v -> v.removeHandles(key));
    }

    /** Lets the user leave points out, in whichever plot. */
    public void brush(Mask mask, Consumer<Mask> changed) {
        views.forEach(v -> v.brush(mask, changed));
    }

    /** Ends the brush. */
    public void removeBrush() {
        views.forEach(PlotView::removeBrush);
    }

    @Override
    public boolean setFocus() {
        return !views.isEmpty() && views.getFirst().setFocus();
    }
}
