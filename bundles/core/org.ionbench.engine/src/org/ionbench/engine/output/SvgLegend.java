// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import static org.ionbench.engine.output.PathData.number;

import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.Symbol;

import java.util.ArrayList;
import java.util.List;

/** The legend below a plot: as many lines as the names need. */
final class SvgLegend {
    private static final double LINE = 18;
    private static final double ABOVE = 4;
    private static final double SAMPLE = 26;
    private static final double BETWEEN = 18;

    private final List<List<Series>> lines;
    private final double left;
    private final double right;

    /**
     * @param series all series of the plot; those without a name are not listed, nor is one alone
     * @param left edge in pixels
     * @param right edge in pixels
     */
    SvgLegend(List<Series> series, double left, double right) {
        this.left = left;
        this.right = right;
        List<Series> named = series.stream().filter(s -> !s.name().isEmpty()).toList();
        lines = named.size() < 2 ? List.of() : broken(named);
    }

    private List<List<Series>> broken(List<Series> named) {
        List<List<Series>> broken = new ArrayList<>();
        List<Series> line = new ArrayList<>();
        double used = left;
        for (Series series : named) {
            double needed = width(series);
            if (!line.isEmpty() && used + needed > right + BETWEEN) {
                broken.add(line);
                line = new ArrayList<>();
                used = left;
            }
            line.add(series);
            used += needed;
        }
        broken.add(line);
        return broken;
    }

    double height() {
        return lines.isEmpty() ? 0 : LINE * lines.size() + ABOVE;
    }

    private double width(Series series) {
        return SAMPLE + SvgDrawing.CHARACTER * name(series).length() + BETWEEN;
    }

    /** The name, cut where it would leave the figure. */
    private String name(Series series) {
        int most = Math.max(2, (int) ((right - left - SAMPLE) / SvgDrawing.CHARACTER));
        String name = Formulas.lowered(series.name());
        return name.length() <= most ? name : name.substring(0, most - 1) + "\u2026";
    }

    void draw(Markup svg, double top, SvgInk ink) {
        double y = top + ABOVE + 6;
        for (List<Series> line : lines) {
            double x = left;
            for (Series series : line) {
                entry(svg, series, x, y, ink);
                x += width(series);
            }
            svg.line();
            y += LINE;
        }
    }

    private void entry(Markup svg, Series series, double x, double y, SvgInk ink) {
        double middle = y - 4;
        double end = x + SAMPLE - 8;
        double centre = (x + end) / 2;
        PathData data = new PathData();
        switch (series.role()) {
            case MEASURED ->
                    data.symbol(Symbol.of(series.group()), centre, middle, SvgLayer.RADIUS);
            case EXCLUDED -> data.cross(centre, middle, SvgLayer.RADIUS);
            case FIT, CURVE -> data.segment(x, middle, end, middle);
            case BAND ->
                    data.move(x, middle - 5)
                            .line(end, middle - 5)
                            .line(end, middle + 5)
                            .line(x, middle + 5)
                            .end();
        }
        boolean band = series.role() == Series.Role.BAND;
        svg.path(data, band ? ink.filled(series) : ink.drawn(series));
        svg.open("text", ink.foreground("fill", "x", number(x + SAMPLE - 2), "y", number(y)));
        svg.indexedInSvg(name(series)).close();
    }
}
