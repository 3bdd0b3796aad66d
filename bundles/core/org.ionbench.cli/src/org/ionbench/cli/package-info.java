// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Door one: the command line, a plain main on a flat class path. No SWT, no OSGi. {@link
 * org.ionbench.cli.Commands} names all commands; each is a class of {@code files} or {@code
 * project}.
 */
package org.ionbench.cli;
