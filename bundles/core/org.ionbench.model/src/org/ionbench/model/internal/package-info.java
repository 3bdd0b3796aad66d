// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Storage, migration, editing and undo of the experiment project. */
package org.ionbench.model.internal;
