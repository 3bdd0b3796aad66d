// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.spreadsheets;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a sheet of a {@link Spreadsheet}. */
@FunctionalInterface
public interface Rows {
    /**
     * @param number the row as the sheet counts it, from 1; rows with no cell are passed over
     * @param cells from column A on, up to the last one that is there; valid during the call
     * @return whether to go on
     */
    boolean row(int number, List<Cell> cells) throws IOException;
}
