// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The project explorer: all open projects with their samples, cells, recordings and runs. A tree
 * view of our own rather than the Common Navigator: the tree is made whole from a project's
 * immutable outline, so it needs no content extension for each kind of thing, and its filter, its
 * grouping and its empty page belong to it.
 */
package org.ionbench.ui.internal.explorer;
