// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importers for files of Gamry instruments (.DTA). */
package org.ionbench.instruments.gamry;
