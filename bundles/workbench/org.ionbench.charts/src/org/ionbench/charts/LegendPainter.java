// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.Symbol;
import org.ionbench.engine.sampling.Sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The legend: only where there is more than one named series, in the corner where it covers the
 * fewest points.
 */
final class LegendPainter {
    private static final int PAD = 6;
    private static final int SWATCH = 18;
    private static final double WIDEST = 0.62;
    private static final double NARROWER = 0.42;
    private static final double TALLEST = 0.5;
    private static final String MORE = "\u2026";

    /** Fourths of the way from the right to the left edge and from top to bottom. */
    private static final int[][] PLACES = {
        {0, 0}, {4, 0}, {0, 4}, {4, 4}, {2, 0}, {2, 4}, {0, 2}, {4, 2}, {1, 0}, {3, 0}, {1, 4},
        {3, 4}, {0, 1}, {0, 3}, {4, 1}, {4, 3}, {1, 1}, {3, 1}, {1, 3}, {3, 3}, {2, 1}, {2, 3},
        {1, 2}, {3, 2}, {2, 2}
    };

    private final Ink ink;
    private final Style style;
    private final Rectangle area;
    private final Function<Layer, PlotFrame> frames;
    private final List<Rectangle> taken;

    /**
     * @param frames of each layer
     * @param taken where something else lies already
     */
    LegendPainter(
            Ink ink,
            Style style,
            Rectangle area,
            Function<Layer, PlotFrame> frames,
            List<Rectangle> taken) {
        this.ink = ink;
        this.style = style;
        this.area = area;
        this.frames = frames;
        this.taken = taken;
    }

    void paint(List<Layer> layers) {
        List<Series> named =
                layers.stream().map(Layer::series).filter(s -> !s.name().isEmpty()).toList();
        if (named.size() < 2) {
            return;
        }
        GC gc = ink.gc();
        int line = gc.textExtent("0").y;
        int room = (int) (TALLEST * area.height) / line;
        if (room < 2) {
            return;
        }
        // wide enough for long names; narrower where that would cover points
        Layout layout = layout(named, room, WIDEST, line, layers);
        if (layout.covered > 0) {
            Layout narrow = layout(named, room, NARROWER, line, layers);
            layout = narrow.covered == 0 ? narrow : layout;
        }
        Rectangle box = layout.box;
        gc.setBackground(style.background());
        gc.setAlpha(205);
        gc.fillRectangle(box);
        gc.setAlpha(255);
        for (int i = 0; i < layout.names.size(); i++) {
            int y = box.y + PAD / 2 + i * line;
            String name = layout.names.get(i);
            if (!name.equals(MORE)) {
                swatch(named.get(i), box.x + PAD, y + line / 2.0);
            }
            gc.setForeground(style.foreground());
            gc.drawText(name, box.x + PAD + SWATCH, y, true);
        }
    }

    /** What is written, where, and how much of the series is under it. */
    private record Layout(List<String> names, Rectangle box, int covered) {}

    private Layout layout(
            List<Series> named, int room, double share, int line, List<Layer> layers) {
        int shown = Math.min(named.size(), room);
        int most = (int) (share * area.width) - SWATCH - 2 * PAD;
        List<String> names = new ArrayList<>();
        int widest = 0;
        for (int i = 0; i < shown; i++) {
            boolean cut = i == shown - 1 && shown < named.size();
            names.add(cut ? MORE : fitting(named.get(i).name(), most));
            widest = Math.max(widest, ink.gc().textExtent(names.get(i)).x);
        }
        return place(names, new Point(widest + SWATCH + 2 * PAD, shown * line + PAD), layers);
    }

    /** A long name is cut in its middle: what tells namesakes apart often stands at the end. */
    private String fitting(String name, int most) {
        GC gc = ink.gc();
        String text = name;
        for (int kept = name.length() - 1; kept > 3 && gc.textExtent(text).x > most; kept--) {
            int tail = kept / 2;
            text =
                    name.substring(0, kept - tail).stripTrailing()
                            + MORE
                            + name.substring(name.length() - tail).stripLeading();
        }
        return text;
    }

    /** The corner, edge or place between that covers the least; corners first. */
    private Layout place(List<String> names, Point size, List<Layer> layers) {
        int left = area.x + PAD + 2;
        int right = area.x + area.width - size.x - PAD;
        int top = area.y + PAD;
        int bottom = area.y + area.height - size.y - PAD - 2;
        Rectangle best = new Rectangle(right, top, size.x, size.y);
        int fewest = Integer.MAX_VALUE;
        for (int[] place : PLACES) {
            int x = right + (left - right) * place[0] / 4;
            int y = top + (bottom - top) * place[1] / 4;
            Rectangle box = new Rectangle(x, y, size.x, size.y);
            if (taken.stream().anyMatch(box::intersects)) {
                continue;
            }
            int covered = covered(box, layers, fewest);
            if (covered < fewest) {
                fewest = covered;
                best = box;
            }
            if (fewest == 0) {
                break;
            }
        }
        return new Layout(names, best, fewest);
    }

    private int covered(Rectangle box, List<Layer> layers, int enough) {
        int covered = 0;
        for (Layer layer : layers) {
            if (layer.series().role() == Series.Role.BAND) {
                continue;
            }
            Sample s = layer.sample();
            PlotFrame frame = frames.apply(layer);
            double beforeX = Double.NaN;
            double beforeY = Double.NaN;
            boolean joined =
                    layer.series().role() == Series.Role.FIT
                            || layer.series().role() == Series.Role.CURVE;
            for (int i = 0; i < s.size() && covered < enough; i++) {
                double x = area.x + frame.pixelX(s.x()[i]);
                double y = area.y + frame.pixelY(s.y()[i]);
                double[] way = {beforeX, beforeY, x, y};
                if (box.contains((int) x, (int) y) || joined && Ink.clip(way, box)) {
                    covered++;
                }
                beforeX = x;
                beforeY = y;
            }
        }
        return covered;
    }

    private void swatch(Series series, int x, double y) {
        GC gc = ink.gc();
        gc.setForeground(style.group(series.group()));
        gc.setBackground(style.group(series.group()));
        double middle = x + (SWATCH - PAD) / 2.0;
        Path path = new Path(gc.getDevice());
        switch (series.role()) {
            case MEASURED ->
                    Ink.symbol(path, Symbol.of(series.group()), middle, y, SeriesPainter.SYMBOL);
            case EXCLUDED -> {
                gc.setForeground(style.muted());
                Ink.cross(path, middle, y, SeriesPainter.SYMBOL);
            }
            case FIT, CURVE -> {
                path.moveTo(x, (float) y);
                path.lineTo(x + SWATCH - PAD, (float) y);
            }
            case BAND -> {
                gc.setAlpha(51);
                gc.fillRectangle(x, (int) y - 4, SWATCH - PAD, 8);
                gc.setAlpha(255);
            }
        }
        ink.width(series.role() == Series.Role.FIT ? 1.5f : 1.1f);
        gc.drawPath(path);
        path.dispose();
    }
}
