// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** The parts of a workbook. */
package org.ionbench.spreadsheets.internal;
