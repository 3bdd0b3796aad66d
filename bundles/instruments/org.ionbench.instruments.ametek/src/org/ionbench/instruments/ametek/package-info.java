// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importers for files of Ametek / Princeton Applied Research instruments (VersaStudio .par). */
package org.ionbench.instruments.ametek;
