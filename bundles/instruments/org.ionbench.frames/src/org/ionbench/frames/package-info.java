// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Data frames of pandas in HDF5 files, read within bounds. Alone sees the reader of HDF5, for
 * importers of cyclers whose results are kept so.
 */
package org.ionbench.frames;
