// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The headless engine: catalog of contributions, session, importing, report store and graph of
 * runs, sampling of series, output.
 */
package org.ionbench.engine;
