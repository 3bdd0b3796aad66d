// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * What runs gave, kept by the key of all it was computed from: in memory, and as JSON in the
 * project's folder of reports, to the last bit of every number.
 */
package org.ionbench.engine.internal.reports;
