// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * What every importer needs and nobody should write twice. Text: {@link
 * org.ionbench.formats.Encoding}, {@link org.ionbench.formats.Lines}, {@link
 * org.ionbench.formats.Dialect}, {@link org.ionbench.formats.Rows} and {@link
 * org.ionbench.formats.DataRows}; {@link org.ionbench.formats.Numbers}, {@link
 * org.ionbench.formats.Dates} and {@link org.ionbench.formats.Metadata}. Binary: {@link
 * org.ionbench.formats.BinaryReader}, {@link org.ionbench.formats.Archive}, {@link
 * org.ionbench.formats.XmlReader}. All are bounded, know no locale of the machine, and answer bad
 * input with a {@link org.ionbench.api.problem.FormatException}.
 */
package org.ionbench.formats;
