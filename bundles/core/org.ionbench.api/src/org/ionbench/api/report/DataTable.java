// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.report;

import java.util.List;

/**
 * A small table of results.
 *
 * @param title a noun phrase
 * @param headers one for each column, in the form {@code quantity / unit}
 * @param rows cells by row: {@link Double} or {@link String}
 */
public record DataTable(String title, List<String> headers, List<List<Object>> rows) {
    public DataTable {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
