// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Runs of analyses: planning them upstream first, the key of what each reads, the store of their
 * reports, and recomputing what an edit touched. A report is a value kept by its key and no part of
 * the project: storing one is no edit, and undoing a thickness finds the old one at once.
 */
package org.ionbench.engine.runs;
