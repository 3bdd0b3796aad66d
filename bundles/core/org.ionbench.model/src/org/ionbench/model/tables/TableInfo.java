// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.tables;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ColumnSpec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the {@code .json} file beside a table says.
 *
 * @param rows rows of the table
 * @param sha256 SHA-256 of the {@code .npy} file in hexadecimal
 * @param columns all columns in the vendor's order, text columns too
 * @param metadata what the vendor's file says: String, Double, Long or Boolean by the vendor's name
 * @param problems what was noticed while reading
 */
public record TableInfo(
        int rows,
        String sha256,
        List<ColumnSpec> columns,
        Map<String, Object> metadata,
        List<Problem> problems) {

    public TableInfo {
        columns = List.copyOf(columns);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        problems = List.copyOf(problems);
    }
}
