// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.plot;

import java.util.List;
import java.util.Optional;

/**
 * A plot.
 *
 * @param id stable within a report: {@code "nyquist"}, {@code "bode-modulus"}
 * @param title a noun phrase for captions and lists; not drawn inside the plot
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, back to front
 * @param equalAspect whether one ohm is as long on both axes
 * @param right what is drawn over the same abscissa with an axis of ordinates on the right, in
 *     colours of its own: the efficiency over the capacity of cycles; empty for none
 */
public record Plot(
        String id,
        String title,
        Axis x,
        Axis y,
        List<Series> series,
        boolean equalAspect,
        Optional<Plot> right) {

    public Plot {
        series = List.copyOf(series);
    }

    /** A plot with no axis on the right. */
    public Plot(String id, String title, Axis x, Axis y, List<Series> series, boolean equalAspect) {
        this(id, title, x, y, series, equalAspect, Optional.empty());
    }

    public static Plot of(String id, String title, Axis x, Axis y, List<Series> series) {
        return new Plot(id, title, x, y, series, false);
    }

    /** This plot with one unit as long on both axes. */
    public Plot withEqualAspect() {
        return new Plot(id, title, x, y, series, true, right);
    }

    /** This plot under another title. */
    public Plot withTitle(String other) {
        return new Plot(id, other, x, y, series, equalAspect, right);
    }

    /** This plot with the ordinates of another on the right; what is right of that is left out. */
    public Plot withRight(Plot other) {
        Plot alone = new Plot(other.id, other.title, x, other.y, other.series, false);
        return new Plot(id, title, x, y, series, equalAspect, Optional.of(alone));
    }
}
