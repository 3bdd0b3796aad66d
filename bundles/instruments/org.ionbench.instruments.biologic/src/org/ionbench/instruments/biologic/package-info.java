// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importers for files of BioLogic instruments (EC-Lab .mpr and .mpt). */
package org.ionbench.instruments.biologic;
