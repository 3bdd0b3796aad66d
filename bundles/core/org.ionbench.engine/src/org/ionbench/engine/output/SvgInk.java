// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

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
 */
record SvgInk(boolean bothThemes, boolean graded) {
    /** More groups than the palette has categories, so that it grades. */
    private static final int GRADES = 100;

    /** What is painted: the axes, points left out, or a group of series. */
    private interface Colour {
        int in(Palette palette);
    }

    /** Attributes of something in the colour of axes and text. */
    String[] foreground(String attribute, String... more) {
        return painted(attribute, Palette::foreground, more);
    }

    String[] muted(String attribute, String... more) {
        return painted(attribute, Palette::muted, more);
    }

    String[] background(String attribute, String... more) {
        return painted(attribute, Palette::background, more);
    }

    /** Attributes of something in the colour of a group. */
    String[] group(String attribute, int group, int groups, String... more) {
        return painted(
                attribute,
                p ->
                        graded && groups > 1
                                ? p.category(GRADES * group, GRADES * (groups - 1) + 1)
                                : p.category(group, groups),
                more);
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
