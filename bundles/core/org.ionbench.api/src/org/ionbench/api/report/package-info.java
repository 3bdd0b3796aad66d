// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What an analysis gives back: ordered findings from a closed set, so that workbench, HTML, PDF and
 * CSV can each draw all of them and an analysis needs no user interface of its own. Reports are
 * values: immutable, comparable, free of any user interface.
 */
package org.ionbench.api.report;
