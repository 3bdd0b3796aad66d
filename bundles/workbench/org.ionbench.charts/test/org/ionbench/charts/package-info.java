// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Drives plots on a display as a user does; skipped, with a message, where there is none. */
package org.ionbench.charts;
