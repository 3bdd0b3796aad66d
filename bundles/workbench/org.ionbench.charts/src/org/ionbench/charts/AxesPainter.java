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
import java.util.Optional;

/** The frame of a plot: where its drawing area lies, ticks inside, labels outside. */
final class AxesPainter {
    private static final int GAP = 4;
    private static final int EDGE = 5;
    private static final int RIGHT = 16;
    private static final int MAJOR = 5;
    private static final int MINOR = 3;

    private AxesPainter() {}

    /** Which axes have their names written. */
    record Names(boolean across, boolean up) {
        /** Of a plot inside another. */
        static final Names NONE = new Names(false, false);
    }

    /**
     * The drawing area inside bounds, which leaves room for what is outside.
     *
     * @param right of the series with an axis on the right, if there are any
     */
    static Rectangle area(
            GC gc, Rectangle bounds, PlotFrame frame, Optional<PlotFrame> right, Names names) {
        int line = gc.textExtent("0").y;
        int least = gc.textExtent(names.up ? "0000" : "0").x;
        int name = lines(gc, frame.y(), bounds).size() * line;
        int left = EDGE + (names.up ? name + GAP : 0) + widest(gc, frame.y(), least) + GAP;
        int bottom = GAP + line + (names.across ? GAP / 2 + line : 0) + EDGE;
        int top = frame.x().oppositeLabel().isEmpty() ? line / 2 + 3 : EDGE + 2 * line + GAP;
        int beside =
                right.map(
                                r ->
                                        2 * GAP
                                                + widest(gc, r.y(), least)
                                                + lines(gc, r.y(), bounds).size() * line
                                                + EDGE)
                        .orElse(RIGHT);
        return new Rectangle(
                bounds.x + left,
                bounds.y + top,
                Math.max(20, bounds.width - left - beside),
                Math.max(20, bounds.height - top - bottom));
    }

    private static int widest(GC gc, AxisScale scale, int least) {
        int widest = least;
        for (Tick t : scale.ticks()) {
            widest = Math.max(widest, gc.textExtent(t.label()).x);
        }
        return widest;
    }

    static void paint(
            Ink ink,
            Style style,
            Rectangle bounds,
            Rectangle area,
            PlotFrame frame,
            Optional<PlotFrame> right,
            Names names) {
        GC gc = ink.gc();
        gc.setForeground(style.foreground());
        int line = gc.textExtent("0").y;
        int end = area.x + area.width;
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
            centred(gc, t.label(), x, bottom + GAP, bounds);
        }
        for (Tick t : frame.y().ticks()) {
            double y = area.y + frame.pixelY(t.value());
            ink.hair(area.x, y, area.x + MAJOR, y);
            Point extent = gc.textExtent(t.label());
            gc.drawText(
                    t.label(), area.x - GAP - extent.x, (int) Math.round(y - extent.y / 2.0), true);
        }
        opposite(ink, bounds, area, frame.x(), line);
        ink.hair(area.x, area.y, end, area.y);
        ink.hair(area.x, bottom, end, bottom);
        ink.hair(area.x, area.y, area.x, bottom);
        ink.hair(end, area.y, end, bottom);
        right.ifPresent(r -> right(ink, area, r));

        if (names.across) {
            double middle = area.x + area.width / 2.0;
            centred(gc, frame.x().label(), middle, bottom + GAP + line + GAP / 2, bounds);
        }
        if (names.up) {
            upwards(ink, lines(gc, frame.y(), bounds), bounds.x + EDGE, area, bounds);
            right.map(r -> lines(gc, r.y(), bounds))
                    .ifPresent(
                            name ->
                                    upwards(
                                            ink,
                                            name,
                                            bounds.x + bounds.width - EDGE - name.size() * line,
                                            area,
                                            bounds));
        }
    }

    /** Ticks and numbers on the right. */
    private static void right(Ink ink, Rectangle area, PlotFrame frame) {
        GC gc = ink.gc();
        int end = area.x + area.width;
        for (double v : frame.y().minorTicks()) {
            double y = area.y + frame.pixelY(v);
            ink.hair(end, y, end - MINOR, y);
        }
        for (Tick t : frame.y().ticks()) {
            double y = area.y + frame.pixelY(t.value());
            ink.hair(end, y, end - MAJOR, y);
            int height = gc.textExtent(t.label()).y;
            gc.drawText(t.label(), end + GAP, (int) Math.round(y - height / 2.0), true);
        }
    }

    /** The name of a vertical axis from a left edge on, kept inside the bounds. */
    private static void upwards(
            Ink ink, List<String> name, int left, Rectangle area, Rectangle bounds) {
        int line = ink.gc().textExtent("0").y;
        double centre = area.y + area.height / 2.0;
        for (int i = 0; i < name.size(); i++) {
            double half = ink.gc().textExtent(name.get(i)).x / 2.0;
            double lowest = bounds.y + bounds.height - half - 1;
            ink.textUpwards(
                    name.get(i),
                    left + (i + 0.5) * line,
                    Math.max(bounds.y + half + 1, Math.min(centre, lowest)));
        }
    }

    /** The name of a vertical axis, in two lines where it is longer than the plot is high. */
    private static List<String> lines(GC gc, AxisScale scale, Rectangle bounds) {
        String name = scale.label();
        int space = -1;
        for (int i = name.indexOf(' '); i >= 0; i = name.indexOf(' ', i + 1)) {
            if (space < 0
                    || Math.abs(2 * i - name.length()) < Math.abs(2 * space - name.length())) {
                space = i;
            }
        }
        return space < 0 || gc.textExtent(name).x < bounds.height - 2
                ? List.of(name)
                : List.of(name.substring(0, space), name.substring(space + 1));
    }

    private static void opposite(
            Ink ink, Rectangle bounds, Rectangle area, AxisScale scale, int line) {
        List<Tick> ticks = scale.oppositeTicks();
        for (Tick t : ticks) {
            double x = area.x + scale.pixel(t.value());
            ink.hair(x, area.y, x, area.y + MAJOR);
            centred(ink.gc(), t.label(), x, area.y - GAP / 2 - line, bounds);
        }
        if (!scale.oppositeLabel().isEmpty()) {
            double middle = area.x + area.width / 2.0;
            centred(ink.gc(), scale.oppositeLabel(), middle, area.y - GAP - 2 * line, bounds);
        }
    }

    /** Text about an abscissa, kept inside the bounds. */
    private static void centred(GC gc, String text, double x, int y, Rectangle bounds) {
        int own = gc.textExtent(text).x;
        int left = (int) Math.round(x - own / 2.0);
        int last = bounds.x + bounds.width - own - 1;
        gc.drawText(text, Math.max(bounds.x + 1, Math.min(left, last)), y, true);
    }
}
