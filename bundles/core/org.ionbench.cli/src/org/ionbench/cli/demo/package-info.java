// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** The command that makes the example project, and its table of results beside the paper's. */
package org.ionbench.cli.demo;
