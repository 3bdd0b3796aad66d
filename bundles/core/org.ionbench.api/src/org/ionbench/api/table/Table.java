// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.table;

import org.ionbench.api.quantity.QuantityKind;

import java.util.List;
import java.util.Optional;

/** Columns of equal length, in the vendor's order. */
public interface Table {

    List<Column> columns();

    int rows();

    /** The first column of a kind. */
    default Optional<Column> column(QuantityKind kind) {
        return columns().stream().filter(c -> c.spec().kind() == kind).findFirst();
    }

    /** The first column with this canonical or vendor name. */
    default Optional<Column> column(String name) {
        return columns().stream()
                .filter(c -> c.spec().name().equals(name) || c.spec().vendorName().equals(name))
                .findFirst();
    }
}
