// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Folders that a running instrument writes into, and files that grow in them. */
package org.ionbench.engine.watching;
