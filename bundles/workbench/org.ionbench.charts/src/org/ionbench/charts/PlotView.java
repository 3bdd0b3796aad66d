// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.table.Table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A plot on screen. Shows a {@link Plot}, lets the user look closer, pick points and touch
 * settings.
 *
 * <p>Mouse: the wheel zooms at the pointer (over an axis only that axis), dragging an axis moves
 * it, a left drag selects points, a right drag zooms into a box, a double click shows everything,
 * the backspace key goes back to the window before. Pointing at a point shows its index, its values
 * and its label. Keyboard: tab goes from the points to each handle and on, arrow keys walk through
 * the points or move a handle, space leaves a point out or takes it in, + and - zoom, 0 shows
 * everything.
 *
 * <pre>{@code
 * PlotView nyquist = new PlotView(parent, id -> session.table(id));
 * PlotView bode = new PlotView(parent, id -> session.table(id));
 * nyquist.show(plot);
 * nyquist.onPick(rows -> { nyquist.highlight(rows); bode.highlight(rows); });
 * bode.handles("frequency", window, live -> refit(live), done -> edit(done));
 * nyquist.brush(mask, changed -> edit(changed));
 * }</pre>
 *
 * <p>All methods are called on the display's thread.
 */
public final class PlotView extends Canvas {

    /**
     * An empty view.
     *
     * @param parent its parent
     * @param tables finds the table of a recording by the recording's id, for plots that name
     *     columns; empty if there is none, the series is then left out
     */
    public PlotView(Composite parent, Function<String, Optional<Table>> tables) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    }

    /**
     * Shows a plot in place of the one before. The window stays where the user has zoomed and the
     * new plot has the same id and axes; otherwise all points are shown.
     */
    public void show(Plot plot) {}

    /**
     * Fixes how many groups of series there are in all plots of an editor, so that a group has the
     * same colour in each. Without it the groups of this plot are counted.
     */
    public void groups(int count) {}

    /** Light on dark or dark on light; without it the parent's background decides. */
    public void dark(boolean dark) {}

    /**
     * Asks to be told which points the user picks, by their rows in the recording; no rows when he
     * lets go of all. The view highlights nothing by itself.
     */
    public void onPick(Consumer<int[]> listener) {}

    /** Highlights the points of these rows and no others. */
    public void highlight(int... rows) {}

    /**
     * Shows a pair of handles over the axis with this id; does nothing where the plot has no such
     * axis, and shows them once a plot that has one is shown. A handle at an open end rests at the
     * edge of the axis.
     *
     * @param axis the axis' id, such as {@code "frequency"}
     * @param window where they stand, in the unit of the axis
     * @param live told at each step while a handle is dragged
     * @param released told once when it is let go, or after each step by key
     */
    public void handles(
            String axis, Window window, Consumer<Window> live, Consumer<Window> released) {}

    /** Takes the handles over an axis away. */
    public void removeHandles(String axis) {}

    /**
     * Lets the user leave points out: a left drag over points leaves them out, or takes them in
     * again where it starts at a point left out.
     *
     * @param mask the points left out now
     * @param changed told the new mask when the brush is let go
     */
    public void brush(Mask mask, Consumer<Mask> changed) {}

    /** Ends the brush; a left drag selects again. */
    public void removeBrush() {}

    /** Shows all points. */
    public void showAll() {}

    /** Goes back to the window before the last zoom; does nothing where there is none. */
    public void back() {}

    /** The data as tab-separated text, a block of columns for each series; for those who read. */
    public String data() {
        return "";
    }

    /** Puts {@link #data} on the clipboard. */
    public void copyData() {}

    /** The plot as it is on screen; the caller disposes of it. */
    public Image image() {
        return new Image(getDisplay(), 1, 1);
    }

    /**
     * Writes the plot as it is on screen.
     *
     * @throws IOException if the file cannot be written
     */
    public void savePng(Path file) throws IOException {}
}
