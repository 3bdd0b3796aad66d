// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importers for delimited text of any origin, with detection of encoding, separator and locale. */
package org.ionbench.instruments.text;
