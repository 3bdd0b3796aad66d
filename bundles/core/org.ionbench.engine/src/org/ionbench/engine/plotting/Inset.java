// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Where a smaller plot lies inside a larger one, in pixels from the left and the top of the drawing
 * area.
 */
public record Inset(double x, double y, double width, double height) {
    /** How much of the width of the drawing area it takes. */
    public static final double SHARE = 0.46;

    private static final double GAP = 10;

    /**
     * The corner where it hides least; the upper ones first.
     *
     * @param frame of the larger plot
     * @param hidden how much of the larger plot lies under a place
     */
    public static Inset place(
            PlotFrame frame, double width, double height, ToIntFunction<Inset> hidden) {
        double right = frame.width() - width - GAP;
        double bottom = frame.height() - height - GAP;
        List<Inset> corners =
                List.of(
                        new Inset(right, GAP, width, height),
                        new Inset(GAP, GAP, width, height),
                        new Inset(right, bottom, width, height),
                        new Inset(GAP, bottom, width, height));
        Inset best = corners.getFirst();
        int least = Integer.MAX_VALUE;
        for (Inset corner : corners) {
            int under = hidden.applyAsInt(corner);
            if (under < least) {
                least = under;
                best = corner;
            }
        }
        return best;
    }

    /** Whether a place in the drawing area lies under it. */
    public boolean contains(double px, double py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }
}
