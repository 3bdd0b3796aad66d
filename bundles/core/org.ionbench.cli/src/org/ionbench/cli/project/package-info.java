// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Commands on experiment projects: new, cells, set, analyse, run, verify. */
package org.ionbench.cli.project;
