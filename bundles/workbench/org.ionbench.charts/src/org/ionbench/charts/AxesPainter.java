// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.ionbench.engine.plotting.AxisScale;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.Tick;

import java.util.List;

/** The frame of a plot: where its drawing area lies, ticks inside, labels outside. */
final class AxesPainter {
    private static final int GAP = 4;
    private static final int EDGE = 5;
    private static final int RIGHT = 16;
    private static final int MAJOR = 5;
    private static final int MINOR = 3;

    private AxesPainter() {}

    /** The drawing area inside a view of this size, which leaves room for what is outside. */
    static Rectangle area(GC gc, Point size, PlotFrame frame, boolean isNamed) {
        int line = gc.textExtent("0").y;
        int widest = gc.textExtent("0000").x;
        for (Tick t : frame.y().ticks()) {
            widest = Math.max(widest, gc.textExtent(t.label()).x);
        }
        int left = EDGE + line + GAP + widest + GAP;
        int bottom = GAP + line + (isNamed ? GAP / 2 + line : 0) + EDGE;
        int top = frame.x().oppositeLabel().isEmpty() ? line / 2 + 3 : EDGE + 2 * line + GAP;
        return new Rectangle(
                left,
                top,
                Math.max(20, size.x - left - RIGHT),
                Math.max(20, size.y - top - bottom));
    }

    static void paint(
            Ink ink, Style style, Point size, Rectangle area, PlotFrame frame, boolean isNamed) {
        GC gc = ink.gc();
        gc.setForeground(style.foreground());
        int line = gc.textExtent("0").y;
        int right = area.x + area.width;
        int bottom = area.y + area.height;

        for (double v : frame.x().minorTicks()) {
            double x = area.x + frame.pixelX(v);
            ink.hair(x, bottom, x, bottom - MINOR);
        }
        for (double v : frame.y().minorTicks()) {
            double y = area.y + frame.pixelY(v);
            ink.hair(area.x, y, area.x + MINOR, y);
        }
        for (Tick t : frame.x().ticks()) {
            double x = area.x + frame.pixelX(t.value());
            ink.hair(x, bottom, x, bottom - MAJOR);
            centred(gc, t.label(), x, bottom + GAP, size.x);
        }
        for (Tick t : frame.y().ticks()) {
            double y = area.y + frame.pixelY(t.value());
            ink.hair(area.x, y, area.x + MAJOR, y);
            Point extent = gc.textExtent(t.label());
            gc.drawText(
                    t.label(), area.x - GAP - extent.x, (int) Math.round(y - extent.y / 2.0), true);
        }
        opposite(ink, size, area, frame.x(), line);
        ink.hair(area.x, area.y, right, area.y);
        ink.hair(area.x, bottom, right, bottom);
        ink.hair(area.x, area.y, area.x, bottom);
        ink.hair(right, area.y, right, bottom);

        double middle = area.x + area.width / 2.0;
        if (isNamed) {
            centred(gc, frame.x().label(), middle, bottom + GAP + line + GAP / 2, size.x);
        }
        String up = frame.y().label();
        double half = gc.textExtent(up).x / 2.0;
        double centre = area.y + area.height / 2.0;
        centre = Math.max(half + 1, Math.min(centre, size.y - half - 1));
        ink.textUpwards(up, EDGE + line / 2.0, centre);
    }

    private static void opposite(Ink ink, Point size, Rectangle area, AxisScale scale, int line) {
        List<Tick> ticks = scale.oppositeTicks();
        for (Tick t : ticks) {
            double x = area.x + scale.pixel(t.value());
            ink.hair(x, area.y, x, area.y + MAJOR);
            centred(ink.gc(), t.label(), x, area.y - GAP / 2 - line, size.x);
        }
        if (!scale.oppositeLabel().isEmpty()) {
            double middle = area.x + area.width / 2.0;
            centred(ink.gc(), scale.oppositeLabel(), middle, area.y - GAP - 2 * line, size.x);
        }
    }

    /** Text about an abscissa, kept inside the view. */
    private static void centred(GC gc, String text, double x, int y, int width) {
        int own = gc.textExtent(text).x;
        int left = (int) Math.round(x - own / 2.0);
        gc.drawText(text, Math.max(1, Math.min(left, width - own - 1)), y, true);
    }
}
