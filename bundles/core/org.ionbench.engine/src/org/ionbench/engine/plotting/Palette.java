// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

/**
 * The colours of plots, as 0xRRGGBB: Okabe and Ito's eight for categories (M. Okabe, K. Ito, Color
 * Universal Design, 2008), viridis for more than eight. Each background has a set of its own.
 */
public enum Palette {
    /** On white, and on paper. */
    LIGHT(
            0xFFFFFF, 0x1F1F1F, 0x8A8A8A, 0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00,
            0x56B4E9, 0x000000, 0xF0E442),
    /** On nearly black. */
    DARK(
            0x1E1F22, 0xD7D9DC, 0x808489, 0x4AA8E0, 0xF0803C, 0x2EBE93, 0xDE9BC0, 0xF0B030,
            0x8CCBF2, 0xF2F2F2, 0xF0E442);

    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
        0xFDE725
    };

    /** More groups than there are categories, so that they grade. */
    private static final int GRADES = 100;

    private final int background;
    private final int foreground;
    private final int muted;
    private final int[] categories;

    Palette(int background, int foreground, int muted, int... categories) {
        this.background = background;
        this.foreground = foreground;
        this.muted = muted;
        this.categories = categories;
    }

    public int background() {
        return background;
    }

    /** Of axes, ticks and text. */
    public int foreground() {
        return foreground;
    }

    /** Of points left out, handles at rest and grid lines. */
    public int muted() {
        return muted;
    }

    /**
     * The colour of a group of series.
     *
     * @param group of the series, counted from 0
     * @param groups how many groups there are in the whole report or editor, so that a group keeps
     *     its colour in each plot
     */
    public int category(int group, int groups) {
        if (groups <= categories.length) {
            return categories[Math.floorMod(group, categories.length)];
        }
        double t = Math.clamp((double) group / (groups - 1), 0, 1);
        return viridis(this == LIGHT ? 0.92 * t : 0.15 + 0.85 * t);
    }

    /** The colour of a group where groups are steps of a series, such as temperatures. */
    public int grade(int group, int groups) {
        return groups > 1
                ? category(GRADES * group, GRADES * (groups - 1) + 1)
                : category(group, groups);
    }

    /** Of the perceptual map, from 0 (dark violet) to 1 (yellow). */
    public static int viridis(double t) {
        double at = Math.clamp(t, 0, 1) * (VIRIDIS.length - 1);
        int i = Math.min((int) at, VIRIDIS.length - 2);
        return mix(VIRIDIS[i], VIRIDIS[i + 1], at - i);
    }

    /**
     * A colour between two.
     *
     * @param share of the second, 0 to 1
     */
    public static int mix(int first, int second, double share) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = first >> shift & 0xFF;
            int b = second >> shift & 0xFF;
            colour |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return colour;
    }
}
