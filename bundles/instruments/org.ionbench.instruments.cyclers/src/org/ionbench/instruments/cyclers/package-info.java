// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Importers for the text of battery cyclers of which one format each is known: Novonix, PEC,
 * BaSyTec, Landt. They are tables of named columns below a head; {@link
 * org.ionbench.instruments.cyclers.NamedTable} is what they share.
 */
package org.ionbench.instruments.cyclers;
