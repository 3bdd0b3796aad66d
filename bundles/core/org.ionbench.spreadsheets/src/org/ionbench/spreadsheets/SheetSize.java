// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.spreadsheets;

/** How large a sheet of Excel can be. */
public final class SheetSize {
    /** Columns a sheet can have. */
    public static final int COLUMNS = 16_384;

    /** Rows a sheet can have. */
    public static final int ROWS = 1_048_576;

    private SheetSize() {}
}
