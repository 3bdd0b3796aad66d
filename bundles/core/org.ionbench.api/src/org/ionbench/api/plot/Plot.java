// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.plot;

import java.util.List;

/**
 * A plot.
 *
 * @param id stable within a report: {@code "nyquist"}, {@code "bode-modulus"}
 * @param title a noun phrase for captions and lists; not drawn inside the plot
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, back to front
 * @param equalAspect whether one ohm is as long on both axes
 */
public record Plot(
        String id, String title, Axis x, Axis y, List<Series> series, boolean equalAspect) {

    public Plot {
        series = List.copyOf(series);
    }

    public static Plot of(String id, String title, Axis x, Axis y, List<Series> series) {
        return new Plot(id, title, x, y, series, false);
    }

    /** This plot with one unit as long on both axes. */
    public Plot withEqualAspect() {
        return new Plot(id, title, x, y, series, true);
    }
}
