// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Flat tables in Apache Parquet files, read and written in Java alone: no native code, no Hadoop.
 * What is not understood of a file costs that column; a count in a file is never believed before as
 * many bytes were seen.
 */
package org.ionbench.formats.parquet;
