// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** How the command line prints: one JSON document, tables for a terminal, numbers, progress. */
package org.ionbench.cli.output;
