// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Door one: the command line, a plain main on a flat class path. No SWT, no OSGi. */
package org.ionbench.cli;
