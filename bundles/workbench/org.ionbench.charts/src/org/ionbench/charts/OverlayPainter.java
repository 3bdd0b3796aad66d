// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.ionbench.api.analysis.Window;
import org.ionbench.engine.plotting.AxisScale;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.Symbol;

import java.util.List;
import java.util.Optional;

/** What lies over the series: handles, the box being drawn, the point under the pointer. */
final class OverlayPainter {
    private static final int GRIP = 9;
    private static final int GRIP_LENGTH = 26;
    private static final int PAD = 5;
    private static final int VEIL = 150;
    private static final int TINT = 30;

    private final Ink ink;
    private final Style style;
    private final Rectangle area;
    private final PlotFrame frame;

    OverlayPainter(Ink ink, Style style, Rectangle area, PlotFrame frame) {
        this.ink = ink;
        this.style = style;
        this.area = area;
        this.frame = frame;
    }

    /**
     * Shows the window of a pair of handles: what lies outside is dimmed, or, where there are
     * several, what lies inside is tinted.
     */
    void window(Handles handles, PlotView.Rank rank) {
        if (rank.isAlone()) {
            veil(handles);
        } else if (!handles.window().equals(Window.ALL)) {
            tint(handles, rank);
        }
    }

    private void tint(Handles handles, PlotView.Rank rank) {
        int low = (int) Math.round(handles.pixel(scale(handles), false));
        int high = (int) Math.round(handles.pixel(scale(handles), true));
        GC gc = ink.gc();
        gc.setBackground(style.pair(rank.place()));
        gc.setAlpha(TINT);
        if (isAcross(handles)) {
            gc.fillRectangle(area.x + low, area.y, high - low, area.height);
        } else {
            gc.fillRectangle(area.x, area.y + area.height - high, area.width, high - low);
        }
        gc.setAlpha(255);
    }

    private void veil(Handles handles) {
        int low = (int) Math.round(handles.pixel(scale(handles), false));
        int high = (int) Math.round(handles.pixel(scale(handles), true));
        GC gc = ink.gc();
        gc.setBackground(style.background());
        gc.setAlpha(VEIL);
        if (isAcross(handles)) {
            gc.fillRectangle(area.x, area.y, low, area.height);
            gc.fillRectangle(area.x + high, area.y, area.width - high, area.height);
        } else {
            gc.fillRectangle(area.x, area.y, area.width, area.height - high);
            gc.fillRectangle(area.x, area.y + area.height - low, area.width, low);
        }
        gc.setAlpha(255);
    }

    /**
     * Draws one handle.
     *
     * @param held whether it is held or has the focus
     * @return where the pair is named
     */
    Optional<Rectangle> handle(Handles handles, boolean high, boolean held, PlotView.Rank rank) {
        Color rest = rank.isAlone() ? style.muted() : style.pair(rank.place());
        ink.gc().setForeground(held ? style.accent() : rest);
        double at = handles.pixel(scale(handles), high);
        if (isAcross(handles)) {
            double x = area.x + at;
            ink.hair(x, area.y, x, area.y + area.height);
            grip(x, area.y + area.height * rank.grip(), true);
        } else {
            double y = area.y + area.height - at;
            ink.hair(area.x, y, area.x + area.width, y);
            grip(area.x + area.width * rank.grip(), y, false);
        }
        return high || rank.isAlone() ? Optional.empty() : Optional.of(label(handles, rank));
    }

    /** Names a pair at its low handle, in its colour. */
    private Rectangle label(Handles handles, PlotView.Rank rank) {
        GC gc = ink.gc();
        Point size = gc.textExtent(handles.label());
        double low = handles.pixel(scale(handles), false);
        double high = handles.pixel(scale(handles), true);
        double x;
        double y;
        if (isAcross(handles)) {
            x = Math.min(area.x + low + PAD, area.x + area.width - size.x - PAD);
            y = area.y + area.height * rank.grip() + GRIP_LENGTH / 2.0;
        } else {
            x = area.x + PAD;
            y = Math.max(area.y, area.y + area.height - high) + rank.place() * size.y;
        }
        gc.setBackground(style.background());
        gc.setAlpha(190);
        Rectangle place = new Rectangle((int) x - 1, (int) y, size.x + 2, size.y);
        gc.fillRectangle(place);
        gc.setAlpha(255);
        gc.setForeground(style.pair(rank.place()));
        gc.drawText(handles.label(), (int) x, (int) y, true);
        return place;
    }

    /** Writes the value of a handle beside it. */
    void value(Handles handles, boolean high) {
        double at = handles.pixel(scale(handles), high);
        String text = Words.handle(handles, high, scale(handles));
        if (isAcross(handles)) {
            box(List.of(text), area.x + at, area.y + area.height / 2.0 + GRIP_LENGTH);
        } else {
            box(List.of(text), area.x + area.width / 2.0 + GRIP_LENGTH, area.y + area.height - at);
        }
    }

    private boolean isAcross(Handles handles) {
        return handles.axis().equals(frame.x().axis().id());
    }

    private AxisScale scale(Handles handles) {
        return isAcross(handles) ? frame.x() : frame.y();
    }

    private void grip(double x, double y, boolean upright) {
        GC gc = ink.gc();
        int w = upright ? GRIP : GRIP_LENGTH;
        int h = upright ? GRIP_LENGTH : GRIP;
        int left = (int) Math.floor(x) - w / 2;
        int top = (int) Math.floor(y) - h / 2;
        gc.setBackground(style.background());
        gc.fillRoundRectangle(left, top, w, h, 5, 5);
        ink.width(1);
        gc.drawRoundRectangle(left, top, w, h, 5, 5);
        for (int i = -1; i <= 1; i += 2) {
            if (upright) {
                ink.hair(x + 1.5 * i, y - 5, x + 1.5 * i, y + 5);
            } else {
                ink.hair(x - 5, y + 1.5 * i, x + 5, y + 1.5 * i);
            }
        }
    }

    /** Shows that the keyboard is with the plot. */
    void focus() {
        ink.gc().setForeground(style.accent());
        ink.width(1.5f);
        ink.gc().drawRectangle(area.x - 1, area.y - 1, area.width + 2, area.height + 2);
    }

    /** Draws the box that is being dragged. */
    void rubberBand(Rectangle box) {
        GC gc = ink.gc();
        gc.setForeground(style.accent());
        gc.setBackground(style.accent());
        gc.setAlpha(30);
        gc.fillRectangle(box);
        gc.setAlpha(255);
        gc.setLineStyle(SWT.LINE_SOLID);
        ink.width(1);
        gc.drawRectangle(box);
    }

    /**
     * Rings a point and says what is known of it.
     *
     * @param own the frame of its layer
     */
    void point(Picking.Hit hit, PlotFrame own) {
        double x = area.x + own.pixelX(hit.x());
        double y = area.y + own.pixelY(hit.y());
        if (!area.contains((int) x, (int) y)) {
            return;
        }
        GC gc = ink.gc();
        gc.setForeground(style.foreground());
        Path ring = new Path(gc.getDevice());
        Ink.symbol(ring, Symbol.CIRCLE, x, y, 2 * SeriesPainter.SYMBOL);
        ink.width(1.5f);
        gc.drawPath(ring);
        ring.dispose();
        box(Words.about(hit, own), x + 2 * SeriesPainter.SYMBOL, y + 2 * SeriesPainter.SYMBOL);
    }

    /** A box of text near a place, kept inside the drawing area. */
    private void box(List<String> lines, double x, double y) {
        GC gc = ink.gc();
        int line = gc.textExtent("0").y;
        int width = 0;
        for (String s : lines) {
            Point extent = gc.textExtent(s);
            width = Math.max(width, extent.x);
        }
        width += 2 * PAD;
        int height = lines.size() * line + PAD;
        int left = (int) x + 6;
        if (left + width > area.x + area.width) {
            left = (int) x - width - (int) (4 * SeriesPainter.SYMBOL) + 6;
        }
        int top = (int) y;
        if (top + height > area.y + area.height) {
            top = (int) y - height - (int) (4 * SeriesPainter.SYMBOL);
        }
        left = Math.max(2, left);
        top = Math.max(2, top);
        gc.setBackground(style.background());
        gc.setAlpha(235);
        gc.fillRoundRectangle(left, top, width, height, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(style.muted());
        ink.width(1);
        gc.drawRoundRectangle(left, top, width, height, 6, 6);
        gc.setForeground(style.foreground());
        for (int i = 0; i < lines.size(); i++) {
            gc.drawText(lines.get(i), left + PAD, top + PAD / 2 + i * line, true);
        }
    }
}
