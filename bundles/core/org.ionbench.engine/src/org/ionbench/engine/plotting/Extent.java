// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

/**
 * The smallest box around all points of a plot, in the units of its axes. Grows by {@link #with};
 * an empty one has its low ends above its high ends.
 */
public record Extent(double xLow, double xHigh, double yLow, double yHigh) {

    /** Around no point at all. */
    public static final Extent EMPTY =
            new Extent(
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY);

    /** This box and a point; a coordinate that is no finite number is passed over. */
    public Extent with(double x, double y) {
        boolean hasX = Double.isFinite(x);
        boolean hasY = Double.isFinite(y);
        return new Extent(
                hasX ? Math.min(xLow, x) : xLow,
                hasX ? Math.max(xHigh, x) : xHigh,
                hasY ? Math.min(yLow, y) : yLow,
                hasY ? Math.max(yHigh, y) : yHigh);
    }

    /** This box and another. */
    public Extent with(Extent other) {
        return new Extent(
                Math.min(xLow, other.xLow),
                Math.max(xHigh, other.xHigh),
                Math.min(yLow, other.yLow),
                Math.max(yHigh, other.yHigh));
    }
}
