// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.engine.plotting.Symbol;

/**
 * Collects the path of an SVG element, in pixels to a hundredth. What lies far outside is drawn at
 * its edge, since renderers stumble over large numbers.
 */
final class PathData {
    private static final double FAR = 1e5;

    private final StringBuilder d = new StringBuilder();

    PathData move(double x, double y) {
        return add('M', x, y);
    }

    PathData line(double x, double y) {
        return add('L', x, y);
    }

    PathData segment(double x1, double y1, double x2, double y2) {
        return move(x1, y1).line(x2, y2);
    }

    PathData end() {
        d.append('Z');
        return this;
    }

    /** A symbol around a point; all look equally large. */
    PathData symbol(Symbol symbol, double x, double y, double radius) {
        switch (symbol) {
            case CIRCLE -> {
                move(x - radius, y);
                String r = number(radius);
                String across = number(2 * radius);
                d.append('a').append(r).append(' ').append(r).append(" 0 1 0 ").append(across);
                d.append(" 0a").append(r).append(' ').append(r).append(" 0 1 0 -").append(across);
                d.append(" 0Z");
            }
            case SQUARE -> {
                double s = 0.9 * radius;
                move(x - s, y - s).line(x + s, y - s).line(x + s, y + s).line(x - s, y + s).end();
            }
            case TRIANGLE -> {
                double s = 1.25 * radius;
                move(x, y - s)
                        .line(x + 0.9 * s, y + 0.65 * s)
                        .line(x - 0.9 * s, y + 0.65 * s)
                        .end();
            }
            case DIAMOND -> {
                double s = 1.25 * radius;
                move(x, y - s).line(x + s, y).line(x, y + s).line(x - s, y).end();
            }
        }
        return this;
    }

    PathData cross(double x, double y, double radius) {
        return segment(x - radius, y - radius, x + radius, y + radius)
                .segment(x - radius, y + radius, x + radius, y - radius);
    }

    boolean isEmpty() {
        return d.isEmpty();
    }

    private PathData add(char command, double x, double y) {
        d.append(command).append(number(x)).append(' ').append(number(y));
        return this;
    }

    /** A length in pixels to a hundredth, without needless digits. */
    static String number(double pixels) {
        long hundredths = Math.round(100 * Math.clamp(pixels, -FAR, FAR));
        String sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + "." + (rest % 10 == 0 ? rest / 10 : (rest < 10 ? "0" : "") + rest);
    }

    @Override
    public String toString() {
        return d.toString();
    }
}
