// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWTError;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class PlotGridTest {
    private static Optional<Display> display = Optional.empty();

    private Shell shell;
    private PlotGrid grid;

    @BeforeAll
    static void findDisplay() {
        try {
            display = Optional.of(new Display());
        } catch (SWTError | SWTException | UnsatisfiedLinkError e) {
            Assumptions.abort("needs a display: " + e.getMessage());
        }
    }

    @AfterAll
    static void letGoOfDisplay() {
        display.ifPresent(Display::dispose);
    }

    @BeforeEach
    void open() {
        shell = new Shell(display.orElseThrow());
        shell.setSize(1000, 800);
        shell.open();
        grid = new PlotGrid(shell, id -> Optional.empty());
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private static Plot plot(String id, String x) {
        return Plot.of(
                id,
                "A title",
                Axis.linear(x, "x", "1"),
                Axis.linear("y", "y", "1"),
                List.of(
                        Series.measured("data", 0, new double[] {1, 2}, new double[] {3, 4})
                                .withRows(new int[] {0, 1})));
    }

    private static List<Plot> spectrum() {
        return List.of(
                plot("nyquist", "re").withEqualAspect(),
                plot("bode-modulus", "frequency"),
                plot("bode-phase", "frequency"),
                plot("residuals", "frequency"));
    }

    private void arrange(int width, int height) {
        grid.setSize(width, height);
        grid.layout();
        while (shell.getDisplay().readAndDispatch()) {
            // until everything has its place
        }
    }

    private Rectangle bounds(int place) {
        return grid.view(place).getBounds();
    }

    @Test
    void theNyquistPlotStandsAtTheLeftAndTheOthersBesideIt() {
        grid.show(spectrum());
        arrange(900, 400);
        assertEquals(List.of(0, 1, 2, 3), grid.shown());
        assertEquals(400, bounds(0).height);
        for (int i = 1; i < 4; i++) {
            assertTrue(bounds(i).x >= bounds(0).x + bounds(0).width);
            assertTrue(i == 1 || bounds(i).y >= bounds(i - 1).y + bounds(i - 1).height);
        }
        assertTrue(bounds(3).y + bounds(3).height <= 400);
    }

    @Test
    void whereThereIsLittleRoomTheFirstOnesAreShown() {
        grid.show(spectrum());
        arrange(700, 220);
        assertEquals(List.of(0, 1, 2), grid.shown());
        assertFalse(grid.isShown(grid.plots().get(3)));
        assertFalse(grid.view(3).getVisible());
    }

    @Test
    void whatTheUserChoosesStaysWhateverTheRoom() {
        grid.show(spectrum());
        arrange(700, 220);
        grid.choose(grid.plots().get(3), true);
        grid.choose(grid.plots().get(1), false);
        assertEquals(List.of(0, 2, 3), grid.shown());
        arrange(700, 700);
        assertEquals(List.of(0, 2, 3), grid.shown());
    }

    @Test
    void theLastPlotCannotBeHidden() {
        grid.show(List.of(plot("arrhenius", "t")));
        arrange(500, 300);
        grid.choose(grid.plots().getFirst(), false);
        assertEquals(List.of(0), grid.shown());
        assertEquals(new Rectangle(0, 0, 500, 300), bounds(0));
    }

    @Test
    void plotsOfTheSameKindKeepTheirViews() {
        grid.show(spectrum());
        Control first = grid.view(0);
        grid.show(spectrum());
        assertSame(first, grid.view(0));
        grid.show(List.of(plot("arrhenius", "t")));
        assertTrue(first.isDisposed());
    }

    @Test
    void plotsHaveShortNames() {
        assertEquals("Bode modulus", PlotGrid.name(plot("bode-modulus", "f")));
        assertEquals("A title", PlotGrid.name(plot("potential/current", "f")));
    }
}
