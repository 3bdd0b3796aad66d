// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;
import java.util.TreeSet;

class PaletteTest {
    /** M. Okabe, K. Ito, Color Universal Design, 2008, figure 16. */
    private static final Set<Integer> OKABE_ITO =
            Set.of(0x000000, 0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7);

    @Test
    void eightCategoriesOnWhiteAreOkabeAndItos() {
        Set<Integer> colours = new TreeSet<>();
        for (int i = 0; i < 8; i++) {
            colours.add(Palette.LIGHT.category(i, 8));
        }
        assertEquals(new TreeSet<>(OKABE_ITO), colours);
    }

    @Test
    void aGroupKeepsItsColourUpToEight() {
        assertEquals(Palette.LIGHT.category(2, 3), Palette.LIGHT.category(2, 8));
    }

    @Test
    void textAndDarkColoursStandOut() {
        for (Palette p : Palette.values()) {
            assertTrue(contrast(p.foreground(), p.background()) > 7);
            assertTrue(contrast(p.muted(), p.background()) > 3);
        }
        for (int i = 0; i < 8; i++) {
            double light = contrast(Palette.LIGHT.category(i, 8), Palette.LIGHT.background());
            double dark = contrast(Palette.DARK.category(i, 8), Palette.DARK.background());
            assertTrue(dark > Math.min(light, 4.5), "category " + i);
        }
    }

    /** Values of matplotlib's viridis. */
    @ParameterizedTest
    @CsvSource({"0, 0x440154", "0.25, 0x3B528B", "0.5, 0x21918C", "0.75, 0x5EC962", "1, 0xFDE725"})
    void viridisIsViridis(double t, String expected) {
        int e = Integer.decode(expected);
        int c = Palette.viridis(t);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertEquals(e >> shift & 0xFF, c >> shift & 0xFF, 5, Integer.toHexString(c));
        }
    }

    @Test
    void moreThanEightGroupsAreOrderedByLightness() {
        double before = -1;
        for (int i = 0; i < 12; i++) {
            double now = luminance(Palette.LIGHT.category(i, 12));
            assertTrue(now > before);
            before = now;
        }
    }

    /** WCAG 2.1, contrast ratio. */
    private static double contrast(int a, int b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(int rgb) {
        double sum = 0;
        double[] weights = {0.0722, 0.7152, 0.2126};
        for (int i = 0; i < 3; i++) {
            double c = (rgb >> 8 * i & 0xFF) / 255.0;
            sum += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
