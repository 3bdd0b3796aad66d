// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.table.Table;
import org.ionbench.engine.plotting.Extent;

import java.util.Optional;
import java.util.function.Function;

/**
 * Draws plots as SVG, laid out as on screen. Text stays text. Measured points are open symbols,
 * fits and curves lines, confidence a band, points left out light crosses; the legend stands below
 * the axis, where it hides nothing. Knows no window system.
 *
 * <p>Immutable: {@code SvgPlot.ofInline().width(640).draw(plot)}.
 */
public final class SvgPlot {
    private static final int WIDTH = 440;

    private final Function<String, Optional<Table>> tables;
    private final int width;
    private final boolean bothThemes;
    private final boolean graded;
    private final Optional<Extent> window;
    private final Optional<Extent> inset;

    private SvgPlot(
            Function<String, Optional<Table>> tables,
            int width,
            boolean bothThemes,
            boolean graded,
            Optional<Extent> window,
            Optional<Extent> inset) {
        this.tables = tables;
        this.width = width;
        this.bothThemes = bothThemes;
        this.graded = graded;
        this.window = window;
        this.inset = inset;
    }

    /** Draws plots whose points are all held in the plot. */
    public static SvgPlot ofInline() {
        return of(recording -> Optional.empty());
    }

    /**
     * Draws plots whose points may be columns of recordings.
     *
     * @param tables the table of a recording by its id; a series whose recording it does not know
     *     is left out
     */
    public static SvgPlot of(Function<String, Optional<Table>> tables) {
        return new SvgPlot(tables, WIDTH, false, false, Optional.empty(), Optional.empty());
    }

    /** With another width, in pixels at 96 to the inch. */
    public SvgPlot width(int pixels) {
        return new SvgPlot(tables, pixels, bothThemes, graded, window, inset);
    }

    /** For a page whose colour scheme may be light or dark; otherwise it is for paper. */
    public SvgPlot bothThemes() {
        return new SvgPlot(tables, width, true, graded, window, inset);
    }

    /** With colours from dark to light by group: for a series of temperatures, not categories. */
    public SvgPlot graded() {
        return new SvgPlot(tables, width, bothThemes, true, window, inset);
    }

    /** Only what lies in this box, which is widened where the plot asks for equal aspect. */
    public SvgPlot window(Extent box) {
        return new SvgPlot(tables, width, bothThemes, graded, Optional.of(box), inset);
    }

    /** With a smaller plot inside that shows only what lies in this box. */
    public SvgPlot inset(Extent box) {
        return new SvgPlot(tables, width, bothThemes, graded, window, Optional.of(box));
    }

    /** The plot as a whole SVG document. */
    public String draw(Plot plot) {
        return new SvgDrawing(plot, tables, width, window, new SvgInk(bothThemes, graded, 1))
                .svg(inset);
    }
}
