// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.ionbench.engine.plotting.Symbol;

/** Lines, symbols and text to fractions of a pixel. */
final class Ink {
    private static final int CORNERS = 12;
    private static final double BEYOND = 8;

    private final GC gc;

    Ink(GC gc) {
        this.gc = gc;
        gc.setAdvanced(true);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
    }

    GC gc() {
        return gc;
    }

    void width(float width) {
        gc.setLineAttributes(new LineAttributes(width, SWT.CAP_ROUND, SWT.JOIN_ROUND));
    }

    /** A sharp line one pixel wide. */
    void hair(double x1, double y1, double x2, double y2) {
        Path path = new Path(gc.getDevice());
        path.moveTo(sharp(x1), sharp(y1));
        path.lineTo(sharp(x2), sharp(y2));
        gc.setLineAttributes(new LineAttributes(1, SWT.CAP_SQUARE, SWT.JOIN_MITER));
        gc.drawPath(path);
        path.dispose();
    }

    static float sharp(double v) {
        return (float) (Math.floor(v) + 0.5);
    }

    /** A line through points, interrupted at NaN, cut to a little beyond the area. */
    void line(double[] x, double[] y, Rectangle area) {
        Path path = new Path(gc.getDevice());
        double[] cut = new double[4];
        double endX = Double.NaN;
        double endY = Double.NaN;
        for (int i = 1; i < x.length; i++) {
            cut[0] = x[i - 1];
            cut[1] = y[i - 1];
            cut[2] = x[i];
            cut[3] = y[i];
            if (!clip(cut, area)) {
                continue;
            }
            if (cut[0] != endX || cut[1] != endY) {
                path.moveTo((float) cut[0], (float) cut[1]);
            }
            path.lineTo((float) cut[2], (float) cut[3]);
            endX = cut[2];
            endY = cut[3];
        }
        gc.drawPath(path);
        path.dispose();
    }

    /** Fills between two edges over the same abscissae. */
    void band(double[] x, double[] lower, double[] upper, Rectangle area) {
        Path path = new Path(gc.getDevice());
        double top = area.y - BEYOND;
        double bottom = area.y + area.height + BEYOND;
        boolean begun = false;
        for (int i = 0; i < x.length; i++) {
            begun = go(path, x[i], Math.clamp(upper[i], top, bottom), begun);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            begun = go(path, x[i], Math.clamp(lower[i], top, bottom), begun);
        }
        if (begun) {
            path.close();
            gc.fillPath(path);
        }
        path.dispose();
    }

    private static boolean go(Path path, double x, double y, boolean begun) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return begun;
        }
        float fx = (float) Math.clamp(x, -1e5, 1e5);
        if (begun) {
            path.lineTo(fx, (float) y);
        } else {
            path.moveTo(fx, (float) y);
        }
        return true;
    }

    /** Adds the outline of a symbol. */
    static void symbol(Path path, Symbol symbol, double x, double y, double size) {
        double r = size / 2;
        switch (symbol) {
            case CIRCLE -> {
                for (int i = 0; i < CORNERS; i++) {
                    double a = 2 * Math.PI * i / CORNERS;
                    corner(path, x + r * Math.cos(a), y + r * Math.sin(a), i == 0);
                }
            }
            case SQUARE -> {
                double s = 0.9 * r;
                corner(path, x - s, y - s, true);
                corner(path, x + s, y - s, false);
                corner(path, x + s, y + s, false);
                corner(path, x - s, y + s, false);
            }
            case TRIANGLE -> {
                double s = 1.2 * r;
                corner(path, x, y - s, true);
                corner(path, x + s, y + 0.8 * s, false);
                corner(path, x - s, y + 0.8 * s, false);
            }
            case DIAMOND -> {
                double s = 1.25 * r;
                corner(path, x, y - s, true);
                corner(path, x + s, y, false);
                corner(path, x, y + s, false);
                corner(path, x - s, y, false);
            }
        }
        path.close();
    }

    /** Adds a lying cross. */
    static void cross(Path path, double x, double y, double size) {
        double r = size / 2;
        corner(path, x - r, y - r, true);
        corner(path, x + r, y + r, false);
        corner(path, x - r, y + r, true);
        corner(path, x + r, y - r, false);
    }

    private static void corner(Path path, double x, double y, boolean first) {
        if (first) {
            path.moveTo((float) x, (float) y);
        } else {
            path.lineTo((float) x, (float) y);
        }
    }

    /** Text with its centre at a point, read from below. */
    void textUpwards(String text, double x, double y) {
        Transform before = new Transform(gc.getDevice());
        Transform turned = new Transform(gc.getDevice());
        gc.getTransform(before);
        gc.getTransform(turned);
        turned.translate((float) x, (float) y);
        turned.rotate(-90);
        gc.setTransform(turned);
        var extent = gc.textExtent(text);
        gc.drawText(text, -extent.x / 2, -extent.y / 2, true);
        gc.setTransform(before);
        before.dispose();
        turned.dispose();
    }

    /**
     * Cuts a line to the area, after Liang and Barsky.
     *
     * @param p both ends, changed in place
     * @return whether anything is left
     */
    static boolean clip(double[] p, Rectangle area) {
        double dx = p[2] - p[0];
        double dy = p[3] - p[1];
        if (!Double.isFinite(dx) || !Double.isFinite(dy)) {
            return false;
        }
        double[] by = {-dx, dx, -dy, dy};
        double[] room = {
            p[0] - (area.x - BEYOND),
            area.x + area.width + BEYOND - p[0],
            p[1] - (area.y - BEYOND),
            area.y + area.height + BEYOND - p[1]
        };
        double from = 0;
        double to = 1;
        for (int i = 0; i < 4; i++) {
            if (by[i] == 0) {
                if (room[i] < 0) {
                    return false;
                }
            } else if (by[i] < 0) {
                from = Math.max(from, room[i] / by[i]);
            } else {
                to = Math.min(to, room[i] / by[i]);
            }
        }
        if (from > to) {
            return false;
        }
        double x = p[0];
        double y = p[1];
        if (to < 1) {
            p[2] = x + to * dx;
            p[3] = y + to * dy;
        }
        if (from > 0) {
            p[0] = x + from * dx;
            p[1] = y + from * dy;
        }
        return true;
    }
}
