// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importer for the data frames of Indigo's cyclers (.h5). */
package org.ionbench.instruments.indigo;
