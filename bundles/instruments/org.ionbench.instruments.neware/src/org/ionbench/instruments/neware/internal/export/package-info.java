// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Exported tables: headings in any language and layout, and rows of text or of a sheet. */
package org.ionbench.instruments.neware.internal.export;
