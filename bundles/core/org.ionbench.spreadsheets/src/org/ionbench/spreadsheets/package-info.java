// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Excel workbooks ({@code .xlsx}), read and written, for importers, exporters and the cell sheet.
 *
 * <p>{@link org.ionbench.spreadsheets.Spreadsheet} reads: the bounds of {@link
 * org.ionbench.formats.Archive} and {@link org.ionbench.formats.XmlReader} hold, a sheet is
 * streamed, and what spreadsheets call a number, a text, a date comes as one of the {@link
 * org.ionbench.spreadsheets.Cell cells}. {@link org.ionbench.spreadsheets.SpreadsheetWriter}
 * writes, and is the one place that sees the library it writes with.
 */
package org.ionbench.spreadsheets;
