// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

/** The open symbols of measured points; a group of series has one, beside its colour. */
public enum Symbol {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND;

    /** The symbol of a group of series. */
    public static Symbol of(int group) {
        return values()[Math.floorMod(group, values().length)];
    }
}
