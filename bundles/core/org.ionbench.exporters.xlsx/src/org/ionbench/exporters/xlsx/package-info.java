// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Recordings as Excel workbooks. */
package org.ionbench.exporters.xlsx;
