// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importers for files of Zahner's Thales, Zahner Analysis and their programming interfaces. */
package org.ionbench.instruments.zahner;
