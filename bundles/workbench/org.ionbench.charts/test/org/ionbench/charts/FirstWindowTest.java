// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWTError;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.PlotFrame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What a view shows before the user looks around, and what it leaves out beside others. */
class FirstWindowTest {
    private static final Extent BOX = new Extent(10, 60, 5, 30);

    private static Optional<Display> display = Optional.empty();

    private Shell shell;
    private PlotView view;

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
        view = new PlotView(shell, SamplePlots::table);
        view.setSize(500, 400);
        view.show(SamplePlots.nyquist());
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private PlotFrame frame() {
        return view.frame().orElseThrow();
    }

    private void assertHoldsBox() {
        assertTrue(frame().x().span().low() <= 10.001 && frame().x().span().high() >= 59.999);
        assertTrue(frame().y().span().high() >= 29.999);
        double perPixelAcross = frame().x().span().length() / frame().width();
        double perPixelUp = frame().y().span().length() / frame().height();
        assertEquals(perPixelAcross, perPixelUp, 1e-9 * perPixelAcross);
    }

    @Test
    void aBoxStaysInSightWhateverTheSizeAndStandsOnItsLowerEdge() {
        view.window(BOX);
        assertHoldsBox();
        view.setSize(250, 600);
        assertHoldsBox();
        assertEquals(5, frame().y().span().low(), 0.5);
        view.setSize(900, 200);
        assertHoldsBox();
    }

    @Test
    void showAllLeavesTheBoxAndBackReturnsToIt() {
        view.window(BOX);
        double narrow = frame().x().span().length();
        view.showAll();
        assertTrue(frame().x().span().length() > narrow);
        view.back();
        assertEquals(narrow, frame().x().span().length(), 1e-9 * narrow);
        view.setSize(250, 600);
        assertHoldsBox();
    }

    @Test
    void withoutItsLabelAnAxisGivesItsRoomToThePlot() {
        int before = view.area().height;
        view.label(false);
        assertTrue(view.area().height > before + 8);
        view.label(true);
        assertEquals(before, view.area().height);
    }
}
