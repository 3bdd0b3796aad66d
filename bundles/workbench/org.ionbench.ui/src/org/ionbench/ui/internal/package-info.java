// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** The workbench application: start, window and perspectives. */
package org.ionbench.ui.internal;
