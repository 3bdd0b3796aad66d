// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The column store: a table is one {@code .npy} file holding a Fortran-ordered matrix of 64-bit
 * floats, so that each column is contiguous and {@code numpy.load} reads it; a {@code .json} file
 * beside it says what the columns are; text columns lie apart in {@code .texts.json}. Written once,
 * never changed; mapped into memory when large. Knows nothing of EMF.
 */
package org.ionbench.model.tables;
