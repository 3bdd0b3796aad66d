// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importer for data files and data sets of IviumSoft (.idf, .ids). */
package org.ionbench.instruments.ivium;
