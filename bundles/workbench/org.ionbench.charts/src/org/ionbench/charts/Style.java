// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.ionbench.engine.plotting.Palette;

/**
 * Colours and type of a plot.
 *
 * @param palette colours of the theme
 * @param groups how many groups of series share the colours
 * @param graded whether groups are steps of a series rather than categories
 * @param font of all text
 */
record Style(Palette palette, int groups, boolean graded, Font font) {

    private static final int[] PAIRS = {3, 2, 4, 5};

    Color background() {
        return color(palette.background());
    }

    Color foreground() {
        return color(palette.foreground());
    }

    Color muted() {
        return color(palette.muted());
    }

    /** Of handles, the selection and what has the focus. */
    Color accent() {
        return color(palette.category(1, 2));
    }

    /** Of one of several pairs of handles; series seldom have it. */
    Color pair(int place) {
        return color(palette.category(PAIRS[place % PAIRS.length], 1));
    }

    Color group(int group) {
        return color(graded ? palette.grade(group, groups) : palette.category(group, groups));
    }

    private static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
