// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class PlotFrameTest {
    private static final Plot NYQUIST =
            Plot.of(
                            "nyquist",
                            "Nyquist plot",
                            Axis.linear("re", "Re Z", "ohm"),
                            Axis.linear("im", "\u2212Im Z", "ohm"),
                            List.of())
                    .withEqualAspect();
    private static final Plot BODE =
            Plot.of(
                    "bode",
                    "Bode plot",
                    Axis.logarithmic("frequency", "Frequency", "Hz"),
                    Axis.linear("phase", "Phase", "deg"),
                    List.of());
    private static final Extent ARC = new Extent(100, 4100, 0, 1500);

    private static void assertEqualAxes(PlotFrame frame) {
        double across = frame.pixelX(1000) - frame.pixelX(0);
        double up = frame.pixelY(0) - frame.pixelY(1000);
        assertEquals(across, up, 1e-9 * across);
    }

    private static void assertHolds(PlotFrame frame, Extent extent) {
        assertTrue(frame.pixelX(extent.xLow()) >= 0);
        assertTrue(frame.pixelX(extent.xHigh()) <= frame.width());
        assertTrue(frame.pixelY(extent.yLow()) <= frame.height());
        assertTrue(frame.pixelY(extent.yHigh()) >= 0);
    }

    @Test
    void everythingIsShownWithEqualAxesWhateverTheShape() {
        for (double[] size : new double[][] {{400, 300}, {900, 100}, {80, 700}, {1, 1}}) {
            PlotFrame frame = PlotFrame.all(NYQUIST, ARC, size[0], size[1]);
            assertEqualAxes(frame);
            assertHolds(frame, ARC);
        }
    }

    @Test
    void equalAxesShareUnitAndTicks() {
        PlotFrame flat = PlotFrame.all(NYQUIST, new Extent(0, 4000, 0, 300), 500, 120);
        assertEquals("Re Z / k\u03a9", flat.x().label());
        assertEquals("\u2212Im Z / k\u03a9", flat.y().label());
        PlotFrame high = PlotFrame.all(NYQUIST, new Extent(0, 300, 0, 4000), 120, 500);
        assertEquals("Re Z / k\u03a9", high.x().label());
        assertEquals("\u2212Im Z / k\u03a9", high.y().label());
    }

    @Test
    void whateverIsDoneTheAxesStayEqual() {
        Random random = new Random(11);
        PlotFrame frame = PlotFrame.all(NYQUIST, ARC, 400, 300);
        for (int i = 0; i < 500; i++) {
            frame =
                    switch (random.nextInt(4)) {
                        case 0 ->
                                frame.zoomed(
                                        0.5 + random.nextDouble(),
                                        0.5 + random.nextDouble(),
                                        random.nextDouble(400),
                                        random.nextDouble(300));
                        case 1 -> frame.panned(random.nextInt(-90, 90), random.nextInt(-90, 90));
                        case 2 -> frame.resized(random.nextInt(50, 900), random.nextInt(50, 900));
                        default ->
                                frame.box(
                                        random.nextDouble(200),
                                        random.nextDouble(200),
                                        200 + random.nextDouble(200),
                                        200 + random.nextDouble(100));
                    };
            double across = frame.x().span().length() / frame.width();
            double up = frame.y().span().length() / frame.height();
            assertEquals(across, up, 1e-6 * across);
        }
    }

    @Test
    void zoomKeepsWhatIsUnderThePointer() {
        for (PlotFrame frame :
                List.of(
                        PlotFrame.all(NYQUIST, ARC, 400, 300),
                        PlotFrame.all(BODE, new Extent(0.01, 1e6, -5, 80), 400, 300))) {
            double x = frame.valueX(130);
            double y = frame.valueY(70);
            PlotFrame closer = frame.zoomed(0.8, 0.8, 130, 70);
            assertEquals(130, closer.pixelX(x), 1e-6);
            assertEquals(70, closer.pixelY(y), 1e-6);
            assertTrue(closer.y().span().length() < frame.y().span().length());
        }
    }

    @Test
    void panMovesByPixelsOnLogarithmicAxesToo() {
        PlotFrame frame = PlotFrame.all(BODE, new Extent(0.01, 1e6, -5, 80), 400, 300);
        double x = frame.valueX(100);
        double y = frame.valueY(100);
        PlotFrame moved = frame.panned(30, -20);
        assertEquals(130, moved.pixelX(x), 1e-6);
        assertEquals(80, moved.pixelY(y), 1e-6);
    }

    @Test
    void boxShowsTheBox() {
        PlotFrame frame = PlotFrame.all(BODE, new Extent(0.01, 1e6, -5, 80), 400, 300);
        PlotFrame box = frame.box(300, 200, 100, 50);
        assertEquals(frame.valueX(100), box.x().span().low(), 1e-9);
        assertEquals(frame.valueX(300), box.x().span().high(), 1e-6);
        assertEquals(frame.valueY(200), box.y().span().low(), 1e-9);
        assertEquals(frame.valueY(50), box.y().span().high(), 1e-9);
    }

    @Test
    void zoomEndsWhereNumbersEnd() {
        PlotFrame frame = PlotFrame.all(NYQUIST, ARC, 400, 300);
        for (int i = 0; i < 500; i++) {
            frame = frame.zoomed(0.5, 0.5, 10, 10);
        }
        assertSame(frame, frame.zoomed(0.5, 0.5, 10, 10));
        for (int i = 0; i < 5000; i++) {
            frame = frame.zoomed(2, 2, 10, 10);
        }
        assertTrue(Double.isFinite(frame.x().span().length()));
    }

    @Test
    void noPointOnePointAndAFlatLineHaveWindows() {
        for (Plot plot : List.of(NYQUIST, BODE)) {
            assertTrue(PlotFrame.all(plot, Extent.EMPTY, 300, 200).x().span().length() > 0);
            Extent point = new Extent(5, 5, 7, 7);
            assertHolds(PlotFrame.all(plot, point, 300, 200), point);
            Extent flat = new Extent(1, 1000, 3.7, 3.7);
            PlotFrame frame = PlotFrame.all(plot, flat, 300, 200);
            assertHolds(frame, flat);
        }
    }

    @Test
    void marginIsAboutATwentieth() {
        PlotFrame frame = PlotFrame.all(BODE, new Extent(0.01, 1e6, 0, 100), 440, 330);
        assertEquals(-5, frame.y().span().low(), 1e-9);
        assertEquals(105, frame.y().span().high(), 1e-9);
        assertEquals(20, frame.pixelX(0.01), 1e-9);
    }
}
