// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Everything a contributor needs: quantities, tables, importing, analysis, circuits, reports,
 * plots, progress and problems. Imports nothing but the Java platform.
 */
package org.ionbench.api;
