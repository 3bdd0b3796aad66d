// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * How a table is found in a text file and read. {@link
 * org.ionbench.instruments.text.internal.TextFile} ties it together: a layout (where the table
 * stands, how it is written), a survey of its rows, the columns recognised by heading and values,
 * and a reader that streams the rows.
 */
package org.ionbench.instruments.text.internal;
