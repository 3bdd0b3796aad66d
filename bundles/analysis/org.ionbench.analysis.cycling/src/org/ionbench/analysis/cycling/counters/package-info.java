// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The charge of steps by their current beside the instrument's own counters, and how much of a
 * difference rows and digits leave open.
 */
package org.ionbench.analysis.cycling.counters;
