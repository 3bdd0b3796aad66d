// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** A project checked against itself: files, tables, references and results. */
package org.ionbench.engine.verifying;
