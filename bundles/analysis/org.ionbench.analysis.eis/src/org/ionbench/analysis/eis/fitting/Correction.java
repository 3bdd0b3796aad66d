// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

/** Which measurements of the empty fixture are taken off a spectrum. */
public enum Correction {
    /** What the cell has: short and open, short alone, or nothing. */
    AUTO,
    NONE,
    SHORT,
    OPEN_SHORT
}
