// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.Palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Colours as attributes of SVG elements.
 *
 * @param bothThemes whether the colour follows the page's scheme, light or dark; readers that do
 *     not know of schemes see the light one
 * @param graded whether groups are steps of a series rather than categories
 * @param groups how many groups there are
 */
record SvgInk(boolean bothThemes, boolean graded, int groups) {
    /** What is painted: the axes, points left out, or a group of series. */
    private interface Colour {
        int in(Palette palette);
    }

    /** Attributes of something in the colour of axes and text. */
    String[] foreground(String attribute, String... more) {
        return painted(attribute, Palette::foreground, more);
    }

    String[] background(String attribute, String... more) {
        return painted(attribute, Palette::background, more);
    }

    /** Attributes of the lines and symbols of a series. */
    String[] drawn(Series series) {
        String thick =
                switch (series.role()) {
                    case FIT, CURVE -> "1.5";
                    case MEASURED -> "1.2";
                    case EXCLUDED, BAND -> "1";
                };
        String[] more = {"fill", "none", "stroke-width", thick, "stroke-linejoin", "round"};
        return series.role() == Series.Role.EXCLUDED
                ? painted("stroke", Palette::muted, more)
                : painted("stroke", palette -> group(palette, series), more);
    }

    /** Attributes of the area of a series. */
    String[] filled(Series series) {
        return painted("fill", palette -> group(palette, series), "fill-opacity", "0.2");
    }

    private int group(Palette palette, Series series) {
        return graded
                ? palette.grade(series.group(), groups)
                : palette.category(series.group(), groups);
    }

    /** The same for a plot with so many groups. */
    SvgInk of(int number) {
        return new SvgInk(bothThemes, graded, number);
    }

    private String[] painted(String attribute, Colour colour, String... more) {
        String light = hex(colour.in(Palette.LIGHT));
        List<String> all = new ArrayList<>(List.of(attribute, light));
        if (bothThemes) {
            String dark = hex(colour.in(Palette.DARK));
            all.add("style");
            all.add(attribute + ":light-dark(" + light + "," + dark + ")");
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
