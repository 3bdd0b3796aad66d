// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Results of runs as commands give them: text, JSON, the files of a report, the exit code. */
package org.ionbench.cli.results;
